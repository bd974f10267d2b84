package banshi.cases;

import banshi.clock.Ledger;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
 * @param marks facts that are no stage
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
    Map<Mark, String> marks,
    TimelineHead timeline,
    D details) {

  public Case {
    EnumMap<ClockName, Ledger> ledgers = new EnumMap<>(ClockName.class);
    ledgers.putAll(clocks);
    clocks = Collections.unmodifiableMap(ledgers);
    parts = List.copyOf(parts);
    tasks = List.copyOf(tasks);
    timers = Collections.unmodifiableSortedMap(new TreeMap<>(timers));
    EnumMap<Mark, String> copy = new EnumMap<>(Mark.class);
    copy.putAll(marks);
    marks = Collections.unmodifiableMap(copy);
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

  /** The value of a mark, if it is on the case. */
  public Optional<String> mark(Mark mark) {
    return Optional.ofNullable(marks.get(mark));
  }

  /** The part with this id. */
  public Optional<Part> part(String id) {
    return parts.stream().filter(part -> part.id().equals(id)).findFirst();
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

  /** The next instant at which the case moves by itself, if nobody acts. */
  public Optional<Instant> nextTimer() {
    return timers.values().stream().min(Instant::compareTo);
  }

  /**
   * The given instant, or that of the last entry when a clock was behind: a timeline never runs
   * back.
   */
  public Instant notBeforeLast(Instant now) {
    return now.isBefore(timeline.at()) ? timeline.at() : now;
  }

  /** The same case with other content of its own kind. */
  public <E> Case<E> withDetails(E content) {
    return new Case<>(
        number,
        stage,
        version,
        receivedAt,
        title,
        applicant,
        owner,
        clocks,
        parts,
        tasks,
        timers,
        marks,
        timeline,
        content);
  }

  /** The same case with this version, as a store writes it. */
  public Case<D> withVersion(long next) {
    return new Case<>(
        number,
        stage,
        next,
        receivedAt,
        title,
        applicant,
        owner,
        clocks,
        parts,
        tasks,
        timers,
        marks,
        timeline,
        details);
  }

  Case<D> withStage(Stage next, TimelineHead end) {
    return new Case<>(
        number,
        next,
        version,
        receivedAt,
        title,
        applicant,
        owner,
        clocks,
        parts,
        tasks,
        timers,
        marks,
        end,
        details);
  }

  Case<D> withClock(ClockName name, Ledger ledger) {
    EnumMap<ClockName, Ledger> changed = new EnumMap<>(clocks);
    changed.put(name, ledger);
    return new Case<>(
        number,
        stage,
        version,
        receivedAt,
        title,
        applicant,
        owner,
        changed,
        parts,
        tasks,
        timers,
        marks,
        timeline,
        details);
  }

  Case<D> withTimer(Action timed, Instant at) {
    SortedMap<String, Instant> changed = new TreeMap<>(timers);
    changed.put(timed.name(), at);
    return withTimers(changed);
  }

  Case<D> withoutTimer(String timed) {
    SortedMap<String, Instant> changed = new TreeMap<>(timers);
    changed.remove(timed);
    return withTimers(changed);
  }

  Case<D> withoutTimers() {
    return withTimers(new TreeMap<>());
  }

  private Case<D> withTimers(SortedMap<String, Instant> changed) {
    return new Case<>(
        number,
        stage,
        version,
        receivedAt,
        title,
        applicant,
        owner,
        clocks,
        parts,
        tasks,
        changed,
        marks,
        timeline,
        details);
  }

  Case<D> withMark(Mark mark, Optional<String> value) {
    EnumMap<Mark, String> changed = new EnumMap<>(Mark.class);
    changed.putAll(marks);
    value.ifPresentOrElse(text -> changed.put(mark, text), () -> changed.remove(mark));
    return new Case<>(
        number,
        stage,
        version,
        receivedAt,
        title,
        applicant,
        owner,
        clocks,
        parts,
        tasks,
        timers,
        changed,
        timeline,
        details);
  }

  Case<D> withTasks(UnaryOperator<Task> change) {
    List<Task> changed = new ArrayList<>(tasks);
    changed.replaceAll(change);
    return new Case<>(
        number,
        stage,
        version,
        receivedAt,
        title,
        applicant,
        owner,
        clocks,
        parts,
        changed,
        timers,
        marks,
        timeline,
        details);
  }

  Case<D> withParts(UnaryOperator<Part> change) {
    List<Part> changed = new ArrayList<>(parts);
    changed.replaceAll(change);
    return new Case<>(
        number,
        stage,
        version,
        receivedAt,
        title,
        applicant,
        owner,
        clocks,
        changed,
        tasks,
        timers,
        marks,
        timeline,
        details);
  }
}
