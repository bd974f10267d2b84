package banshi.http.view;

import banshi.cases.Case;
import banshi.cases.ExtensionRequest;
import banshi.cases.Extensions;
import java.time.Instant;
import java.util.Optional;

/** An extension that was asked for and waits for a second person's word. */
public record ExtensionRequestView(int days, String reason, String department, Instant at) {

  /** The request that waits on a case; none where it was answered, or the case has moved on. */
  public static Optional<ExtensionRequestView> of(Case<?> c, Optional<ExtensionRequest> request) {
    return request
        .filter(asked -> Extensions.isAsked(c))
        .map(
            asked ->
                new ExtensionRequestView(
                    asked.days(), asked.reason(), asked.department(), asked.at()));
  }
}
