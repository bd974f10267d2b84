package banshi.cases;

import static banshi.cases.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.clock.ClockState;
import banshi.clock.ServiceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What the consultation's table promises, whatever anybody does in whatever order. */
class ConsultationLifeCycleTest {
  private static final Set<ConsultationStage> OWED =
      Set.of(ConsultationStage.ASKED, ConsultationStage.ASSIGNED, ConsultationStage.FOLLOW_UP);
  private static final Kernel KERNEL = Inquiries.KERNEL;
  private static final ServiceClock HALL = Sample.clocks().hall();
  private static final int STEPS = 25;

  /** One walk: every case that it came through, and every row that it went by. */
  private static final class Walk {
    private final List<Case<String>> cases = new ArrayList<>();

    /** What was to be seen, everything due having happened, and when. */
    private final List<Map.Entry<Instant, Case<String>>> seen = new ArrayList<>();

    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final Set<String> rows = new HashSet<>();

    Walk(long seed, int steps) {
      rows.add(row("", ConsultationLifeCycle.TABLE.opening()));
      took(Inquiries.asked(seed, MONDAY, "details"));
      Random random = new Random(seed);
      for (int i = 0; i < steps; i++) {
        Case<String> c = cases.getLast();
        Instant now = c.timeline().at().plusSeconds(pause(random));
        Inquiries.Step<String> step = Inquiries.anyStep(c, now, random);
        step.row().ifPresent(row -> rows.add(row(step.before().stage().name(), row)));
        cases.add(step.before());
        seen.add(Map.entry(now, step.before()));
        took(step.change());
      }
    }

    /** Within a claim's half hour, within a day, or now and then after weeks of silence. */
    static int pause(Random random) {
      return 60
          + random.nextInt(
              switch (random.nextInt(8)) {
                case 0 -> 2_000_000;
                case 1, 2, 3 -> 1_500;
                default -> 80_000;
              });
    }

    private void took(Change<String> change) {
      cases.add(change.after());
      change
          .entries()
          .forEach(
              entry -> {
                timeline.add(entry);
                ConsultationLifeCycle.TABLE.moves().stream()
                    .filter(move -> move.by().equals(Set.of(Party.SYSTEM)))
                    .filter(move -> move.action().name().equals(entry.action()))
                    .forEach(move -> rows.add(row(entry.fromStage(), move)));
              });
    }

    private static String row(String from, Move move) {
      return from + " " + move.action() + " " + move.guard() + " " + move.to();
    }
  }

  @Test
  void everyRowOfTheTableIsWalked() {
    Set<String> walked = new HashSet<>();
    for (int seed = 0; seed < 1000; seed++) {
      walked.addAll(new Walk(seed, STEPS).rows);
    }
    assertThat(walked)
        .containsExactlyInAnyOrderElementsOf(
            ConsultationLifeCycle.TABLE.moves().stream()
                .flatMap(
                    move ->
                        move.from().isEmpty()
                            ? Stream.of(Walk.row("", move))
                            : move.from().stream().map(from -> Walk.row(from.name(), move)))
                .collect(Collectors.toSet()));
  }

  @Property(tries = 300)
  void theClockRunsWheneverSomebodyOwesAnAnswerAndNeverElse(@ForAll @LongRange(min = 0) long seed) {
    for (Case<String> c : new Walk(seed, STEPS).cases) {
      boolean owed = c.stage() instanceof ConsultationStage stage && OWED.contains(stage);
      assertThat(c.clock(ClockName.ANSWER).state())
          .as("ANSWER at %s", c.stage())
          .isEqualTo(owed ? ClockState.RUNNING : ClockState.STOPPED);
      assertThat(c.tasks())
          .filteredOn(task -> !isOfARating(task) && !task.isOf(Extensions.APPROVAL))
          .filteredOn(task -> task.state() == TaskState.OPEN)
          .as("whose it is to answer at %s", c.stage())
          .hasSize(owed ? 1 : 0);
      assertThat(c.clock(ClockName.FOLLOW_UP).state() == ClockState.RUNNING)
          .as("FOLLOW_UP at %s", c.stage())
          .isEqualTo(c.stage() == ConsultationStage.ANSWERED);
    }
  }

  @Property(tries = 300)
  void theTaskIsDueWhenTheAnswerIs(@ForAll @LongRange(min = 0) long seed) {
    for (Case<String> c : new Walk(seed, STEPS).cases) {
      for (Task task : c.tasks()) {
        if (task.state() == TaskState.OPEN && !isOfARating(task)) {
          assertThat(task.clock().due(HALL)).isEqualTo(c.clock(ClockName.ANSWER).due(HALL));
        }
      }
    }
  }

  @Property(tries = 300)
  void itIsExtendedOnceAndFollowedUpOnceAtMost(@ForAll @LongRange(min = 0) long seed) {
    List<String> actions =
        new Walk(seed, STEPS).timeline.stream().map(TimelineEntry::action).toList();
    assertThat(actions).filteredOn("APPROVE_EXTENSION"::equals).hasSizeLessThanOrEqualTo(1);
    assertThat(actions).filteredOn("FOLLOW_UP"::equals).hasSizeLessThanOrEqualTo(1);
    assertThat(actions).filteredOn("ANSWER"::equals).hasSizeLessThanOrEqualTo(2);
  }

  @Property(tries = 300)
  void aFollowUpHasTheWholeTimeAnew(@ForAll @LongRange(min = 0) long seed) {
    Walk walk = new Walk(seed, STEPS);
    for (TimelineEntry entry : walk.timeline) {
      if (entry.action().equals("FOLLOW_UP")) {
        assertThat(
                walk.cases.stream()
                    .filter(c -> c.timeline().entries() == entry.seq())
                    .map(c -> c.clock(ClockName.ANSWER).due(HALL).orElseThrow().at()))
            .isNotEmpty()
            .containsOnly(HALL.due(entry.at(), Inquiries.ANSWER_WITHIN).at());
      }
    }
  }

  @Property(tries = 300)
  void tenDaysOfSilenceAfterAnAnswerCloseItAndNothingSoonerDoes(
      @ForAll @LongRange(min = 0) long seed) {
    Walk walk = new Walk(seed, STEPS);
    Instant end = Instant.MAX;
    for (TimelineEntry entry : walk.timeline) {
      boolean corrected =
          entry.action().equals("CORRECT_ANSWER") && entry.fromStage().equals("ANSWERED");
      if (entry.action().equals("ANSWER") || corrected) {
        end = HALL.due(entry.at(), Inquiries.FOLLOW_UP_WITHIN).at();
      }
      if (entry.toStage().equals("CLOSED") && !entry.fromStage().equals("CLOSED")) {
        assertThat(entry.action()).isIn("CLOSE_SILENT", "ACCEPT_ANSWER");
      }
      if (entry.action().equals("CLOSE_SILENT")) {
        assertThat(entry.at()).isEqualTo(end);
      }
    }
    for (Map.Entry<Instant, Case<String>> look : walk.seen) {
      Case<String> c = look.getValue();
      if (c.stage() == ConsultationStage.ANSWERED) {
        assertThat(look.getKey())
            .isBeforeOrEqualTo(c.clock(ClockName.FOLLOW_UP).due(HALL).orElseThrow().at());
      }
    }
  }

  @Property(tries = 300)
  void whatHasEndedHasNoRunningClockButForItsRatingAndNoOpenTask(
      @ForAll @LongRange(min = 0) long seed) {
    for (Case<String> c : new Walk(seed, STEPS).cases) {
      if (c.stage().isFinal()) {
        assertThat(c.clocks().entrySet())
            .filteredOn(clock -> clock.getValue().state() == ClockState.RUNNING)
            .extracting(Map.Entry::getKey)
            .isSubsetOf(ClockName.RATING);
        assertThat(c.tasks())
            .filteredOn(task -> !isOfARating(task))
            .allMatch(task -> task.state().isFinal());
      }
      if (c.stage() != ConsultationStage.CLOSED) {
        assertThat(c.clock(ClockName.RATING).state()).isEqualTo(ClockState.NOT_STARTED);
      }
    }
  }

  private static boolean isOfARating(Task task) {
    return Stream.of(Ratings.CONTACT, Ratings.RECTIFY, Ratings.CALLBACK).anyMatch(task::isOf);
  }

  @Property(tries = 300)
  void nothingIsPublishedThatWhoeverAskedDidNotAllow(@ForAll @LongRange(min = 0) long seed) {
    for (Case<String> c : new Walk(seed, STEPS).cases) {
      Optional<String> published = c.mark(Mark.PUBLISHED);
      assertThat(published.isEmpty() || c.mark(Mark.MAY_PUBLISH).isPresent()).isTrue();
    }
  }

  @Property(tries = 200)
  void whoeverLooksWheneverTheTimelineComesOutTheSame(
      @ForAll @LongRange(min = 0) long seed, @ForAll @LongRange long looking) {
    Random looks = new Random(looking);
    Random one = new Random(seed);
    Random other = new Random(seed);
    Case<String> unseen = Inquiries.asked(seed, MONDAY, "details").after();
    Case<String> seen = unseen;
    Instant now = MONDAY;
    for (int i = 0; i < STEPS; i++) {
      Instant next = now.plusSeconds(Walk.pause(one));
      assertThat(Walk.pause(other)).isPositive();
      for (int look = looks.nextInt(4); look > 0; look--) {
        long between = Duration.between(now, next).toSeconds();
        now = now.plusSeconds(looks.nextLong(between + 1));
        seen = KERNEL.settle(seen, now).after();
      }
      now = next;
      unseen = Inquiries.anyStep(unseen, now, one).change().after();
      seen = Inquiries.anyStep(seen, now, other).change().after();
      assertThat(seen).isEqualTo(unseen);
    }
  }
}
