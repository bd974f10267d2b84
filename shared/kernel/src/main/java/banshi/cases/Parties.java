package banshi.cases;

import banshi.identity.Actor;
import banshi.identity.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a caller is to a case. */
public final class Parties {
  /** The department code of the general window (综合窗口). */
  public static final String WINDOW_DEPARTMENT = "HALL";

  /**
   * The department code of those who watch over discipline (纪检监察). They see what was referred to
   * them, and nothing else: no case is ever theirs to work on.
   */
  public static final String DISCIPLINE_DEPARTMENT = "DISCIPLINE";

  private Parties() {}

  /**
   * The parties that the caller is to the case; empty when the case is not theirs to see. A
   * department sees a case from when a task is opened for it, in an application from acceptance on;
   * one whose task was taken back or routed to another no longer does; an administrator sees none.
   */
  public static Set<Party> of(Actor actor, Case<?> c) {
    Set<Party> parties = EnumSet.noneOf(Party.class);
    if (actor.is(Role.APPLICANT) && actor.key().equals(c.owner())) {
      parties.add(Party.APPLICANT);
    }
    if (actor.is(Role.APPLICANT) && c.signatories().all().contains(actor.key())) {
      parties.add(Party.SIGNATORY);
      if (c.signatories().missing().contains(actor.key())) {
        parties.add(Party.UNSIGNED);
      }
    }
    if (actor.actsFor(WINDOW_DEPARTMENT)) {
      parties.add(Party.WINDOW);
    }
    if (actor.is(Role.SUPERVISOR)) {
      parties.add(Party.SUPERVISOR);
    }
    if (c.tasks().stream()
        .filter(task -> isShown(task, c))
        .anyMatch(task -> actor.actsFor(task.department()))) {
      parties.add(Party.DEPARTMENT);
    }
    if (registrar(c).filter(actor::actsFor).isPresent()) {
      parties.add(Party.REGISTRAR);
    }
    if (c.mark(Mark.DEPARTMENT).filter(actor::actsFor).isPresent()) {
      parties.add(Party.ASSIGNEE);
    }
    if (Ratings.dutyOf(c).filter(actor::actsFor).isPresent()) {
      parties.add(Party.RATED);
    }
    if (c.mark(Mark.DISCIPLINE).isPresent() && actor.actsFor(DISCIPLINE_DEPARTMENT)) {
      parties.add(Party.DISCIPLINE);
    }
    if (accepted(c)) {
      if (c.parts().stream().anyMatch(part -> actor.actsFor(part.lead()))) {
        parties.add(Party.LEAD);
      }
    }
    return parties;
  }

  /**
   * The departments whose officers see the case as {@link #of} says; the window, which sees every
   * case, is not among them.
   */
  public static Set<String> departments(Case<?> c) {
    Set<String> departments = new TreeSet<>();
    c.tasks().stream()
        .filter(task -> isShown(task, c))
        .map(Task::department)
        .forEach(departments::add);
    registrar(c).ifPresent(departments::add);
    c.mark(Mark.DEPARTMENT).ifPresent(departments::add);
    Ratings.dutyOf(c).ifPresent(departments::add);
    if (accepted(c)) {
      c.parts().stream().map(Part::lead).forEach(departments::add);
    }
    if (c.mark(Mark.DISCIPLINE).isPresent()) {
      departments.add(DISCIPLINE_DEPARTMENT);
    }
    departments.remove(WINDOW_DEPARTMENT);
    return departments;
  }

  private static boolean isShown(Task task, Case<?> c) {
    return task.routedTo().isEmpty()
        && (accepted(c) || task.state() == TaskState.OPEN || task.state() == TaskState.DONE);
  }

  /**
   * Whether these parties read what is for the hall alone, such as a reviewer's comment: officers
   * and supervisors do, and nobody does on a case of their own or one that they sign.
   */
  public static boolean readInternal(Set<Party> parties) {
    return Sight.of(parties, Party.WINDOW) == Sight.FULL;
  }

  /**
   * How the timeline names the caller: by the party that the move asks for, and by a department of
   * theirs that makes them that party.
   */
  public static ActorStamp stamp(Actor actor, Case<?> c, Set<Party> asked) {
    for (Party party : Party.values()) {
      if (asked.contains(party) && of(actor, c).contains(party)) {
        return ActorStamp.of(actor, party, department(actor, c, party));
      }
    }
    throw new IllegalArgumentException("the caller is none of " + asked);
  }

  private static Optional<String> department(Actor actor, Case<?> c, Party party) {
    return switch (party) {
      case WINDOW -> Optional.of(WINDOW_DEPARTMENT);
      case LEAD -> c.parts().stream().map(Part::lead).filter(actor::actsFor).findFirst();
      case DEPARTMENT ->
          c.tasks().stream()
              .filter(task -> isShown(task, c))
              .map(Task::department)
              .filter(actor::actsFor)
              .findFirst();
      case REGISTRAR -> registrar(c);
      case ASSIGNEE -> c.mark(Mark.DEPARTMENT);
      case RATED -> Ratings.dutyOf(c);
      case DISCIPLINE -> Optional.of(DISCIPLINE_DEPARTMENT);
      case APPLICANT, SIGNATORY, UNSIGNED, SUPERVISOR, SYSTEM -> Optional.empty();
    };
  }

  /** The department that licenses, once its task was opened. */
  static Optional<String> registrar(Case<?> c) {
    return c.tasks().stream()
        .filter(task -> task.isOf(StartupLifeCycle.LICENCE))
        // One that was cancelled before it was opened has never run.
        .filter(task -> task.clock().startedAt().isPresent())
        .map(Task::department)
        .findFirst();
  }

  private static boolean accepted(Case<?> c) {
    return c.marks().containsKey(Mark.ACCEPTANCE);
  }
}
