package banshi.notice;

import banshi.cases.Refusal;
import banshi.desk.Answer;
import banshi.identity.ApplicantKey;
import banshi.identity.OpenId;
import banshi.store.Consent;
import banshi.store.Consents;
import banshi.store.ContendedException;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import banshi.text.Fault;
import banshi.text.Text;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Putting consents into the ledger: a repeated tap counts once, and racing taps add up. */
@Singleton
class Granting {
  /** A try fails only because another grant or message came between, so one for each of those. */
  private static final int TRIES = 50;

  private final Consents consents;

  Granting(Consents consents) {
    this.consents = consents;
  }

  /** Adds what a person allowed through a WeChat account; refused when the stock would overflow. */
  Answer grant(
      ApplicantKey owner,
      OpenId openId,
      Requests.Grant request,
      WriteTerms terms,
      Function<Consent, StoredAnswer> rendering,
      Instant now) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<Consent> before = consents.find(owner, request.templateId());
      Consent after =
          before
              .orElseGet(() -> Consent.none(request.templateId(), openId))
              .granting(request.granted(), openId);
      if (after.available() > Consents.LARGEST_STOCK) {
        return refused(terms, now);
      }
      StoredAnswer answer = rendering.apply(after);
      Optional<Answer> given =
          Answer.to(consents.grant(owner, before, after, terms, answer, now), answer);
      if (given.isPresent()) {
        return given.get();
      }
    }
    throw new ContendedException();
  }

  private Answer refused(WriteTerms terms, Instant now) {
    return consents
        .recall(terms, now)
        .flatMap(Answer::known)
        .orElseGet(
            () ->
                new Answer.Refused(
                    new Refusal.Invalid(
                        List.of(
                            new Fault(
                                "/granted",
                                "stock-full",
                                new Text(
                                    "同一模板最多可有 " + Consents.LARGEST_STOCK + " 条待发授权。",
                                    "At most "
                                        + Consents.LARGEST_STOCK
                                        + " messages of a template may be allowed at once."))))));
  }
}
