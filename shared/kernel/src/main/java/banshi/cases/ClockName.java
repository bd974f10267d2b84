package banshi.cases;

import banshi.text.Text;

/** The clocks that a case may carry. */
public enum ClockName {
  /** To accept, refuse or ask for corrections (Administrative Licensing Law art. 32). */
  ACCEPTANCE("受理时限", "Acceptance"),
  /** What the hall promises. */
  PROMISED("承诺办结时限", "Promised"),
  /** What the law allows (Administrative Licensing Law art. 42). */
  STATUTORY("法定办结时限", "Statutory"),
  /** To answer a complaint: from its receipt, by its tier. */
  ANSWER("答复时限", "Answer"),
  /** To dispute an answer: from the answer. */
  DISPUTE("异议期限", "Dispute"),
  /** To rate a complaint after it was closed. */
  RATING("评价期限", "Rating"),
  /** To ask a follow-up question, or to take an answer: from the answer. */
  FOLLOW_UP("追问期限", "Follow-up"),
  /** To sign the form of a start-up: from its filing, or from its last change. */
  SIGNING("签署期限", "Signing");

  private final Text label;

  ClockName(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people read. */
  public Text label() {
    return label;
  }
}
