package banshi.cases;

import banshi.text.Text;

/** What can be done to a company start-up (企业开办). */
public enum StartupAction implements Action {
  SUBMIT("提交开办申请", "Submit"),
  AMEND("修改申请", "Change the form"),
  SIGN("签署", "Sign"),
  REQUEST_CORRECTION("通知修改", "Request corrections"),
  DENY("不予登记", "Deny"),
  WITHDRAW("撤回申请", "Withdraw"),
  CLAIM("认领任务", "Claim a task"),
  RELEASE("放回任务", "Release a task"),
  COMPLETE("完成任务", "Complete a task"),
  CORRECT_RESULT("更正办理结果", "Correct a result"),
  DISCLOSE("查阅完整个人信息", "Read personal data in full"),
  EXPIRE("逾期未签署失效", "Expired unsigned"),
  ANNUAL_REPORT_OPENS("年度报告开始报送", "The annual report opens"),
  ANNUAL_REPORT_ENDS("年度报告即将截止", "The annual report ends soon");

  private final Text label;

  StartupAction(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public Text label() {
    return label;
  }

  /** Signing what somebody else filed, or reading it, is not handling it. */
  @Override
  public boolean handles() {
    return switch (this) {
      case SIGN, DISCLOSE -> false;
      case SUBMIT,
          AMEND,
          REQUEST_CORRECTION,
          DENY,
          WITHDRAW,
          CLAIM,
          RELEASE,
          COMPLETE,
          CORRECT_RESULT,
          EXPIRE,
          ANNUAL_REPORT_OPENS,
          ANNUAL_REPORT_ENDS ->
          true;
    };
  }
}
