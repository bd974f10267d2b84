package banshi.figures;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Some counts, or the difference of some. Immutable; what is zero is left out.
 *
 * @param values the counts that are not zero
 */
public record Counts(Map<Count, Long> values) {
  /** Nothing. */
  public static final Counts NONE = new Counts(Map.of());

  public Counts {
    EnumMap<Count, Long> copy = new EnumMap<>(Count.class);
    values.forEach(
        (count, value) -> {
          if (value != 0) {
            copy.put(count, value);
          }
        });
    values = Collections.unmodifiableMap(copy);
  }

  /** One of the counts. */
  public long of(Count count) {
    return values.getOrDefault(count, 0L);
  }

  /** Whether every count is zero. */
  public boolean isZero() {
    return values.isEmpty();
  }

  /** These and others together. */
  public Counts plus(Counts others) {
    EnumMap<Count, Long> sum = new EnumMap<>(Count.class);
    sum.putAll(values);
    others.values.forEach((count, value) -> sum.merge(count, value, Math::addExact));
    return new Counts(sum);
  }

  /** What takes these away where it is added. */
  public Counts negated() {
    EnumMap<Count, Long> opposite = new EnumMap<>(Count.class);
    values.forEach((count, value) -> opposite.put(count, -value));
    return new Counts(opposite);
  }

  /** What a measure makes of them. */
  public Measured measured(Measure measure) {
    return measure.of(this);
  }
}
