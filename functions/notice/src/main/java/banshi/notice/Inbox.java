package banshi.notice;

import banshi.catalogue.Catalogue;
import banshi.identity.Actor;
import banshi.identity.Role;
import banshi.notices.Recipient;
import java.util.Optional;

/**
 * An inbox that a caller may look into.
 *
 * @param name how the caller names it: a department's code, {@value #SUPERVISORS}, or nothing for
 *     an applicant's own
 * @param recipient whose it is
 * @param marks whether the caller may mark its notices as read: a supervisor who looks into a
 *     department's inbox may not, since its officers would then overlook them
 */
record Inbox(Optional<String> name, Recipient recipient, boolean marks) {
  /** The name of the supervisors' inbox. */
  static final String SUPERVISORS = "SUPERVISORS";

  /** The inbox of this name; empty when there is none or it is not for the caller. */
  static Optional<Inbox> of(Actor caller, Catalogue catalogue, Optional<String> name) {
    if (name.isEmpty()) {
      return Optional.of(new Inbox(name, new Recipient.Person(caller.key()), true))
          .filter(own -> caller.is(Role.APPLICANT));
    }
    if (name.get().equals(SUPERVISORS)) {
      return Optional.of(new Inbox(name, new Recipient.Supervisors(), true))
          .filter(theirs -> caller.is(Role.SUPERVISOR));
    }
    boolean officer = caller.actsFor(name.get());
    return catalogue
        .department(name.get())
        .filter(department -> officer || caller.is(Role.SUPERVISOR))
        .map(department -> new Inbox(name, new Recipient.Department(name.get()), officer));
  }
}
