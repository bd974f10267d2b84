package banshi.cases;

import banshi.text.Text;

/** The clocks that a case may carry. */
public enum ClockName {
  /** To accept, refuse or ask for corrections (Administrative Licensing Law art. 32). */
  ACCEPTANCE("受理时限", "Acceptance"),
  /** To correct an application: from the one list of everything that is to be corrected. */
  CORRECTION("补正期限", "Correction"),
  /** To bring what is owed (容缺受理): from acceptance, by the earliest of the promised days. */
  OWED("容缺材料补齐期限", "Owed materials"),
  /** What the hall promises. */
  PROMISED("承诺办结时限", "Promised"),
  /** What the law allows (Administrative Licensing Law art. 42). */
  STATUTORY("法定办结时限", "Statutory"),
  /** To hand over what was decided (Administrative Licensing Law art. 44): from the decision. */
  DELIVERY("送达期限", "Delivery"),
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

  /** Whether it counts the time of those whom the case is for, not the hall's. */
  boolean isTheirs() {
    return switch (this) {
      case ACCEPTANCE, PROMISED, STATUTORY, DELIVERY, ANSWER -> false;
      case CORRECTION, OWED, DISPUTE, RATING, FOLLOW_UP, SIGNING -> true;
    };
  }

  /** What people read. */
  public Text label() {
    return label;
  }
}
