package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.ComplaintLifeCycle;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Parties;
import banshi.cases.Task;
import banshi.clock.Ledger;
import banshi.text.Text;
import java.util.Optional;

/** What each new round of a complaint opens: a task for the window, or for a department. */
final class Rounds {
  private static final Text TRIAGE = new Text("分类转办", "Triage and assign");
  private static final Text ANSWER = new Text("答复反映人", "Answer the complainant");
  private static final Text TAKE_NOTE = new Text("签收移交的反映", "Take note of a referral");
  private static final String NONE = "-";

  private final Rules rules;

  Rounds(Rules rules) {
    this.rules = rules;
  }

  /** The window's task. */
  Task triage(Case<ComplaintDetails> c) {
    return Task.planned(
            c.round(ComplaintLifeCycle.TRIAGE_TASK),
            Parties.WINDOW_DEPARTMENT,
            TRIAGE,
            Ledger.of(rules.triageWithin()))
        .endingWith(ComplaintLifeCycle.TRIAGE_TASK);
  }

  /** The department's task: it runs by the complaint's own clock as soon as it is opened. */
  static Task answer(Case<ComplaintDetails> c, String department) {
    return Task.planned(
            c.round(ComplaintLifeCycle.ANSWER_TASK),
            department,
            ANSWER,
            Ledger.of(c.clock(ClockName.ANSWER).limit()))
        .endingWith(ComplaintLifeCycle.ANSWER_TASK);
  }

  /** For those who watch over discipline: to take note of what was referred to them. */
  Task referral(Case<ComplaintDetails> c) {
    return Task.planned(
            c.round(ComplaintLifeCycle.DISCIPLINE_TASK),
            Parties.DISCIPLINE_DEPARTMENT,
            TAKE_NOTE,
            Ledger.of(rules.noteReferralWithin()))
        .endingWith(ComplaintLifeCycle.DISCIPLINE_TASK);
  }

  /** An occasion that says what a complaint has in common with others now: 一类事. */
  static Occasion alike(
      Occasion occasion, Case<ComplaintDetails> c, Optional<CauseClass> cause, String department) {
    return occasion.marking(
        Mark.SIMILAR,
        cause
            .or(() -> c.mark(Mark.CAUSE).map(CauseClass::valueOf))
            .map(known -> known + "#" + c.details().matterCode().orElse(NONE) + "#" + department));
  }
}
