package banshi.reminder.send;

import banshi.identity.Phone;
import banshi.notices.Channel;
import banshi.store.Letter;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings messages to people by one channel. */
interface Carrier {
  /** By which. */
  Channel channel();

  /** What this carrier can do with a letter. Calls nobody. */
  Parcel prepare(Letter letter);

  /**
   * Asks what became of a letter that the channel took; never throws. Asked as often as one likes:
   * asking changes nothing.
   *
   * @param serial what the channel answered when it took it
   */
  default Receipt receipt(Letter letter, String serial) {
    return new Receipt.Open();
  }

  /** A letter in the channel's form. */
  sealed interface Parcel {
    /** The channel cannot reach this person, or does not carry this notice. */
    record Unreachable() implements Parcel {}

    /** The words do not fit the channel's form: something on our side is to be mended. */
    record Unfit(String code) implements Parcel {}

    /**
     * It can go.
     *
     * @param consent the template whose consent it spends, where the channel asks for one
     * @param to the telephone that it goes to, where the channel calls one
     * @param call sends it and waits for the answer; never throws
     */
    record Ready(Optional<String> consent, Optional<Phone> to, Supplier<Reply> call)
        implements Parcel {
      /** Of a channel that calls no telephone. */
      Ready(Optional<String> consent, Supplier<Reply> call) {
        this(consent, Optional.empty(), call);
      }

      /** The same, going to a telephone. */
      Ready to(Phone phone) {
        return new Ready(consent, Optional.of(phone), call);
      }
    }
  }
}
