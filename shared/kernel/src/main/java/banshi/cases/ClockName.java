package banshi.cases;

import banshi.text.Text;

/** The clocks that a case may carry. */
public enum ClockName {
  /** To accept, refuse or ask for corrections (Administrative Licensing Law art. 32). */
  ACCEPTANCE("受理时限", "Acceptance"),
  /** What the hall promises. */
  PROMISED("承诺办结时限", "Promised"),
  /** What the law allows (Administrative Licensing Law art. 42). */
  STATUTORY("法定办结时限", "Statutory");

  private final Text label;

  ClockName(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people read. */
  public Text label() {
    return label;
  }
}
