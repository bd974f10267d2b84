package banshi.cases;

import banshi.identity.Actor;
import banshi.identity.Person;
import java.util.Optional;

/**
 * Who did something, as the timeline keeps it: the part they played, and the person. Who may be
 * told the person is {@link Sight}'s to say.
 *
 * @param role what they were to the case
 * @param department for officers, the department they acted for
 * @param person who it was; empty for the clock, and in entries from before persons were kept
 */
public record ActorStamp(Party role, Optional<String> department, Optional<Person> person) {
  /** The stamp of moves that the clock makes. */
  public static final ActorStamp SYSTEM = new ActorStamp(Party.SYSTEM, Optional.empty());

  /** The part alone: the desk adds the person who called. */
  public ActorStamp(Party role, Optional<String> department) {
    this(role, department, Optional.empty());
  }

  /** A caller in the part that they play. */
  public static ActorStamp of(Actor actor, Party party, Optional<String> department) {
    return new ActorStamp(party, department, Optional.of(actor.person()));
  }

  /** The same with the person, where one acted and is not named yet. */
  ActorStamp by(Person acting) {
    return role == Party.SYSTEM || person.isPresent()
        ? this
        : new ActorStamp(role, department, Optional.of(acting));
  }
}
