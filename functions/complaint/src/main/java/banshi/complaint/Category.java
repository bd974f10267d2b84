package banshi.complaint;

import banshi.text.Text;

/** What the complainant says it is about. */
public enum Category {
  MATERIALS("材料问题", "Materials"),
  ROUTING("找不到受理部门", "No department takes it"),
  REPEATED_TRIPS("多次跑动", "Repeated trips"),
  POLICY("政策问题", "Policy"),
  SYSTEM("系统问题", "System"),
  STAFF("工作人员问题", "Staff"),
  OTHER("其他", "Other");

  private final Text label;

  Category(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people read. */
  public Text label() {
    return label;
  }
}
