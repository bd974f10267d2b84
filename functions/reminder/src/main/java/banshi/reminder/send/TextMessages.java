package banshi.reminder.send;

import banshi.identity.Phone;
import banshi.notices.Notice;
import java.time.Instant;
import java.util.Optional;

/** Somebody who brings text messages to telephones. */
interface TextMessages {
  /** A notice in the form that this carrier takes, ready to go to a telephone. Calls nobody. */
  Carrier.Parcel prepare(Phone to, Notice notice);

  /**
   * Asks what became of a message; never throws. Of a carrier that gives no serial numbers nothing
   * is ever asked.
   *
   * @param serial what the carrier answered when it took the message
   * @param sent when it did, to the minute
   */
  Receipt receipt(Phone to, String serial, Instant sent);

  /** Somebody who takes any text and tells nothing of what became of it. */
  @FunctionalInterface
  interface OfAnyText extends TextMessages {
    /** Sends a text and waits for the answer; never throws. */
    Reply send(Phone to, String text);

    @Override
    default Carrier.Parcel prepare(Phone to, Notice notice) {
      return new Carrier.Parcel.Ready(Optional.empty(), () -> send(to, Words.text(notice)));
    }

    @Override
    default Receipt receipt(Phone to, String serial, Instant sent) {
      return new Receipt.Open();
    }
  }
}
