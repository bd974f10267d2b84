package banshi.complaint;

import banshi.text.Text;

/** Why it could not be done, as the window judges (local practice: domain-facts 3.1). */
public enum CauseClass {
  MATERIALS_UNCLEAR("材料或诉求不清", "Materials or request unclear"),
  POLICY("法律政策机制原因", "Law, policy or mechanism"),
  SEVERAL_DEPARTMENTS("涉及多个部门", "Several departments involved"),
  STAFF("工作人员原因", "Caused by staff"),
  SYSTEM("系统故障", "System fault"),
  OTHER("其他", "Other");

  private final Text label;

  CauseClass(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people read. */
  public Text label() {
    return label;
  }
}
