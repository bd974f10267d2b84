package banshi.notices;

import banshi.text.Text;

/** How far a notice may disturb. */
public enum Urgency {
  /** Can wait for the morning, and is not worth saying twice. */
  ORDINARY("一般", "Ordinary"),
  /** Cannot wait: it may come at night, and rather twice than not at all. */
  URGENT("紧急", "Urgent"),
  /** The law asks that the person be told (告知): treated as urgent. */
  LEGAL("法定告知", "Required by law");

  private final Text label;

  Urgency(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people call it. */
  public Text label() {
    return label;
  }

  /** Whether it may come at night, and is repeated when nobody knows whether it arrived. */
  public boolean pressing() {
    return this != ORDINARY;
  }
}
