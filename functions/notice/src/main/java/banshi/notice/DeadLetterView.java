package banshi.notice;

import banshi.notices.Attempt;
import banshi.notices.Channel;
import banshi.notices.Delivery;
import banshi.notices.NoticeName;
import banshi.store.DeadLetter;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notice that could not be sent, as whoever looks after the hall sees it: what was to be told and
 * what each channel said, and nothing about the person.
 *
 * @param nameName what {@code name} is called
 * @param number the case it is about, when it is about one
 * @param at when what it tells of happened
 * @param since when it was given up
 */
@Schema
public record DeadLetterView(
    String id,
    NoticeName name,
    Text nameName,
    Optional<String> number,
    Instant at,
    Instant since,
    List<DeliveryView> deliveries) {

  /** What was tried by one channel. */
  public record DeliveryView(
      Channel channel,
      Text channelName,
      Delivery.State state,
      Text stateName,
      List<AttemptView> attempts) {
    static DeliveryView of(Delivery delivery) {
      return new DeliveryView(
          delivery.channel(),
          delivery.channel().label(),
          delivery.state(),
          delivery.state().label(),
          delivery.attempts().stream().map(AttemptView::of).toList());
    }
  }

  /**
   * One attempt.
   *
   * @param code what the channel said, in its own code; may be empty
   */
  public record AttemptView(Instant at, Attempt.Outcome outcome, Text outcomeName, String code) {
    static AttemptView of(Attempt attempt) {
      return new AttemptView(
          attempt.at(), attempt.outcome(), attempt.outcome().label(), attempt.code());
    }
  }

  static DeadLetterView of(DeadLetter letter) {
    return new DeadLetterView(
        new DeadLetterId(letter.place()).text(),
        letter.name(),
        letter.name().title(),
        letter.about(),
        letter.at(),
        letter.since(),
        letter.deliveries().stream().map(DeliveryView::of).toList());
  }
}
