package banshi.intake;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.TimelineEntry;
import banshi.crypto.Receipts;
import banshi.desk.Desk;
import banshi.desk.Onlooker;
import banshi.http.Caller;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.Public;
import banshi.http.desk.Counter;
import banshi.http.view.ClockView;
import banshi.http.view.TimelineView;
import banshi.store.Tracking;
import banshi.text.Text;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where is my case, of whatever kind, for whoever holds its receipt. */
@Path("/v1/tracking")
@Tag(name = "tracking", description = "凭码查询 · Tracking by receipt")
@Public
public class TrackingResource {
  private final Intake intake;
  private final Tracking tracking;
  private final Onlooker onlooker;
  private final Caller caller;

  TrackingResource(Intake intake, Tracking tracking, Onlooker onlooker, Caller caller) {
    this.intake = intake;
    this.tracking = tracking;
    this.onlooker = onlooker;
    this.caller = caller;
  }

  /** A case without anything personal. */
  public record TrackingView(
      String number,
      String stage,
      Text stageName,
      Text title,
      Instant receivedAt,
      List<ClockView> clocks,
      TimelineView timeline) {}

  @POST
  @Operation(operationId = "track", summary = "凭码查询进度 · Track a case by its receipt's code")
  @APIResponse(
      responseCode = "200",
      description = "进度 · Where the case stands",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TrackingView.class)))
  @APIResponse(responseCode = "404")
  @APIResponse(responseCode = "429")
  public TrackingView track(Requests.Track body) {
    CaseNumber number = Counter.number(body.number());
    // What cannot be a code is a wrong code like any other, and counts as one.
    String hash =
        Receipts.normalised(body.code())
            .map(code -> intake.receipts().hash(code, number.value()))
            .orElse("");
    return switch (tracking.attempt(number, hash, caller.now())) {
      case WRONG -> throw Problem.of(ProblemCode.NOT_FOUND).asException();
      case LOCKED -> throw locked(number);
      case RIGHT -> shown(number);
    };
  }

  private RuntimeException locked(CaseNumber number) {
    Duration left = tracking.lockedFor(number, caller.now()).orElse(Duration.ofSeconds(1));
    return Problem.of(ProblemCode.TRACKING_LOCKED)
        .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, left.toSeconds())))
        .asException();
  }

  /** Intake's own cases are settled as they are shown; of other kinds it may read alone. */
  private TrackingView shown(CaseNumber number) {
    return (number.kind() == intake.kernel().lifeCycle().kind() ? own(number) : other(number))
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
  }

  private Optional<TrackingView> own(CaseNumber number) {
    var outcome = intake.desk().see(number, c -> Set.of(Party.APPLICANT), caller.now());
    return switch (outcome) {
      case Outcome.Refused<Desk.Seen<ApplicationDetails>>(var refusal) -> Optional.empty();
      case Outcome.Done<Desk.Seen<ApplicationDetails>>(var seen) ->
          Optional.of(view(seen.found(), intake.kernel(), intake.desk().timeline(number)));
    };
  }

  private Optional<TrackingView> other(CaseNumber number) {
    return onlooker
        .look(number, caller.now())
        .map(sight -> view(sight.found(), sight.kernel(), sight.timeline()));
  }

  private TrackingView view(Case<?> c, Kernel kernel, List<TimelineEntry> timeline) {
    return new TrackingView(
        c.number().value(),
        c.stage().name(),
        c.stage().label(),
        c.title(),
        c.receivedAt(),
        ClockView.of(c, kernel.clocks(), caller.now()),
        TimelineView.withoutNotes(kernel.lifeCycle(), timeline));
  }
}
