package banshi.reminder.recount;

import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.ClockAction;
import banshi.cases.Clocks;
import banshi.crypto.FieldCipher;
import banshi.desk.Kinds;
import banshi.desk.Kinds.Found;
import banshi.desk.Kinds.Kind;
import banshi.notices.NoticeName;
import banshi.reminder.Budget;
import banshi.reminder.Job;
import banshi.store.Commit;
import banshi.store.Recounts;
import banshi.store.Recounts.Progress;
import banshi.store.Recounts.Tally;
import banshi.store.RunningCases;
import banshi.store.RunningCases.Place;
import banshi.store.RunningCases.Stretch;
import banshi.store.TableClient;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When this build counts by a newer calendar than the one on record, walks through every case of
 * which something will happen by itself and settles it: what moved is written to its timeline and
 * told to those who wait, in one write. Afterwards the newer calendar is on record.
 *
 * <p>It takes half of a run's time at most and goes on with the next run; runs that overlap or die
 * anywhere change nothing about the result, for each case is written once, by its version. A case
 * that nothing will happen to (paused, or behind the last rung) is recounted when somebody touches
 * it. Costs one read unit when there is nothing to do.
 */
@Singleton
public class RecountJob implements Job {
  static final String NAME = "recounted";

  /** Cases between two notes of the place: what a run that dies leaves to be looked at again. */
  private static final int BATCH = 25;

  /** Days without cases are not worth a write each. */
  private static final int EMPTY_BUCKETS = 100;

  /** Somebody else's write may come between reading a case and writing it, but not for ever. */
  private static final int TRIES = 5;

  private final Recounts recounts;
  private final RunningCases running;
  private final Kinds kinds;
  private final int edition;

  /** Over the hall's table, by its clocks. */
  @Inject
  public RecountJob(TableClient table, FieldCipher cipher, Clocks clocks) {
    this(table, cipher, clocks, new RunningCases(table));
  }

  RecountJob(TableClient table, FieldCipher cipher, Clocks clocks, RunningCases running) {
    this.recounts = new Recounts(table);
    this.running = running;
    this.kinds = new Kinds(table, cipher, clocks);
    this.edition = clocks.edition();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public Map<String, Object> run(Instant now, Budget budget) {
    return report(recounted(now, budget.half()));
  }

  /** Goes on with the walk, if there is one, while the budget lasts. */
  Progress recounted(Instant now, Budget budget) {
    Progress progress = recounts.read();
    while (mine(progress) && progress.target() < edition) {
      progress =
          recounts.write(progress.towards(edition, running.start(now))).orElseGet(recounts::read);
    }
    return mine(progress) ? walked(progress, now, budget) : progress;
  }

  /** Whether there is something left that this build should do; a newer one does it better. */
  private boolean mine(Progress progress) {
    return !progress.isThrough(edition) && progress.target() <= edition;
  }

  private Progress walked(Progress begun, Instant now, Budget budget) {
    Progress progress = begun;
    Optional<Place> place = begun.place();
    Tally met = Tally.NONE;
    int unsaved = 0;
    while (mine(progress) && place.isPresent() && budget.lasts()) {
      Stretch stretch = running.at(place.get(), now, BATCH);
      met = met.plus(settled(stretch.numbers(), now));
      place = stretch.next();
      unsaved++;
      if (!stretch.numbers().isEmpty() || unsaved == EMPTY_BUCKETS) {
        progress = saved(progress, place, met);
        place = progress.place();
        met = Tally.NONE;
        unsaved = 0;
      }
    }
    return unsaved > 0 ? saved(progress, place, met) : progress;
  }

  /** Notes the place, or the one that another run has come to, if that is farther. */
  private Progress saved(Progress known, Optional<Place> mine, Tally met) {
    Progress progress = known;
    Optional<Place> place = mine;
    Tally tally = met;
    while (true) {
      Optional<Progress> written = recounts.write(progress.at(place, tally));
      if (written.isPresent()) {
        return written.get();
      }
      progress = recounts.read();
      if (!mine(progress)) {
        return progress;
      }
      Place theirs = progress.place().orElseThrow();
      if (place.filter(here -> here.compareTo(theirs) <= 0).isPresent()) {
        // They have looked at the same cases; what was changed here was changed by nobody else.
        place = Optional.of(theirs);
        tally = new Tally(0, met.moved(), met.firmed(), 0);
      }
    }
  }

  /** In any order: two runs at the same place then hinder each other less. */
  private Tally settled(List<String> numbers, Instant now) {
    List<String> shuffled = new ArrayList<>(numbers);
    Collections.shuffle(shuffled);
    Tally tally = Tally.NONE;
    for (String number : shuffled) {
      tally = tally.plus(settled(number, now));
    }
    return tally;
  }

  private Tally settled(String number, Instant now) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      switch (kinds.with(number, (kind, c) -> settled(kind, c, now))) {
        case Found.Read<Optional<Tally>>(Optional<Tally> tally) -> {
          if (tally.isPresent()) {
            return tally.get();
          }
        }
        case Found.Gone<Optional<Tally>>() -> {
          return Tally.NONE;
        }
        case Found.Unreadable<Optional<Tally>>() -> {
          return new Tally(1, 0, 0, 1);
        }
      }
    }
    // Whoever moves it so often settles it as well.
    return new Tally(1, 0, 0, 0);
  }

  /** What came of one case; empty when somebody else moved it meanwhile. */
  private static Optional<Tally> settled(Kind kind, Case<JsonNode> c, Instant now) {
    Change<JsonNode> settled = kind.kernel().settle(c, now);
    if (!changed(c, settled)) {
      return Optional.of(new Tally(1, 0, 0, 0));
    }
    if (!(kind.store().save(c, settled.following(c.version()), now) instanceof Commit.Written)) {
      return Optional.empty();
    }
    boolean recounted =
        settled.entries().stream()
            .anyMatch(entry -> entry.action().equals(ClockAction.RECOUNT.name()));
    boolean moved =
        settled.notices().stream().anyMatch(notice -> notice.name() == NoticeName.DUE_MOVED);
    return Optional.of(new Tally(1, moved ? 1 : 0, recounted && !moved ? 1 : 0, 0));
  }

  /**
   * Having looked at a case is not worth a new version of it, which officers would stumble over.
   */
  private static boolean changed(Case<?> before, Change<?> settled) {
    Case<?> after = settled.after();
    return !settled.entries().isEmpty()
        || !after.climbs().equals(before.climbs())
        || !after.timers().equals(before.timers())
        || !after.tasks().equals(before.tasks());
  }

  /** Figures of the walk: {@code through} is the day (UTC) up to which every case was looked at. */
  Map<String, Object> report(Progress progress) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("edition", edition);
    report.put("complete", progress.isThrough(edition));
    report.put("looked", progress.tally().looked());
    report.put("moved", progress.tally().moved());
    report.put("firmed", progress.tally().firmed());
    report.put("unreadable", progress.tally().unreadable());
    progress.place().ifPresent(place -> report.put("through", place.day().minusDays(1).toString()));
    return report;
  }
}
