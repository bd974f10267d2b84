package banshi.reminder.send;

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
     * @param call sends it and waits for the answer; never throws
     */
    record Ready(Optional<String> consent, Supplier<Reply> call) implements Parcel {}
  }
}
