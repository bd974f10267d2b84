package banshi.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An officer's lease on a task. Officers are named by the subject of their token.
 *
 * @param officer who holds it
 * @param until from this instant on the task is free again, without anybody's doing
 * @param handedBy the colleague who handed it to them; empty when they took it themselves
 * @param helpers the colleagues who may act on the task as well while the lease holds (协办人)
 */
public record Claim(String officer, Instant until, Optional<String> handedBy, Set<String> helpers) {
  public Claim {
    helpers = Collections.unmodifiableSortedSet(new TreeSet<>(helpers));
  }

  /** A lease that an officer took. */
  public Claim(String officer, Instant until) {
    this(officer, until, Optional.empty(), Set.of());
  }

  /** Whether the lease still holds. */
  public boolean holdsAt(Instant now) {
    return now.isBefore(until);
  }

  /** Whether an officer holds the task or shares it. */
  public boolean isOf(String subject) {
    return officer.equals(subject) || helpers.contains(subject);
  }

  /** The same lease to a later end: claiming again never shortens it. */
  Claim through(Instant end) {
    return new Claim(officer, end.isAfter(until) ? end : until, handedBy, helpers);
  }

  Claim sharedWith(String subject) {
    Set<String> more = new HashSet<>(helpers);
    more.add(subject);
    return new Claim(officer, until, handedBy, more);
  }

  Claim sharedWithout(String subject) {
    Set<String> fewer = new HashSet<>(helpers);
    fewer.remove(subject);
    return new Claim(officer, until, handedBy, fewer);
  }
}
