package banshi.complaint;

import banshi.cases.ActorStamp;
import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.ComplaintStage;
import banshi.cases.Kernel;
import banshi.cases.Occasion;
import banshi.cases.Party;
import banshi.cases.Signatories;
import banshi.cases.TimelineHead;
import banshi.clock.Ledger;
import banshi.desk.Filing;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A complaint that is ready to be received. */
record Filed(
    Kernel kernel,
    Rules rules,
    Text title,
    ApplicantIdentity applicant,
    ApplicantKey owner,
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
            applicant,
            owner,
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
    return kernel.open(
        filledIn,
        Occasion.of(now, new ActorStamp(Party.APPLICANT, Optional.empty()))
            .adding(new Rounds(rules).triage(filledIn)));
  }
}
