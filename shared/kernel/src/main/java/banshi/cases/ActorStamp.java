package banshi.cases;

import java.util.Optional;

/**
 * Who did something, as the timeline keeps it: the part they played, never their name.
 *
 * @param role what they were to the case
 * @param department for officers, the department they acted for
 */
public record ActorStamp(Party role, Optional<String> department) {
  /** The stamp of moves that the clock makes. */
  public static final ActorStamp SYSTEM = new ActorStamp(Party.SYSTEM, Optional.empty());
}
