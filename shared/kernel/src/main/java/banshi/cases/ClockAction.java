package banshi.cases;

import banshi.text.Text;

/** What the clock itself does in every kind of case, whatever the kind's own table says. */
public enum ClockAction implements Action {
  /** A due date is near. */
  WARN("到期预警", "Warn of a due date"),
  /** A due date has passed. */
  OVERDUE("超期", "Overdue"),
  /** A due date has passed for some time, and somebody higher is told. */
  ESCALATE("升级督办", "Escalate"),
  /** A claim on a task ran out. */
  LEASE_END("认领到期", "A claim ran out"),
  /** Another case has to do with it; the note is that case's number. */
  LINK("关联另案", "Linked to another case"),
  /** A notice about holidays moved a due date. */
  RECOUNT("期限重新计算", "Due dates recounted");

  private final Text label;

  ClockAction(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public Text label() {
    return label;
  }
}
