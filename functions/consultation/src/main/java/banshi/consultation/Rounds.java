package banshi.consultation;

import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.ConsultationLifeCycle;
import banshi.cases.Parties;
import banshi.cases.Task;
import banshi.clock.Ledger;
import banshi.text.Text;

/** What each round of a consultation opens: a task for the window, or for a department. */
final class Rounds {
  private static final Text SORT = new Text("答复或转办", "Answer or assign");
  private static final Text ANSWER = new Text("答复咨询人", "Answer whoever asked");

  private Rounds() {}

  /** For the window, from the question on. */
  static Task sort(Case<?> c) {
    return Task.planned(
            c.round(ConsultationLifeCycle.SORT_TASK),
            Parties.WINDOW_DEPARTMENT,
            SORT,
            Ledger.of(c.clock(ClockName.ANSWER).limit()))
        .endingWith(ConsultationLifeCycle.SORT_TASK);
  }

  /** For a department. */
  static Task answer(Case<?> c, String department) {
    return Task.planned(
            c.round(ConsultationLifeCycle.ANSWER_TASK),
            department,
            ANSWER,
            Ledger.of(c.clock(ClockName.ANSWER).limit()))
        .endingWith(ConsultationLifeCycle.ANSWER_TASK);
  }
}
