package banshi.words;

import banshi.cases.ActorStamp;
import java.time.Instant;
import java.util.List;

/**
 * Something that was said beside a case; it is never changed.
 *
 * @param id tells it from everything else that was said at the same moment
 * @param what a note, a message or a reminder to hurry
 * @param at when it was said
 * @param by who said it: the part they play in the case, and the person
 * @param text the words; a reminder to hurry may have none and is then empty
 * @param evidence what bears it out
 */
public record Said(
    String id, Saying what, Instant at, ActorStamp by, String text, List<Evidence> evidence) {
  public Said {
    evidence = List.copyOf(evidence);
  }
}
