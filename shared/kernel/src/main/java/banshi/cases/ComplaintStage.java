package banshi.cases;

import banshi.text.Text;

/** The stages of a complaint (办不成事), after GB/T 36113-2018: 受理, 处置, 反馈, 归档. */
public enum ComplaintStage implements Stage {
  SUBMITTED("已提交", "Submitted", false),
  TRIAGED("已分类", "Triaged", false),
  ASSIGNED("已转办", "Assigned", false),
  REPLIED("已答复", "Replied", false),
  CLOSED("已办结", "Closed", true),
  REDIRECTED("已告知去向", "Redirected", true),
  WITHDRAWN("已撤回", "Withdrawn", true);

  private final Text label;
  private final boolean isFinal;

  ComplaintStage(String zh, String en, boolean isFinal) {
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
