package banshi.store;

import banshi.identity.ApplicantKey;
import banshi.identity.Contact;
import banshi.identity.Phone;
import banshi.notices.Channel;
import banshi.notices.Delivery;
import banshi.notices.Notice;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A notice in the hands of one sender, for as long as the lease lasts.
 *
 * @param place where it lies under the lease
 * @param notice what is to be told
 * @param owner who is told
 * @param contact how to reach them, as far as the cause knew; once a text message was begun, the
 *     telephone that it went to
 * @param expiresAt when its records may go, in epoch seconds
 * @param deliveries what was done so far, by channel
 */
public record Letter(
    Waiting place,
    Notice notice,
    ApplicantKey owner,
    Contact contact,
    long expiresAt,
    Map<Channel, Delivery> deliveries) {
  public Letter {
    deliveries = Map.copyOf(deliveries);
  }

  /** What was done by a channel; empty when it was not tried. */
  public Optional<Delivery> by(Channel channel) {
    return Optional.ofNullable(deliveries.get(channel));
  }

  /** Since when the lease lasts no more. */
  public Instant leasedUntil() {
    return place.since();
  }

  Letter calling(Phone other) {
    return new Letter(place, notice, owner, contact.calling(other), expiresAt, deliveries);
  }

  Letter with(Delivery delivery) {
    Map<Channel, Delivery> all = new EnumMap<>(Channel.class);
    all.putAll(deliveries);
    all.put(delivery.channel(), delivery);
    return new Letter(place, notice, owner, contact, expiresAt, all);
  }
}
