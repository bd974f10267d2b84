package banshi.reminder.send;

import banshi.identity.ApplicantKey;
import banshi.identity.Phone;
import banshi.notices.Attempt;
import banshi.notices.Channel;
import banshi.store.Letter;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings notices by text message, to whoever has a mobile number of the mainland. The telephone
 * that a person signed in with last goes before the one that the notice's cause knew, whoever gave
 * that: a form may be old, or somebody else's.
 */
final class TextMessageCarrier implements Carrier {
  private final TextMessages messages;
  private final Function<ApplicantKey, Optional<Phone>> confirmed;

  /**
   * @param confirmed finds the telephone that somebody signed in with last
   */
  TextMessageCarrier(TextMessages messages, Function<ApplicantKey, Optional<Phone>> confirmed) {
    this.messages = messages;
    this.confirmed = confirmed;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Parcel prepare(Letter letter) {
    return confirmed
        .apply(letter.owner())
        .filter(Phone::isMainlandMobile)
        .or(() -> letter.contact().phone().filter(Phone::isMainlandMobile))
        .map(to -> addressed(messages.prepare(to, letter.notice()), to))
        .orElseGet(Parcel.Unreachable::new);
  }

  private static Parcel addressed(Parcel parcel, Phone to) {
    return parcel instanceof Parcel.Ready ready ? ready.to(to) : parcel;
  }

  @Override
  public Receipt receipt(Letter letter, String serial) {
    Optional<Instant> sent =
        letter.by(Channel.SMS).map(delivery -> delivery.attempts().getLast()).map(Attempt::at);
    return letter
        .contact()
        .phone()
        .flatMap(to -> sent.map(at -> messages.receipt(to, serial, at)))
        .orElseGet(Receipt.Open::new);
  }
}
