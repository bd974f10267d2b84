package banshi.complaint;

import banshi.text.Text;

/** How soon a complaint is to be answered; the limits are configuration ({@link Rules}). */
public enum Tier {
  /** The same service day. */
  IMMEDIATE("即时办理", "Same service day"),
  D1("1个工作日", "1 working day"),
  D3("3个工作日", "3 working days"),
  D5("5个工作日", "5 working days"),
  D10("10个工作日", "10 working days"),
  D15("15个工作日", "15 working days");

  private final Text label;

  Tier(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people read. */
  public Text label() {
    return label;
  }

  /** Whether it leaves more time than another: a lower tier, which only a supervisor may choose. */
  boolean isLowerThan(Tier other) {
    return compareTo(other) > 0;
  }
}
