package banshi.cases;

import banshi.text.Text;

/** What can be done to a complaint (办不成事). There is no way to edit one. */
public enum ComplaintAction implements Action {
  SUBMIT("提交反映", "Submit"),
  TRIAGE("分类定级", "Triage"),
  ASSIGN("转办", "Assign"),
  RETURN_ASSIGNMENT("退回转办", "Return the assignment"),
  REDIRECT("告知去向", "Redirect"),
  REPLY("答复", "Reply"),
  CORRECT_REPLY("更正答复", "Correct the answer"),
  EXTEND("申请延长期限", "Ask for an extension"),
  CONFIRM("认可答复", "Confirm the answer"),
  DISPUTE("对答复提出异议", "Dispute the answer"),
  WITHDRAW("撤回反映", "Withdraw"),
  ESCALATE("升级督办", "Escalate"),
  REFER_DISCIPLINE("移交纪检监察", "Refer to discipline"),
  ACKNOWLEDGE_REFERRAL("签收移交", "Take note of a referral"),
  MERGE("并入一类事", "Merge into a cluster"),
  CLAIM("认领任务", "Claim a task"),
  RELEASE("放回任务", "Release a task"),
  DISCLOSE("查阅完整个人信息", "Read personal data in full"),
  ASSIGNMENT_STANDS("转办生效", "The assignment stands"),
  CLOSE_UNDISPUTED("逾期无异议办结", "Closed undisputed"),
  RATING_ENDS("评价期满", "The time for rating is over");

  private final Text label;

  ComplaintAction(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public Text label() {
    return label;
  }

  /** Supervising a complaint, or reading it, is not handling it. */
  @Override
  public boolean handles() {
    return switch (this) {
      case DISCLOSE, ESCALATE, REFER_DISCIPLINE, ACKNOWLEDGE_REFERRAL, MERGE -> false;
      case SUBMIT,
          TRIAGE,
          ASSIGN,
          RETURN_ASSIGNMENT,
          REDIRECT,
          REPLY,
          CORRECT_REPLY,
          EXTEND,
          CONFIRM,
          DISPUTE,
          WITHDRAW,
          CLAIM,
          RELEASE,
          ASSIGNMENT_STANDS,
          CLOSE_UNDISPUTED,
          RATING_ENDS ->
          true;
    };
  }
}
