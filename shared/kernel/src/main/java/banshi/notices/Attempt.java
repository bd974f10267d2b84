package banshi.notices;

import banshi.text.Text;
import java.time.Instant;

/**
 * One attempt to send a notice by one channel.
 *
 * @param at when it began
 * @param outcome what came of it
 * @param code what the channel said, in its own code; never its words, which may quote an address
 */
public record Attempt(Instant at, Outcome outcome, String code) {
  /** What came of an attempt. */
  public enum Outcome {
    /** Nothing is known: it is under way, or whoever made it died over it. */
    BEGUN("进行中", "Begun"),
    /** The channel took the message. */
    TAKEN("已接收", "Taken"),
    /** The channel surely did not take it, and may take it later. */
    BUSY("通道繁忙", "Busy"),
    /** There was no answer, or none that can be read: it may have been taken. */
    UNANSWERED("无应答", "Unanswered"),
    /** The channel surely did not take it, and never will. */
    REFUSED("通道拒绝", "Refused"),
    /** The channel took the message, and says that it arrived. */
    ARRIVED("已送达", "Arrived"),
    /** The channel took the message, and says that it will never arrive. */
    UNDELIVERED("未送达", "Not delivered"),
    /** The person does not allow it. */
    NOT_ALLOWED("用户未授权", "Not allowed");

    private final Text label;

    Outcome(String zh, String en) {
      this.label = new Text(zh, en);
    }

    /** What people call it. */
    public Text label() {
      return label;
    }

    /** Whether the message may have been taken without anybody here knowing. */
    public boolean open() {
      return this == BEGUN || this == UNANSWERED;
    }
  }
}
