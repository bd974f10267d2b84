package banshi.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far the newest calendar has been carried to the running cases: one item, changed only by
 * those who know how it is.
 */
public final class Recounts {
  private static final String WHAT = "CALENDAR";
  private static final String STEP = "step";
  private static final String DONE = "done";
  private static final String TARGET = "target";
  private static final String PLACE = "place";
  private static final String LOOKED = "looked";
  private static final String MOVED = "moved";
  private static final String FIRMED = "firmed";
  private static final String UNREADABLE = "unreadable";

  private final TableClient table;

  /** Over this table. */
  public Recounts(TableClient table) {
    this.table = table;
  }

  /**
   * What a walk has met so far. A run that is cut off does not tell of its last stretch, so these
   * are figures for people, not for books.
   *
   * @param looked cases looked at
   * @param moved cases of which a due date moved
   * @param firmed cases of which no date moved, but one is no longer provisional
   * @param unreadable cases that could not be read
   */
  public record Tally(long looked, long moved, long firmed, long unreadable) {
    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
      return new Tally(
          looked + other.looked,
          moved + other.moved,
          firmed + other.firmed,
          unreadable + other.unreadable);
    }
  }

  /**
   * How far it is.
   *
   * @param step counts the changes of this item, from 1 on
   * @param done the edition of the calendar that every running case has been through
   * @param target the edition that is being carried; {@code done} when none is
   * @param place where the walk stands; empty before its first step and when it is through
   * @param tally what the walk has met
   */
  public record Progress(
      long step, int done, int target, Optional<RunningCases.Place> place, Tally tally) {
    /** Before the first walk. */
    public static final Progress NONE = new Progress(0, 0, 0, Optional.empty(), Tally.NONE);

    /** Whether there is nothing to do for a build that counts by this edition. */
    public boolean isThrough(int edition) {
      return done >= edition;
    }

    /** The walk for a newer edition, which is about to begin. */
    public Progress towards(int edition, RunningCases.Place start) {
      return new Progress(step, done, edition, Optional.of(start), Tally.NONE);
    }

    /** The same walk farther on; through when there is no next place. */
    public Progress at(Optional<RunningCases.Place> next, Tally more) {
      return new Progress(step, next.isEmpty() ? target : done, target, next, tally.plus(more));
    }
  }

  /** How far it is now: one read, strongly consistent. */
  public Progress read() {
    return table.get(Keys.reminderPk(WHAT), Keys.STATE).map(Recounts::decode).orElse(Progress.NONE);
  }

  /**
   * Writes how far it is, unless somebody else has since {@code progress} was read.
   *
   * @return the progress with its next step; empty when somebody was faster
   */
  public Optional<Progress> write(Progress progress) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":read", Attributes.number(progress.step()));
    values.put(":step", Attributes.number(progress.step() + 1));
    values.put(":done", Attributes.number(progress.done()));
    values.put(":target", Attributes.number(progress.target()));
    values.put(
        ":place", Attributes.text(progress.place().map(RunningCases.Place::text).orElse("")));
    values.put(":looked", Attributes.number(progress.tally().looked()));
    values.put(":moved", Attributes.number(progress.tally().moved()));
    values.put(":firmed", Attributes.number(progress.tally().firmed()));
    values.put(":unreadable", Attributes.number(progress.tally().unreadable()));
    return table
        .update(
            request ->
                request
                    .key(Attributes.key(Keys.reminderPk(WHAT), Keys.STATE))
                    .updateExpression(
                        "SET #step = :step, done = :done, target = :target, place = :place,"
                            + " looked = :looked, moved = :moved, firmed = :firmed,"
                            + " unreadable = :unreadable")
                    .conditionExpression(
                        progress.step() == 0
                            ? "attribute_not_exists(pk) OR #step = :read"
                            : "#step = :read")
                    .expressionAttributeNames(Map.of("#step", STEP))
                    .expressionAttributeValues(values))
        .map(Recounts::decode);
  }

  private static Progress decode(Map<String, AttributeValue> item) {
    return new Progress(
        Attributes.number(item, STEP),
        Math.toIntExact(Attributes.number(item, DONE)),
        Math.toIntExact(Attributes.number(item, TARGET)),
        Attributes.optionalText(item, PLACE)
            .filter(place -> !place.isEmpty())
            .map(RunningCases.Place::parse),
        new Tally(
            Attributes.number(item, LOOKED),
            Attributes.number(item, MOVED),
            Attributes.number(item, FIRMED),
            Attributes.number(item, UNREADABLE)));
  }
}
