package banshi.words;

import banshi.text.Text;

/** What is said beside a case. */
public enum Saying {
  /** 内部备注: by officers and supervisors, for them alone. */
  NOTE("内部备注", "Internal note"),
  /** 留言: between applicant and hall. */
  MESSAGE("留言", "Message"),
  /** 催办: the applicant asks for haste; it stands in the thread of messages. */
  HURRY("催办", "Reminder to hurry");

  private final Text label;

  Saying(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people read. */
  public Text label() {
    return label;
  }
}
