package banshi.startup.licence;

import banshi.cases.Task;
import banshi.cases.TaskState;
import banshi.clock.LimitUnit;
import banshi.clock.Run;
import banshi.clock.ServiceClock;
import banshi.startup.licence.MinutesLedger.Entry;
import banshi.startup.licence.MinutesLedger.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What each holder of a ledger used. */
final class Shares {
  private final List<Task> tasks;
  private final ServiceClock clock;
  private final Instant now;

  Shares(List<Task> tasks, ServiceClock clock, Instant now) {
    this.tasks = tasks;
    this.clock = clock;
    this.now = now;
  }

  /** One share for each department with a task that has begun, and for whoever else holds. */
  List<Share> of(List<Entry> entries) {
    Set<String> holders = new LinkedHashSet<>();
    tasks.stream().filter(this::counts).map(Task::department).forEach(holders::add);
    entries.stream()
        .map(Entry::holder)
        .filter(holder -> !holder.equals(MinutesLedger.APPLICANT))
        .forEach(holders::add);
    entries.stream().map(Entry::holder).forEach(holders::add);
    return holders.stream().map(holder -> share(holder, entries)).toList();
  }

  private Share share(String holder, List<Entry> entries) {
    long minutes =
        entries.stream()
            .filter(entry -> entry.holder().equals(holder))
            .mapToLong(Entry::minutes)
            .sum();
    if (holder.equals(MinutesLedger.APPLICANT)) {
      return new Share(holder, minutes, minutes, OptionalLong.empty(), 0);
    }
    List<Task> own =
        tasks.stream().filter(this::counts).filter(t -> t.department().equals(holder)).toList();
    List<Task> limited = own.stream().filter(Shares::isLimited).toList();
    return new Share(
        holder,
        minutes,
        own.stream().mapToLong(this::minutes).sum(),
        limited.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(limited.stream().mapToLong(Shares::limit).sum()),
        limited.stream().mapToLong(task -> Math.max(0, minutes(task) - limit(task))).sum());
  }

  private boolean counts(Task task) {
    return task.state() != TaskState.CANCELLED
        && task.clock().startedAt().filter(start -> !start.isAfter(now)).isPresent();
  }

  private static boolean isLimited(Task task) {
    return task.clock().limit().unit() == LimitUnit.WORKING_HOURS;
  }

  private static long limit(Task task) {
    return MinutesLedger.minutes(task.clock().totalLimit());
  }

  private long minutes(Task task) {
    return task.clock().runs().stream()
        .map(this::worked)
        .reduce(Duration.ZERO, Duration::plus)
        .toMinutes();
  }

  private Duration worked(Run run) {
    Instant to = run.to().filter(now::isAfter).orElse(now);
    return run.from().isBefore(to) ? clock.workedBetween(run.from(), to) : Duration.ZERO;
  }
}
