package banshi.intake;

import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Matter;
import banshi.clock.ServiceClock;
import banshi.desk.Decision;
import banshi.desk.Steps;
import banshi.identity.Actor;
import banshi.intake.ApplicationDetails.Decided;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Corrects decisions and certificates that were issued (更正), on the record: both versions stay, and
 * the applicant is told. What is granted stays granted, and what is denied stays denied: turning an
 * outcome is another decision, and not this one.
 */
final class DecisionCorrections {
  /** What a case's own content has room for, many times over. */
  private static final int MOST = 20;

  private final Kernel kernel;
  private final Steps<ApplicationDetails> steps;
  private final Catalogue catalogue;

  DecisionCorrections(Kernel kernel, Catalogue catalogue) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.catalogue = catalogue;
  }

  /** Corrects a decision of the caller's own department. */
  Decision<ApplicationDetails> correct(Actor actor, Requests.CorrectDecision request) {
    return (c, parties, now) -> {
      Optional<Refusal> refusal = kernel.refuse(c, ApplicationAction.CORRECT_DECISION, parties);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      List<Decided> own =
          c.details().decisions().stream()
              .filter(decided -> actor.actsFor(lead(c, decided)))
              .toList();
      if (own.isEmpty()) {
        return Outcome.refused(new Refusal.Forbidden());
      }
      Optional<Decided> meant =
          own.size() == 1 && request.matterCode().isEmpty()
              ? Optional.of(own.getFirst())
              : own.stream()
                  .filter(d -> request.matterCode().filter(d.matterCode()::equals).isPresent())
                  .findFirst();
      List<Fault> faults = faults(meant, request);
      if (!faults.isEmpty()) {
        return Outcome.refused(new Refusal.Invalid(faults));
      }
      return corrected(c, meant.orElseThrow(), actor, parties, request, now);
    };
  }

  private static String lead(Case<ApplicationDetails> c, Decided decided) {
    return c.part(decided.matterCode()).orElseThrow().lead();
  }

  private Outcome<Change<ApplicationDetails>> corrected(
      Case<ApplicationDetails> c,
      Decided before,
      Actor actor,
      Set<Party> parties,
      Requests.CorrectDecision request,
      Instant now) {
    if (before.earlier().size() >= MOST) {
      return steps.notNow(
          c, parties, new Text("更正次数已达上限", "It was corrected as often as it can be"));
    }
    Decided after =
        before.corrected(
            request.reason(),
            c.notBeforeLast(now),
            request.changes().reasonText().orElse(before.reason()),
            request.changes().legalBasis().orElse(before.legalBasis()),
            request.changes().certificate().map(LeadOfficers::certificate).or(before::certificate));
    Matter matter = catalogue.matter(LeadOfficers.version(c, before.matterCode()));
    return steps.performed(
        c,
        ApplicationAction.CORRECT_DECISION,
        actor,
        parties,
        now,
        occasion ->
            DecisionNotices.telling(
                occasion.noting(before.matterCode() + ": " + request.reason()),
                c,
                matter,
                before.outcome(),
                DecisionNotices.hasOwnRemedy(before, matter)),
        details -> details.redecided(after));
  }

  private static List<Fault> faults(Optional<Decided> meant, Requests.CorrectDecision request) {
    List<Fault> faults = new ArrayList<>();
    if (meant.isEmpty()) {
      faults.add(
          request.matterCode().isEmpty()
              ? new Fault(
                  "/matterCode",
                  "required",
                  new Text("有多个已决定的事项，请指明事项", "Several matters are decided: say which"))
              : new Fault(
                  "/matterCode",
                  "not-one-of",
                  new Text("不是贵单位已决定的事项", "Not a matter that your department has decided")));
    }
    Requests.CorrectDecision.Changes changes = request.changes();
    meant.ifPresent(
        decided -> {
          boolean same =
              changes.reasonText().filter(words -> !words.equals(decided.reason())).isEmpty()
                  && changes
                      .legalBasis()
                      .filter(words -> !words.equals(decided.legalBasis()))
                      .isEmpty()
                  && changes
                      .certificate()
                      .map(LeadOfficers::certificate)
                      .filter(other -> !decided.certificate().equals(Optional.of(other)))
                      .isEmpty();
          if (same) {
            faults.add(
                new Fault(
                    "/changes",
                    "nothing-changes",
                    new Text("更正前后没有不同", "Nothing is different from before")));
          }
          if (changes.certificate().isPresent()
              && decided.outcome() == ApplicationDetails.Outcome.DENIED) {
            faults.add(LeadOfficers.noCertificate("/changes/certificate"));
          }
        });
    changes
        .certificate()
        .ifPresent(
            given ->
                meant.ifPresent(
                    decided ->
                        faults.addAll(
                            CertificateDates.faults(
                                given,
                                "/changes/certificate",
                                ServiceClock.dateOf(decided.at())))));
    return faults;
  }
}
