package banshi.reminder.send;

import banshi.identity.Phone;
import banshi.notices.Channel;
import banshi.store.Letter;
import java.util.Optional;

/** Brings notices by text message, to whoever has a mobile number of the mainland. */
final class TextMessageCarrier implements Carrier {
  private final TextMessages messages;

  TextMessageCarrier(TextMessages messages) {
    this.messages = messages;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Parcel prepare(Letter letter) {
    Optional<Phone> phone = letter.contact().phone().filter(Phone::isMainlandMobile);
    return phone
        .<Parcel>map(
            to ->
                new Parcel.Ready(
                    Optional.empty(), () -> messages.send(to, Words.text(letter.notice()))))
        .orElseGet(Parcel.Unreachable::new);
  }
}
