package banshi.cases;

import banshi.text.Text;

/** The stages of an application (办件), after GB/T 39046-2020: 申请, 受理, 办理, 办结. */
public enum ApplicationStage implements Stage {
  RECEIVED("已收件", "Received", false),
  CORRECTION_REQUESTED("待补正", "Correction requested", false),
  ACCEPTED("已受理", "Accepted", false),
  SUSPENDED("特别程序中", "Suspended for a special procedure", false),
  DECIDED("已决定", "Decided", false),
  COMPLETED("已办结", "Completed", true),
  NOT_ACCEPTED("不予受理", "Not accepted", true),
  WITHDRAWN("已撤回", "Withdrawn", true),
  RETURNED("已退件", "Returned", true);

  private final Text label;
  private final boolean isFinal;

  ApplicationStage(String zh, String en, boolean isFinal) {
    this.label = new Text(zh, en);
    this.isFinal = isFinal;
  }

  @Override
  public Text label() {
    return label;
  }

  @Override
  public boolean isFinal() {
    return isFinal;
  }
}
