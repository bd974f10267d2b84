package banshi.cases;

import banshi.text.Text;

/** The stages of a consultation (咨询): 待答复, 已答复, 追问未答复 and what ends it. */
public enum ConsultationStage implements Stage {
  ASKED("待处理", "Asked", false),
  ASSIGNED("待答复", "Assigned", false),
  ANSWERED("已答复", "Answered", false),
  FOLLOW_UP("追问待答复", "Follow-up asked", false),
  CLOSED("已办结", "Closed", true),
  REDIRECTED("已告知去向", "Redirected", true),
  CONVERTED("已转为办事", "Converted", true),
  WITHDRAWN("已撤回", "Withdrawn", true);

  private final Text label;
  private final boolean isFinal;

  ConsultationStage(String zh, String en, boolean isFinal) {
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
