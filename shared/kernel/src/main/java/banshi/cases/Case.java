package banshi.cases;

import banshi.clock.ClockState;
import banshi.clock.Ledger;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A case at one instant of its life. Immutable: every change makes another.
 *
 * @param number its public number
 * @param stage where it stands in its life cycle
 * @param version 1 when it is stored first, one more with every command
 * @param receivedAt when it was received
 * @param title what people read
 * @param applicant who applied
 * @param owner whose case it is
 * @param clocks every clock it carries, those that have not started included
 * @param parts what is decided separately
 * @param tasks the departments' work
 * @param timers the timed moves that are armed, by the action's name
 * @param climbs how far each running clock has come on its ladder
 * @param edition the calendar by which the due dates were counted last
 * @param marks facts that are no stage
 * @param handlers which officers and supervisors have acted on it
 * @param signatories whose signatures it needs
 * @param timeline the end of its timeline
 * @param details what only its own kind knows
 * @param <D> the kind's own content
 */
public record Case<D>(
    CaseNumber number,
    Stage stage,
    long version,
    Instant receivedAt,
    Text title,
    ApplicantIdentity applicant,
    ApplicantKey owner,
    Map<ClockName, Ledger> clocks,
    List<Part> parts,
    List<Task> tasks,
    SortedMap<String, Instant> timers,
    Map<ClockName, Climb> climbs,
    int edition,
    Map<Mark, String> marks,
    Set<ApplicantKey> handlers,
    Signatories signatories,
    TimelineHead timeline,
    D details) {

  public Case {
    EnumMap<ClockName, Ledger> ledgers = new EnumMap<>(ClockName.class);
    ledgers.putAll(clocks);
    clocks = Collections.unmodifiableMap(ledgers);
    parts = List.copyOf(parts);
    tasks = List.copyOf(tasks);
    timers = Collections.unmodifiableSortedMap(new TreeMap<>(timers));
    EnumMap<ClockName, Climb> climbing = new EnumMap<>(ClockName.class);
    climbing.putAll(climbs);
    climbs = Collections.unmodifiableMap(climbing);
    EnumMap<Mark, String> copy = new EnumMap<>(Mark.class);
    copy.putAll(marks);
    marks = Collections.unmodifiableMap(copy);
    handlers = Set.copyOf(handlers);
  }

  /** The case's kind, as its number says. */
  public CaseKind kind() {
    return number.kind();
  }

  /**
   * One of the case's clocks.
   *
   * @throws IllegalStateException when this kind of case carries no such clock
   */
  public Ledger clock(ClockName name) {
    return Optional.ofNullable(clocks.get(name))
        .orElseThrow(() -> new IllegalStateException("a " + kind() + " has no clock " + name));
  }

  /**
   * A clock that runs or is paused. Empty too where the case carries none of that name: it was
   * filed before its kind had one.
   */
  Optional<Ledger> started(ClockName name) {
    return Optional.ofNullable(clocks.get(name))
        .filter(
            ledger -> ledger.state() == ClockState.RUNNING || ledger.state() == ClockState.PAUSED);
  }

  /** The value of a mark, if it is on the case. */
  public Optional<String> mark(Mark mark) {
    return Optional.ofNullable(marks.get(mark));
  }

  /** The value of a mark that counts, 0 while it is not on the case. */
  public int count(Mark mark) {
    return mark(mark).map(Integer::parseInt).orElse(0);
  }

  /** How high it has climbed (督办级别), 0 to 3. */
  public int level() {
    return count(Mark.LEVEL);
  }

  /** The part with this id. */
  public Optional<Part> part(String id) {
    return parts.stream().filter(part -> part.id().equals(id)).findFirst();
  }

  /** The name of a part's next round: {@code ANSWER}, then {@code ANSWER-2}. */
  public String round(String part) {
    long rounds = tasks.stream().filter(task -> task.isOf(part)).count();
    return rounds == 0 ? part : part + "-" + (rounds + 1);
  }

  /** The task with this id. */
  public Optional<Task> task(String id) {
    return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
  }

  /** How many parts still wait for a decision. */
  public long undecided() {
    return parts.stream().filter(part -> part.outcome().isEmpty()).count();
  }

  /** Whether every task of a part is done, so that it can be decided. */
  public boolean reviewed(String part) {
    return tasks.stream()
        .filter(task -> task.part().equals(part))
        .allMatch(task -> task.state().isFinal());
  }

  /** The next instant at which something happens to the case by itself, if nobody acts. */
  public Optional<Instant> nextTimer() {
    return Stream.of(
            timers.values().stream(),
            climbs.values().stream().flatMap(climb -> climb.next().stream()),
            tasks.stream().flatMap(Case::nextOf))
        .flatMap(each -> each)
        .min(Instant::compareTo);
  }

  private static Stream<Instant> nextOf(Task task) {
    return Stream.concat(
        task.climb().flatMap(Climb::next).stream(), task.claim().map(Claim::until).stream());
  }

  /** How far a running clock has come on its ladder. */
  Optional<Climb> climb(ClockName name) {
    return Optional.ofNullable(climbs.get(name));
  }

  /**
   * The given instant, or that of the last entry when a clock was behind: a timeline never runs
   * back.
   */
  public Instant notBeforeLast(Instant now) {
    return now.isBefore(timeline.at()) ? timeline.at() : now;
  }

  /** The same case with other content of its own kind. */
  public Case<D> withDetails(D content) {
    return edited(edit -> edit.details = content);
  }

  /** The same case with other signatures needed, or given. */
  public Case<D> withSignatories(Signatories people) {
    return edited(edit -> edit.signatories = people);
  }

  /** The same case with this version, as a store writes it. */
  public Case<D> withVersion(long next) {
    return edited(edit -> edit.version = next);
  }

  Case<D> withStage(Stage next, TimelineHead end) {
    return edited(
        edit -> {
          edit.stage = next;
          edit.timeline = end;
        });
  }

  Case<D> withClock(ClockName name, Ledger ledger) {
    return edited(edit -> edit.clocks.put(name, ledger));
  }

  Case<D> withTimer(Action timed, Instant at) {
    return edited(edit -> edit.timers.put(timed.name(), at));
  }

  Case<D> withoutTimer(String timed) {
    return edited(edit -> edit.timers.remove(timed));
  }

  Case<D> withoutTimers() {
    return edited(edit -> edit.timers.clear());
  }

  Case<D> withClimb(ClockName name, Optional<Climb> climb) {
    return edited(
        edit ->
            climb.ifPresentOrElse(
                next -> edit.climbs.put(name, next), () -> edit.climbs.remove(name)));
  }

  Case<D> withEdition(int newest) {
    return edited(edit -> edit.edition = newest);
  }

  Case<D> withMark(Mark mark, Optional<String> value) {
    return edited(
        edit ->
            value.ifPresentOrElse(
                text -> edit.marks.put(mark, text), () -> edit.marks.remove(mark)));
  }

  /** The same case with one more who acted on it. */
  Case<D> handledBy(ApplicantKey person) {
    return edited(edit -> edit.handlers.add(person));
  }

  Case<D> withMoreTasks(List<Task> more) {
    return edited(edit -> edit.tasks.addAll(more));
  }

  Case<D> withTasks(UnaryOperator<Task> change) {
    return edited(edit -> edit.tasks.replaceAll(change));
  }

  Case<D> withParts(UnaryOperator<Part> change) {
    return edited(edit -> edit.parts.replaceAll(change));
  }

  private Case<D> edited(Consumer<Edit<D>> change) {
    Edit<D> edit = new Edit<>(this);
    change.accept(edit);
    return new Case<>(
        number,
        edit.stage,
        edit.version,
        receivedAt,
        title,
        applicant,
        owner,
        edit.clocks,
        edit.parts,
        edit.tasks,
        edit.timers,
        edit.climbs,
        edit.edition,
        edit.marks,
        edit.handlers,
        edit.signatories,
        edit.timeline,
        edit.details);
  }

  /** A copy to change, which never leaves this class. */
  private static final class Edit<D> {
    private Stage stage;
    private long version;
    private final Map<ClockName, Ledger> clocks = new EnumMap<>(ClockName.class);
    private final List<Part> parts;
    private final List<Task> tasks;
    private final SortedMap<String, Instant> timers;
    private final Map<ClockName, Climb> climbs = new EnumMap<>(ClockName.class);
    private int edition;
    private final Map<Mark, String> marks = new EnumMap<>(Mark.class);
    private final Set<ApplicantKey> handlers;
    private Signatories signatories;
    private TimelineHead timeline;
    private D details;

    Edit(Case<D> c) {
      stage = c.stage;
      version = c.version;
      clocks.putAll(c.clocks);
      parts = new ArrayList<>(c.parts);
      tasks = new ArrayList<>(c.tasks);
      timers = new TreeMap<>(c.timers);
      climbs.putAll(c.climbs);
      edition = c.edition;
      marks.putAll(c.marks);
      handlers = new HashSet<>(c.handlers);
      signatories = c.signatories;
      timeline = c.timeline;
      details = c.details;
    }
  }
}
