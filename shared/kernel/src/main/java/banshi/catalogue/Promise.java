package banshi.catalogue;

import banshi.clock.TimeLimit;
import java.util.Optional;

/** How soon a matter is promised to be finished (承诺办结时限). */
public sealed interface Promise {

  /** While the person waits: an immediate matter (即办件, GB/T 39046-2020 table A.6 code 1). */
  record Immediate() implements Promise {}

  /** Within a limit from acceptance: a promised matter (承诺件, table A.6 code 2). */
  record Within(Limit limit) implements Promise {}

  /** The limit to run a clock on; empty for an immediate matter. */
  default Optional<TimeLimit> time() {
    return switch (this) {
      case Immediate _ -> Optional.empty();
      case Within(var limit) -> Optional.of(limit.time());
    };
  }
}
