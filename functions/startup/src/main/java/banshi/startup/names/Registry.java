package banshi.startup.names;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A registry (登记机关) that takes names.
 *
 * @param code its six-digit division code
 * @param name its division as it stands in names, the city in front
 * @param bare the division without its city, which does not do
 * @param validFrom its first day
 * @param validTo its last day, when that is known
 */
public record Registry(
    String code, String name, Set<String> bare, LocalDate validFrom, Optional<LocalDate> validTo) {
  /** Copies the set. */
  public Registry {
    bare = Set.copyOf(bare);
  }

  boolean isOpen(LocalDate day) {
    return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }
}
