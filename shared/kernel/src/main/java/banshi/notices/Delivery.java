package banshi.notices;

import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that was done to send one notice to one person by one channel. It holds no personal data.
 *
 * @param channel the channel
 * @param state how it stands
 * @param attempts every attempt there was, oldest first; never empty
 * @param discounted how many of them count no more, because a person put the notice back to be sent
 * @param spent the WeChat template whose consent this message has used, at most one for all
 *     attempts
 * @param serial by which the channel tells what became of the message that it took last; empty
 *     where it tells nothing
 */
public record Delivery(
    Channel channel,
    State state,
    List<Attempt> attempts,
    int discounted,
    Optional<String> spent,
    Optional<String> serial) {
  /** How a delivery stands. */
  public enum State {
    /** An attempt is under way, or its maker died over it. */
    TRYING("发送中", "Being sent"),
    /** Another attempt will follow. */
    WAITING("等待重试", "Waiting to be tried again"),
    /** The channel took the message. */
    SENT("已发送", "Sent"),
    /** The channel says that the message is on the person's telephone. */
    CONFIRMED("已送达", "Confirmed"),
    /** It may have been taken, and is not worth saying twice. */
    UNCONFIRMED("未确认", "Unconfirmed"),
    /** The person does not allow it. */
    DECLINED("用户未授权", "Not allowed"),
    /** The channel did not take it, and is not tried any more. */
    FAILED("发送失败", "Failed");

    private final Text label;

    State(String zh, String en) {
      this.label = new Text(zh, en);
    }

    /** What people call it. */
    public Text label() {
      return label;
    }

    /** Whether nothing more is said by any channel: it is said, or may be. */
    public boolean ends() {
      return this == SENT || this == CONFIRMED || this == UNCONFIRMED;
    }

    /** Whether the next channel has its turn. */
    public boolean passes() {
      return this == DECLINED || this == FAILED;
    }
  }

  /** The code of an attempt whose maker died over it. */
  public static final String ABANDONED = "ABANDONED";

  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /** The first attempt by a channel. */
  public static Delivery first(Channel channel, Instant now, Optional<String> spent) {
    return new Delivery(
        channel,
        State.TRYING,
        List.of(new Attempt(now, Attempt.Outcome.BEGUN, "")),
        0,
        spent,
        Optional.empty());
  }

  /** This and another attempt. */
  public Delivery again(Instant now, Optional<String> template) {
    List<Attempt> more = new ArrayList<>(abandoned().attempts);
    more.add(new Attempt(now, Attempt.Outcome.BEGUN, ""));
    return new Delivery(
        channel, State.TRYING, more, discounted, spent.or(() -> template), Optional.empty());
  }

  /** This with what came of the last attempt. */
  public Delivery ended(Attempt.Outcome outcome, String code, State then) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.set(all.size() - 1, new Attempt(attempts.getLast().at(), outcome, code));
    return new Delivery(channel, then, all, discounted, spent, serial);
  }

  /** This where nobody will ever tell what came of an attempt that was begun. */
  public Delivery abandoned() {
    return attempts.getLast().outcome() == Attempt.Outcome.BEGUN
        ? ended(Attempt.Outcome.UNANSWERED, ABANDONED, state)
        : this;
  }

  /** This in another state. */
  public Delivery in(State then) {
    return new Delivery(channel, then, attempts, discounted, spent, serial);
  }

  /** This where the channel will tell by a serial number what became of the message. */
  public Delivery under(Optional<String> number) {
    return new Delivery(channel, state, attempts, discounted, spent, number);
  }

  /** Whether the channel has taken the message and may still tell what became of it. */
  public boolean awaitsReceipt() {
    return state == State.SENT && serial.isPresent();
  }

  /** This with its consent given back. */
  public Delivery unspent() {
    return new Delivery(channel, state, attempts, discounted, Optional.empty(), serial);
  }

  /** This with its attempts counted anew. */
  public Delivery anew() {
    return state.passes()
        ? new Delivery(channel, State.WAITING, attempts, attempts.size(), spent, Optional.empty())
        : this;
  }

  /** How many attempts count. */
  public int tries() {
    return attempts.size() - discounted;
  }

  /** Whether any attempt may have been taken without anybody here knowing. */
  public boolean mayHaveArrived() {
    return attempts.stream().anyMatch(attempt -> attempt.outcome().open());
  }
}
