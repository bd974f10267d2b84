package banshi.notices;

import banshi.text.Text;

/**
 * How far a notice may disturb. Whether it may come at night and whether it is rather said twice
 * than not at all are two questions: what the law asks somebody to be told has days left, and a
 * night changes none of them.
 */
public enum Urgency {
  /** Can wait for the morning, and is not worth saying twice. */
  ORDINARY("一般", "Ordinary"),
  /** Cannot wait: it may come at night, and rather twice than not at all. */
  URGENT("紧急", "Urgent"),
  /**
   * The law asks that the person be told (告知): rather twice than not at all, but it waits for the
   * morning.
   */
  LEGAL("法定告知", "Required by law");

  private final Text label;

  Urgency(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people call it. */
  public Text label() {
    return label;
  }

  /** Whether a text message about it may come at night. */
  public boolean wakes() {
    return this == URGENT;
  }

  /** Whether it is repeated when nobody knows whether it arrived. */
  public boolean repeats() {
    return this != ORDINARY;
  }
}
