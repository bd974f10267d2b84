package banshi.cases;

import banshi.text.Text;

/** The stages of a company start-up (企业开办). */
public enum StartupStage implements Stage {
  AWAITING_SIGNATURES("待签署", "Awaiting signatures", false),
  RECEIVED("已收件", "Received", false),
  CORRECTION_REQUESTED("待修改", "Correction requested", false),
  LICENSING("设立登记中", "Licensing", false),
  ISSUING("并联办理中", "Issuing", false),
  COMPLETED("已办结", "Completed", true),
  DENIED("不予登记", "Denied", true),
  WITHDRAWN("已撤回", "Withdrawn", true),
  EXPIRED("已失效", "Expired", true);

  private final Text label;
  private final boolean isFinal;

  StartupStage(String zh, String en, boolean isFinal) {
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
