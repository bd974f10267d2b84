package banshi.cases;

import banshi.clock.ClockState;
import banshi.notices.Minute;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.text.Text;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Turns what happened to a case into notices for those whom it concerns. */
public final class Telling {
  private Telling() {}

  /**
   * One notice for each recipient among these parties, of the event that the case's last entry
   * tells. The facts every one knows: title, number, stage, and due, the earliest due date of the
   * clocks that run: of the hall's own first, else of theirs.
   */
  static List<Notice> of(Case<?> c, NoticeName name, Set<Party> parties) {
    return to(c, name, parties.stream().sorted().flatMap(party -> recipients(c, party)));
  }

  /** The same for recipients that are known already. */
  static List<Notice> to(Case<?> c, NoticeName name, Stream<Recipient> recipients) {
    Map<String, Text> facts = facts(c);
    return recipients
        .distinct()
        .map(
            recipient ->
                new Notice(
                    name,
                    recipient,
                    c.number() + "-" + c.timeline().entries(),
                    Optional.of(c.number().value()),
                    c.timeline().at(),
                    facts))
        .toList();
  }

  /**
   * One notice for each recipient of something that happened beside the case.
   *
   * @param event stands for what happened
   */
  public static List<Notice> beside(
      Case<?> c, NoticeName name, String event, Instant at, Stream<Recipient> recipients) {
    Map<String, Text> facts = facts(c);
    return recipients
        .distinct()
        .map(
            recipient ->
                new Notice(
                    name,
                    recipient,
                    c.number() + "-" + event,
                    Optional.of(c.number().value()),
                    at,
                    facts))
        .toList();
  }

  /**
   * The offices that a case waits for, by its table; where it waits for none, the one that it was
   * assigned to last; else the window, where everything comes in.
   */
  public static Stream<Recipient> offices(LifeCycle table, Case<?> c) {
    List<Recipient> waited =
        table.waitedFor(c).stream().filter(each -> !(each instanceof Recipient.Person)).toList();
    if (!waited.isEmpty()) {
      return waited.stream();
    }
    List<Recipient> assigned = recipients(c, Party.ASSIGNEE).toList();
    return assigned.isEmpty() ? recipients(c, Party.WINDOW) : assigned.stream();
  }

  static Stream<Recipient> recipients(Case<?> c, Party party) {
    return switch (party) {
      case APPLICANT -> Stream.of(new Recipient.Person(c.owner()));
      case SIGNATORY -> c.signatories().all().stream().map(Recipient.Person::new);
      case UNSIGNED -> c.signatories().missing().stream().map(Recipient.Person::new);
      case WINDOW -> Stream.of(new Recipient.Department(Parties.WINDOW_DEPARTMENT));
      case LEAD ->
          departments(c.parts().stream().filter(part -> part.outcome().isEmpty()).map(Part::lead));
      case DEPARTMENT ->
          departments(
              c.tasks().stream()
                  .filter(task -> task.state() == TaskState.OPEN)
                  .map(Task::department));
      case REGISTRAR -> departments(Parties.registrar(c).stream());
      case ASSIGNEE -> departments(c.mark(Mark.DEPARTMENT).stream());
      case RATED -> departments(Ratings.dutyOf(c).stream());
      case DISCIPLINE -> Stream.of(new Recipient.Department(Parties.DISCIPLINE_DEPARTMENT));
      case SUPERVISOR -> Stream.of(new Recipient.Supervisors());
      case SYSTEM -> Stream.of();
    };
  }

  private static Stream<Recipient> departments(Stream<String> codes) {
    Set<Recipient> departments = new LinkedHashSet<>();
    codes.forEach(code -> departments.add(new Recipient.Department(code)));
    return departments.stream();
  }

  private static Map<String, Text> facts(Case<?> c) {
    Map<String, Text> facts = new TreeMap<>();
    facts.put("title", c.title());
    facts.put("number", new Text(c.number().value(), c.number().value()));
    facts.put("stage", c.stage().label());
    due(c, false).or(() -> due(c, true)).ifPresent(due -> facts.put("due", Minute.of(due)));
    return facts;
  }

  private static Optional<Instant> due(Case<?> c, boolean theirs) {
    return c.climbs().entrySet().stream()
        .filter(climb -> climb.getKey().isTheirs() == theirs)
        .filter(climb -> c.clock(climb.getKey()).state() == ClockState.RUNNING)
        .map(climb -> climb.getValue().due().at())
        .min(Instant::compareTo);
  }
}
