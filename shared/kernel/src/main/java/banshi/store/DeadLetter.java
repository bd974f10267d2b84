package banshi.store;

import banshi.notices.Delivery;
import banshi.notices.NoticeName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A notice that reached its person by no channel, though one at least should have. It holds no
 * personal data.
 *
 * @param place finds it again; the person in it is a keyed hash
 * @param name what was to be told
 * @param event what caused it
 * @param about the number of the case, when it is about one
 * @param at when it happened
 * @param since when it was given up
 * @param deliveries what was tried
 */
public record DeadLetter(
    String place,
    NoticeName name,
    String event,
    Optional<String> about,
    Instant at,
    Instant since,
    List<Delivery> deliveries) {
  public DeadLetter {
    deliveries = List.copyOf(deliveries);
  }

  /** The same with its attempts counted anew, as it is once it waits again. */
  public DeadLetter anew() {
    return new DeadLetter(
        place, name, event, about, at, since, deliveries.stream().map(Delivery::anew).toList());
  }
}
