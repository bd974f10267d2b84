package banshi.cases;

import banshi.cases.Climbing.Climber;
import banshi.clock.Due;
import banshi.notices.Minute;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes everything happen to a case that is due by itself: timed moves, rungs of ladders, claims
 * that run out; each at its due instant and in their order. Warnings that come together become one
 * notice for each recipient: the gravest, which says how many there were.
 */
final class Settling {
  /** What one write can hold with its tasks and notices; the rest comes with the next. */
  static final int MOST_AT_ONCE = 20;

  private static final Comparator<Happening> ORDER =
      Comparator.comparing(Happening::at).thenComparing(Happening::rank);

  private final Kernel kernel;
  private final Climbing climbing;

  Settling(Kernel kernel, Climbing climbing) {
    this.kernel = kernel;
    this.climbing = climbing;
  }

  /** Something that is due. At the same instant the law comes first, then claims, then warnings. */
  private sealed interface Happening {
    Instant at();

    int rank();

    record Timed(Instant at, String action) implements Happening {
      @Override
      public int rank() {
        return 0;
      }
    }

    record Lease(Instant at, String task) implements Happening {
      @Override
      public int rank() {
        return 1;
      }
    }

    record Warning(Instant at, Climber climber) implements Happening {
      @Override
      public int rank() {
        return 2;
      }
    }
  }

  /** A warning that was raised, with whose it is. */
  private record Raised(Climber climber, int level, Notice notice) {}

  <D> Change<D> settle(Case<D> c, Instant now) {
    Change<D> settled = recounted(c, now);
    List<Raised> raised = new ArrayList<>();
    for (int step = 0; step < MOST_AT_ONCE; step++) {
      Optional<Happening> due = next(settled.after(), now);
      if (due.isEmpty()) {
        break;
      }
      settled = settled.then(happened(settled.after(), due.get(), raised));
    }
    return settled.then(new Change<>(settled.after(), List.of(), merged(settled.after(), raised)));
  }

  static boolean isDue(Case<?> c, Instant now) {
    return next(c, now).isPresent();
  }

  private static Optional<Happening> next(Case<?> c, Instant now) {
    Stream<Happening> timed =
        c.timers().entrySet().stream()
            .map(timer -> new Happening.Timed(timer.getValue(), timer.getKey()));
    Stream<Happening> own =
        c.climbs().entrySet().stream()
            .flatMap(
                climb ->
                    climb.getValue().next().stream()
                        .map(at -> new Happening.Warning(at, new Climber.Own(climb.getKey()))));
    Stream<Happening> ofTasks =
        c.tasks().stream()
            .flatMap(
                task ->
                    Stream.concat(
                        task.claim().stream()
                            .map(claim -> new Happening.Lease(claim.until(), task.id())),
                        task.climb().flatMap(Climb::next).stream()
                            .map(at -> new Happening.Warning(at, new Climber.OfTask(task.id())))));
    return Stream.of(timed, own, ofTasks)
        .flatMap(each -> each)
        .filter(due -> due.at().isBefore(now))
        .min(ORDER);
  }

  private <D> Change<D> happened(Case<D> c, Happening due, List<Raised> raised) {
    Instant at = c.notBeforeLast(due.at());
    return switch (due) {
      case Happening.Timed(Instant ignored, String action) -> kernel.timed(c, action, at);
      case Happening.Lease(Instant ignored, String id) ->
          Kernel.written(
              c.withTasks(task -> task.id().equals(id) ? task.claimed(Optional.empty()) : task),
              ClockAction.LEASE_END,
              Occasion.of(at, ActorStamp.SYSTEM).noting(id));
      case Happening.Warning(Instant ignored, Climber climber) -> warned(c, climber, at, raised);
    };
  }

  private <D> Change<D> warned(Case<D> c, Climber climber, Instant at, List<Raised> raised) {
    Rung rung = climbing.next(c, climber);
    int level = c.level();
    Case<D> stepped = climbing.stepped(c, climber);
    if (rung.action() == ClockAction.OVERDUE && climber instanceof Climber.Own) {
      stepped = stepped.withMark(Mark.LATE, Optional.of("YES"));
    }
    Change<D> written =
        Kernel.written(
            rung.level() > level
                ? stepped.withMark(Mark.LEVEL, Optional.of(Integer.toString(rung.level())))
                : stepped,
            rung.action(),
            Occasion.of(at, ActorStamp.SYSTEM).noting(name(climber)));
    Due due = Climbing.climb(c, climber).orElseThrow().due();
    String climbed = Integer.toString(rung.level());
    Telling.to(written.after(), rung.notice(), told(c, climber, rung.tells())).stream()
        .map(
            notice ->
                notice
                    .knowing("clock", label(c, climber))
                    .knowing("due", Minute.of(due.at()))
                    .knowing("level", new Text(climbed, climbed)))
        .forEach(notice -> raised.add(new Raised(climber, rung.level(), notice)));
    return written;
  }

  /** Of a task's clock only its own department is told, not every department of the case. */
  private static Stream<Recipient> told(Case<?> c, Climber climber, Set<Party> parties) {
    return parties.stream()
        .sorted()
        .flatMap(
            party ->
                party == Party.DEPARTMENT && climber instanceof Climber.OfTask(String id)
                    ? Stream.of(new Recipient.Department(c.task(id).orElseThrow().department()))
                    : Telling.recipients(c, party));
  }

  /** One notice for each recipient; none for a clock that has stopped meanwhile. */
  private static List<Notice> merged(Case<?> c, List<Raised> raised) {
    Map<Recipient, List<Raised>> byRecipient = new LinkedHashMap<>();
    raised.stream()
        .filter(one -> Climbing.climb(c, one.climber()).isPresent())
        .forEach(
            one ->
                byRecipient.computeIfAbsent(one.notice().to(), to -> new ArrayList<>()).add(one));
    return byRecipient.values().stream().map(Settling::gravest).toList();
  }

  private static Notice gravest(List<Raised> together) {
    Notice gravest =
        together.stream()
            .max(
                Comparator.comparingInt(Raised::level)
                    .thenComparing(one -> one.notice().name())
                    .thenComparing(one -> one.notice().at()))
            .orElseThrow()
            .notice();
    int others = together.size() - 1;
    return others == 0
        ? gravest
        : gravest.knowing(
            "more",
            new Text(
                "另有 " + others + " 条提醒已合并。",
                " " + others + " earlier reminders are merged into it."));
  }

  /**
   * The case by the calendar of today. Where a due date has moved, or is no longer provisional, the
   * timeline says so and those who wait for it are told. What ended before is left alone.
   */
  private <D> Change<D> recounted(Case<D> c, Instant now) {
    int news = Integer.compare(climbing.clocks().edition(), c.edition());
    if (news <= 0) {
      // The ladders may be others than those the case was written by.
      return Change.none(news == 0 ? climbing.refreshed(c, c.timeline().at()) : c);
    }
    Instant at = c.notBeforeLast(now);
    Case<D> fresh =
        kernel.rearmed(climbing.refreshed(c, at), at).withEdition(climbing.clocks().edition());
    List<Moved> moved = moved(c, fresh);
    if (moved.isEmpty()) {
      return Change.none(fresh);
    }
    Change<D> written =
        Kernel.written(
            fresh,
            ClockAction.RECOUNT,
            Occasion.of(at, ActorStamp.SYSTEM)
                .noting(String.join("; ", moved.stream().map(Moved::words).toList())));
    return new Change<>(written.after(), written.entries(), tellMoved(written.after(), moved));
  }

  /** A due date that a new calendar changed. */
  private record Moved(Climber climber, Due before, Due after) {
    String words() {
      return name(climber) + ": " + before.at() + " → " + after.at();
    }

    boolean elsewhere() {
      return !before.at().equals(after.at());
    }
  }

  private static List<Moved> moved(Case<?> before, Case<?> after) {
    Stream<Climber> own = after.climbs().keySet().stream().map(Climber.Own::new);
    Stream<Climber> ofTasks = after.tasks().stream().map(task -> new Climber.OfTask(task.id()));
    return Stream.concat(own, ofTasks)
        .flatMap(
            climber ->
                Climbing.climb(before, climber).stream()
                    .flatMap(
                        old ->
                            Climbing.climb(after, climber).stream()
                                .map(next -> new Moved(climber, old.due(), next.due()))))
        .filter(move -> !move.before().equals(move.after()))
        .toList();
  }

  private static List<Notice> tellMoved(Case<?> c, List<Moved> moved) {
    Map<Recipient, Moved> byRecipient = new LinkedHashMap<>();
    for (Moved move : moved) {
      Set<Party> waiting =
          switch (move.climber()) {
            case Climber.Own(ClockName name) -> Set.of(Party.APPLICANT, Party.LEAD);
            case Climber.OfTask(String id) -> Set.of(Party.DEPARTMENT);
          };
      told(c, move.climber(), waiting)
          .forEach(
              to -> byRecipient.merge(to, move, (a, b) -> !a.elsewhere() && b.elsewhere() ? b : a));
    }
    return byRecipient.entrySet().stream()
        .flatMap(
            told -> {
              Moved move = told.getValue();
              NoticeName name = move.elsewhere() ? NoticeName.DUE_MOVED : NoticeName.DUE_FIRM;
              return Telling.to(c, name, Stream.of(told.getKey())).stream()
                  .map(
                      notice ->
                          notice
                              .knowing("clock", label(c, move.climber()))
                              .knowing("before", Minute.of(move.before().at()))
                              .knowing("due", Minute.of(move.after().at())));
            })
        .toList();
  }

  private static String name(Climber climber) {
    return switch (climber) {
      case Climber.Own(ClockName name) -> name.name();
      case Climber.OfTask(String id) -> id;
    };
  }

  private static Text label(Case<?> c, Climber climber) {
    return switch (climber) {
      case Climber.Own(ClockName name) -> name.label();
      case Climber.OfTask(String id) -> c.task(id).orElseThrow().title();
    };
  }
}
