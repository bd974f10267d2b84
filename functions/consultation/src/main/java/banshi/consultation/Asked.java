package banshi.consultation;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.ConsultationStage;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Signatories;
import banshi.cases.TimelineHead;
import banshi.clock.Ledger;
import banshi.desk.Filer;
import banshi.desk.Filing;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A question that is ready to be received. */
record Asked(
    Kernel kernel,
    Rules rules,
    Text title,
    Filer filer,
    boolean mayPublish,
    ConsultationDetails details)
    implements Filing<ConsultationDetails> {
  @Override
  public Change<ConsultationDetails> open(CaseNumber number, Instant now) {
    Case<ConsultationDetails> filledIn =
        new Case<>(
            number,
            ConsultationStage.ASKED,
            1,
            now,
            title,
            filer.applicant(),
            filer.owner(),
            Map.of(
                ClockName.ANSWER, Ledger.of(rules.answerWithin(details.matterCode())),
                ClockName.FOLLOW_UP, Ledger.of(rules.followUpWithin()),
                ClockName.RATING, Ledger.of(rules.rateWithin())),
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
    Occasion asking = filer.opening(filledIn, now).adding(Rounds.sort(filledIn));
    return kernel.open(
        filledIn, mayPublish ? asking.marking(Mark.MAY_PUBLISH, Optional.of("YES")) : asking);
  }
}
