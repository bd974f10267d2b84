package banshi.audit;

import banshi.cases.ActorStamp;
import banshi.cases.CaseNumber;
import banshi.cases.Party;
import banshi.identity.Actor;
import banshi.identity.Person;
import banshi.identity.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that one officer or supervisor saw or did. Prints without person, address and reason.
 *
 * @param at when, by the request's own time
 * @param person who
 * @param roles what they were to the hall
 * @param party what they were to the case; empty without a case
 * @param department the department they acted for, where that is one
 * @param address where from, as the gateway saw it
 * @param kind what kind of thing
 * @param action which one: an action's name, or what was read, 1 to 60 characters
 * @param number the case; empty when it was no single one
 * @param reason why, in the person's words, or what was looked for; may tell of a person
 */
public record AuditEntry(
    Instant at,
    Person person,
    Set<Role> roles,
    Optional<Party> party,
    Optional<String> department,
    Optional<String> address,
    AuditKind kind,
    String action,
    Optional<CaseNumber> number,
    Optional<String> reason) {
  public AuditEntry {
    roles = Set.copyOf(roles);
  }

  /** What a caller did that is about no single case. */
  public static AuditEntry of(Actor actor, Instant at, AuditKind kind, String action) {
    return new AuditEntry(
        at,
        actor.person(),
        actor.roles(),
        Optional.empty(),
        actor.departments().size() == 1
            ? actor.departments().stream().findFirst()
            : Optional.empty(),
        actor.address(),
        kind,
        action,
        Optional.empty(),
        Optional.empty());
  }

  /** The same about a case, in the part that the caller plays in it. */
  public AuditEntry about(CaseNumber read, ActorStamp stamp) {
    return new AuditEntry(
        at,
        person,
        roles,
        Optional.of(stamp.role()),
        stamp.department().or(() -> department),
        address,
        kind,
        action,
        Optional.of(read),
        reason);
  }

  /** The same about a case that the caller is no party to, or of which it does not matter. */
  public AuditEntry about(CaseNumber read) {
    return new AuditEntry(
        at, person, roles, party, department, address, kind, action, Optional.of(read), reason);
  }

  /** The same with why, or with what was looked for. */
  public AuditEntry because(String words) {
    return new AuditEntry(
        at, person, roles, party, department, address, kind, action, number, Optional.of(words));
  }

  @Override
  public String toString() {
    return "AuditEntry[" + at + " " + kind + " " + action + "]";
  }
}
