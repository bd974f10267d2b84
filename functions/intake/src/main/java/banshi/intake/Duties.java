package banshi.intake;

import banshi.cases.ApplicationLifeCycle;
import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.Part;
import banshi.cases.Parties;
import banshi.cases.Task;
import banshi.clock.Ledger;
import banshi.clock.TimeLimit;
import banshi.text.Text;

/** What the window and the lead departments have to do in an application, as tasks. */
final class Duties {
  private static final Text RECEIVE =
      new Text("收件审查：受理、补正或不予受理", "Accept, ask for corrections or refuse");
  private static final Text DELIVER = new Text("送达办理结果", "Hand over the result");
  private static final Text RESUME =
      new Text("特别程序期满，恢复办理", "The special procedure ends as planned: resume");

  private Duties() {}

  /** For the window, by the clock ACCEPTANCE: anew after each supplement. */
  static Task receive(Case<?> c) {
    return window(
        c,
        ApplicationLifeCycle.RECEIVE_TASK,
        RECEIVE,
        Ledger.of(c.clock(ClockName.ACCEPTANCE).limit()));
  }

  /** For the window, by the clock DELIVERY. */
  static Task deliver(Case<?> c) {
    return window(c, ApplicationLifeCycle.DELIVER_TASK, DELIVER, Ledger.of(Submission.DELIVERY));
  }

  private static Task window(Case<?> c, String duty, Text title, Ledger time) {
    return Task.planned(c.round(duty), Parties.WINDOW_DEPARTMENT, title, time).endingWith(duty);
  }

  /** For a matter's lead department: opens when all its reviews are over. */
  static Task decide(Part matter, TimeLimit promised) {
    return Task.planned(
            decision(matter.id()),
            matter.lead(),
            new Text("作出决定：" + matter.title().zh(), "Decide: " + matter.title().en()),
            Ledger.of(promised))
        .endingWith(ApplicationLifeCycle.DECIDE_TASK)
        .opensAfter(matter.id());
  }

  /** The part that a matter's decision is, among the tasks. */
  static String decision(String matterCode) {
    return ApplicationLifeCycle.DECIDE_TASK + "-" + matterCode;
  }

  /** For the department that began a special procedure, when its planned time is over. */
  static Task resume(Case<?> c, String department, int plannedDays) {
    return Task.planned(
            c.round(ApplicationLifeCycle.RESUME_TASK),
            department,
            RESUME,
            Ledger.of(TimeLimit.workingDays(plannedDays)))
        .endingWith(ApplicationLifeCycle.RESUME_TASK);
  }
}
