package banshi.cases;

import banshi.text.Text;

/** What can be done to a consultation (咨询). */
public enum ConsultationAction implements Action {
  ASK("提出咨询", "Ask"),
  ASSIGN("转办", "Assign"),
  ANSWER("答复", "Answer"),
  CORRECT_ANSWER("更正答复", "Correct the answer"),
  EXTEND("申请延长期限", "Ask for an extension"),
  REDIRECT("告知去向", "Redirect"),
  FOLLOW_UP("追问", "Ask a follow-up question"),
  ACCEPT_ANSWER("认可答复", "Take the answer"),
  CONVERT("转为办事或反映", "Turn into a case"),
  WITHDRAW("撤回咨询", "Withdraw"),
  PUBLISH("公开答复", "Publish the answer"),
  UNPUBLISH("撤下公开答复", "Take the published answer down"),
  CLAIM("认领任务", "Claim a task"),
  RELEASE("放回任务", "Release a task"),
  DISCLOSE("查阅完整个人信息", "Read personal data in full"),
  CLOSE_SILENT("逾期未追问办结", "Closed, nothing more asked"),
  RATING_ENDS("评价期满", "The time for rating is over");

  private final Text label;

  ConsultationAction(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public Text label() {
    return label;
  }

  /** Reading it, or putting it before others, is not handling it. */
  @Override
  public boolean handles() {
    return switch (this) {
      case DISCLOSE, PUBLISH, UNPUBLISH -> false;
      case ASK,
          ASSIGN,
          ANSWER,
          CORRECT_ANSWER,
          EXTEND,
          REDIRECT,
          FOLLOW_UP,
          ACCEPT_ANSWER,
          CONVERT,
          WITHDRAW,
          CLAIM,
          RELEASE,
          CLOSE_SILENT,
          RATING_ENDS ->
          true;
    };
  }
}
