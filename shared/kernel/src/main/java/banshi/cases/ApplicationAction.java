package banshi.cases;

import banshi.text.Text;

/** What can be done to an application. */
public enum ApplicationAction implements Action {
  SUBMIT("提交申请", "Submit"),
  REQUEST_CORRECTION("一次性告知补正", "Request corrections"),
  SUPPLEMENT("补交材料", "Supplement"),
  ACCEPT("受理", "Accept"),
  REFUSE("不予受理", "Refuse to accept"),
  SUSPEND("进入特别程序", "Suspend for a special procedure"),
  RESUME("特别程序结束", "Resume"),
  EXTEND("申请延长期限", "Ask for an extension"),
  DECIDE("作出决定", "Decide"),
  CORRECT_DECISION("更正决定", "Correct a decision"),
  DELIVER("送达", "Deliver"),
  WITHDRAW("撤回申请", "Withdraw"),
  CLAIM("认领任务", "Claim a task"),
  RELEASE("放回任务", "Release a task"),
  COMPLETE("完成任务", "Complete a task"),
  ROUTE("改派审查部门", "Route a review to another department"),
  DISCLOSE("查阅完整个人信息", "Read personal data in full"),
  DEEM_ACCEPTED("视为受理", "Deemed accepted"),
  RETURN("逾期未补正退件", "Returned for want of corrections"),
  LAPSE("容缺逾期视为撤回", "Lapsed for want of owed materials");

  private final Text label;

  ApplicationAction(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public boolean handles() {
    return this != DISCLOSE;
  }

  @Override
  public Text label() {
    return label;
  }
}
