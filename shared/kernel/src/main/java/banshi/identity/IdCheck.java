package banshi.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a look at an identity number found. It does not hold the number. */
public sealed interface IdCheck {
  /** The number is sound. */
  record Ok() implements IdCheck {
    @Override
    public Set<IdProblem> problems() {
      return Set.of();
    }
  }

  /** A document may bear this number, but somebody should look: never a reason to refuse. */
  record Warning(Set<IdProblem> problems) implements IdCheck {
    public Warning {
      problems = inOrder(problems);
    }
  }

  /** No document bears this number. */
  record Malformed(Set<IdProblem> problems) implements IdCheck {
    public Malformed {
      problems = inOrder(problems);
    }
  }

  /**
   * Everything that was found, in the order of {@link IdProblem}; empty when the number is sound.
   */
  Set<IdProblem> problems();

  /** Whether a document may bear this number: sound, or with a warning only. */
  default boolean isPlausible() {
    return switch (this) {
      case Ok ok -> true;
      case Warning warning -> true;
      case Malformed malformed -> false;
    };
  }

  /** The finding that {@code problems} amount to. */
  static IdCheck of(Set<IdProblem> problems) {
    if (problems.isEmpty()) {
      return new Ok();
    }
    return problems.stream().anyMatch(IdProblem::isFatal)
        ? new Malformed(problems)
        : new Warning(problems);
  }

  private static Set<IdProblem> inOrder(Set<IdProblem> problems) {
    return Collections.unmodifiableSet(EnumSet.copyOf(problems));
  }
}
