package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.ComplaintStage;
import banshi.cases.Kernel;
import banshi.cases.Signatories;
import banshi.cases.TimelineHead;
import banshi.clock.Ledger;
import banshi.desk.Filer;
import banshi.desk.Filing;
import banshi.desk.Links;
import banshi.store.Companion;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A complaint that is ready to be received. */
record Filed(
    Kernel kernel,
    Rules rules,
    Text title,
    Filer filer,
    Function<CaseNumber, List<Companion>> links,
    ComplaintDetails details)
    implements Filing<ComplaintDetails> {
  @Override
  public Change<ComplaintDetails> open(CaseNumber number, Instant now) {
    Case<ComplaintDetails> filledIn =
        new Case<>(
            number,
            ComplaintStage.SUBMITTED,
            1,
            now,
            title,
            filer.applicant(),
            filer.owner(),
            Map.of(
                ClockName.ANSWER,
                Ledger.of(rules.limit(rules.untriaged(), now, kernel.clocks().hall())),
                ClockName.DISPUTE,
                Ledger.of(rules.disputeWithin()),
                ClockName.RATING,
                Ledger.of(rules.rateWithin())),
            List.of(),
            List.of(),
            new TreeMap<>(),
            Map.of(),
            0,
            Map.of(),
            Set.of(),
            Signatories.none(),
            TimelineHead.none(now),
            details);
    Change<ComplaintDetails> opened =
        kernel.open(
            filledIn, filer.opening(filledIn, now).adding(new Rounds(rules).triage(filledIn)));
    return consultation()
        .map(cameOf -> opened.then(kernel.link(opened.after(), cameOf, now)))
        .orElse(opened);
  }

  /** The consultation that it was turned into from is told its number. */
  @Override
  public List<Companion> companions(CaseNumber number, Instant now) {
    return links.apply(number);
  }

  /** The same, which is written with a word on the consultation that it was turned into from. */
  Filed naming(Links others, Instant now) {
    return consultation()
        .map(
            cameOf ->
                new Filed(
                    kernel,
                    rules,
                    title,
                    filer,
                    number -> others.naming(cameOf, number, now).stream().toList(),
                    details))
        .orElse(this);
  }

  private Optional<CaseNumber> consultation() {
    return details
        .relatedCase()
        .map(related -> new CaseNumber(related.number()))
        .filter(number -> number.kind() == CaseKind.CONSULTATION);
  }
}
