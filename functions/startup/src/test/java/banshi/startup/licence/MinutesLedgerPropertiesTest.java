package banshi.startup.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import banshi.cases.Task;
import banshi.clock.Ledger;
import banshi.clock.ServiceClock;
import banshi.startup.licence.MinutesLedger.Entry;
import banshi.startup.licence.MinutesLedger.Late;
import banshi.startup.licence.MinutesLedger.Share;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every ledger, on days across two make-up Saturdays and a holiday. */
class MinutesLedgerPropertiesTest {
  private static final ServiceClock HALL = ServiceClock.standard();
  private static final Instant FIRST = StartUpTasks.at("2026-02-12T00:00");
  private static final List<String> DEPARTMENTS = List.of("police", "tax", "social", "tax", "bank");

  /** A case, and when one looks at it. */
  record Story(Ledger promised, List<Task> tasks, Instant now) {
    MinutesLedger ledger() {
      return MinutesLedger.of(promised, tasks, HALL, now);
    }
  }

  @Provide
  Arbitrary<Story> stories() {
    return Arbitraries.longs().map(seed -> story(new Random(seed)));
  }

  private static Story story(Random random) {
    // Hours, half hours or seconds: to fall on closings and on one another, or on nothing.
    int grain = List.of(3_600, 1_800, 61, 1).get(random.nextInt(4));
    int scale = List.of(3_600, 86_400, 864_000).get(random.nextInt(3));
    Instant start = FIRST.plusSeconds(random.nextInt(5 * 86_400) / grain * (long) grain);
    Instant[] turns = new Instant[1 + random.nextInt(6)];
    turns[0] = start;
    for (int i = 1; i < turns.length; i++) {
      turns[i] = later(random, turns[i - 1], scale / 3, grain);
    }
    boolean stopped = turns.length > 1 && random.nextBoolean();
    Ledger promised = stopped ? StartUpTasks.stopped(turns) : StartUpTasks.lasting(turns);
    Instant now = later(random, start, scale * 2, grain);
    return new Story(promised, tasks(random, start, scale, grain, now), now);
  }

  private static List<Task> tasks(Random random, Instant start, int scale, int grain, Instant now) {
    List<Task> tasks = new ArrayList<>();
    Instant licence = later(random, start, scale, grain);
    if (random.nextInt(4) == 0 || licence.isAfter(now)) {
      tasks.add(StartUpTasks.open("LICENCE", "market", start));
      DEPARTMENTS.forEach(each -> tasks.add(StartUpTasks.planned("S" + tasks.size(), each)));
      return tasks;
    }
    tasks.add(StartUpTasks.done("LICENCE", "market", start, licence));
    for (String department : DEPARTMENTS.subList(0, random.nextInt(DEPARTMENTS.size() + 1))) {
      String part = "S" + tasks.size();
      Instant end = later(random, licence, scale, grain);
      tasks.add(
          switch (random.nextInt(3)) {
            case 0 -> StartUpTasks.done(part, department, licence, end);
            case 1 -> StartUpTasks.open(part, department, licence);
            default -> StartUpTasks.cancelled(part, department, licence, end);
          });
    }
    return tasks;
  }

  private static Instant later(Random random, Instant from, int seconds, int grain) {
    return from.plusSeconds(random.nextInt(seconds) / grain * (long) grain);
  }

  @Property
  void theEntriesAddUpToTheWorkingMinutesThatHaveElapsed(@ForAll("stories") Story story) {
    MinutesLedger ledger = story.ledger();
    Instant start = story.promised.startedAt().orElseThrow();
    Instant end = story.promised.stoppedAt().filter(story.now::isAfter).orElse(story.now);
    assertThat(minutes(ledger.entries()))
        .isEqualTo(ledger.elapsedMinutes())
        .isEqualTo(HALL.workedBetween(start, end).toMinutes());
  }

  @Property
  void whatIsCountedIsWhatTheClockConsumedButForRounding(@ForAll("stories") Story story) {
    MinutesLedger ledger = story.ledger();
    assertThat(minutes(ledger.entries().stream().filter(Entry::counted).toList()))
        .isEqualTo(ledger.countedMinutes());
    BigDecimal consumed =
        story.promised.consumed(HALL, story.now).amount().multiply(BigDecimal.valueOf(60));
    assertThat((double) ledger.countedMinutes())
        .isCloseTo(consumed.doubleValue(), within((double) story.promised.runs().size()));
  }

  @Property
  void theSharesAddUpToWhatHasElapsed(@ForAll("stories") Story story) {
    MinutesLedger ledger = story.ledger();
    assertThat(ledger.byHolder().stream().mapToLong(Share::minutes).sum())
        .isEqualTo(ledger.elapsedMinutes());
    assertThat(ledger.byHolder()).extracting(Share::holder).doesNotHaveDuplicates();
    assertThat(ledger.byHolder()).allMatch(share -> share.overMinutes() <= share.ownMinutes());
  }

  @Property
  void theMinutesBeyondTheBudgetAllHaveAName(@ForAll("stories") Story story) {
    MinutesLedger ledger = story.ledger();
    assertThat(ledger.late().stream().mapToLong(Late::minutes).sum())
        .isEqualTo(Math.max(0, ledger.countedMinutes() - ledger.budgetMinutes()));
    assertThat(ledger.late())
        .allMatch(late -> late.minutes() > 0)
        .noneMatch(late -> late.holder().equals(MinutesLedger.APPLICANT));
  }

  @Property
  void theEntriesAreInOrderAndAdjoinFromTheStartToTheEnd(@ForAll("stories") Story story) {
    List<Entry> entries = story.ledger().entries();
    for (int i = 1; i < entries.size(); i++) {
      assertThat(entries.get(i).from()).isEqualTo(entries.get(i - 1).to());
    }
    assertThat(entries).allMatch(entry -> entry.from().isBefore(entry.to()));
    if (!entries.isEmpty()) {
      assertThat(entries.getFirst().from()).isEqualTo(story.promised.startedAt().orElseThrow());
      assertThat(entries.getLast().to())
          .isEqualTo(story.promised.stoppedAt().filter(story.now::isAfter).orElse(story.now));
    }
    assertThat(entries.size() < 2 || entries.stream().allMatch(entry -> entry.minutes() > 0))
        .isTrue();
  }

  @Property
  void onlyTheApplicantIsNotCountedAndOnlyWhatSeveralWorkAtIsOpen(@ForAll("stories") Story story) {
    assertThat(story.ledger().entries())
        .allMatch(entry -> entry.counted() != entry.holder().equals(MinutesLedger.APPLICANT))
        .allMatch(entry -> entry.settled() || entry.waitingFor().size() > 1);
  }

  private static long minutes(List<Entry> entries) {
    return entries.stream().mapToLong(Entry::minutes).sum();
  }
}
