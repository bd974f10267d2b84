package banshi.reminder.fire;

import static banshi.cases.Sample.MONDAY;
import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ApplicationStage;
import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Mark;
import banshi.notices.Recipient;
import banshi.reminder.Budget;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;

/**
 * Fired once, in order, whoever runs beside or dies: over the real engine, with {@value #CASES_KEY}
 * due cases (1,000 when nothing is said, 10,000 to see it with many: six minutes).
 */
class FireJobTest {
  private static final String CASES_KEY = "banshi.fire.cases";
  private static final int CASES = Integer.getInteger(CASES_KEY, 1_000);

  /** The last request over which a run dies: so that every run dies before the work is done. */
  private static final int LAST_REQUEST = CASES / 5;

  /** Past five working days of silence. */
  private static final Instant LATER = at("2026-12-01T10:00:00+08:00");

  private static void assertFiredOnce(Hall hall, List<Change<JsonNode>> filed, Instant now) {
    Set<String> told = new HashSet<>();
    Hall.inParallel(
            filed.stream()
                .<Callable<Boolean>>map(
                    opened ->
                        () -> {
                          Change<JsonNode> expected = hall.leftAlone(opened, now);
                          CaseNumber number = opened.after().number();
                          assertThat(hall.timeline(number))
                              .containsExactlyElementsOf(
                                  expected.entries().stream().map(Hall::line).toList());
                          Case<JsonNode> found = hall.load(number);
                          assertThat(found.stage()).isEqualTo(expected.after().stage());
                          assertThat(found.mark(Mark.LEVEL))
                              .isEqualTo(expected.after().mark(Mark.LEVEL));
                          assertThat(found.nextTimer()).isEqualTo(expected.after().nextTimer());
                          synchronized (told) {
                            expected
                                .notices()
                                .forEach(
                                    notice ->
                                        assertThat(
                                                told.add(
                                                    notice.to().inbox() + " " + notice.event()))
                                            .isTrue());
                          }
                          return true;
                        })
                .toList())
        .forEach(checked -> assertThat(checked).isTrue());
    Map<String, Set<String>> byInbox = new HashMap<>();
    told.forEach(
        line ->
            byInbox
                .computeIfAbsent(line.split(" ")[0], inbox -> new HashSet<>())
                .add(line.split(" ")[1]));
    byInbox.forEach(
        (inbox, events) -> {
          List<String> found =
              hall.engine.sortKeys("INBOX#" + inbox).stream()
                  .map(sk -> sk.substring(sk.lastIndexOf('#') + 1))
                  .toList();
          assertThat(found).as(inbox).containsExactlyInAnyOrderElementsOf(events);
        });
  }

  @Test
  void dueCasesByTheThousandFireEachRungOnceUnderTwentyOverlappingRunsAndUnderFiftyThatDie() {
    try (Hall hall = new Hall()) {
      Instant warned = at("2026-11-27T09:01:00+08:00");
      List<Change<JsonNode>> filed = hall.file(1, CASES, MONDAY);
      twentyRuns(hall, warned, filed.size());
      assertFiredOnce(hall, filed, warned);

      List<Change<JsonNode>> silent =
          filed.stream().map(opened -> hall.leftAlone(opened, warned)).toList();
      fiftyRunsThatDieAmongOthers(hall, LATER);
      assertFiredOnce(hall, silent, LATER);
    }
  }

  @Test
  void manyRungsAtOnceUnderTwentyOverlappingRunsFireEachOnceAndInOrder() {
    try (Hall hall = new Hall()) {
      List<Change<JsonNode>> filed = hall.file(50_000, 300, MONDAY);
      twentyRuns(hall, LATER, filed.size());
      assertFiredOnce(hall, filed, LATER);
    }
  }

  private static void twentyRuns(Hall hall, Instant now, int cases) {
    List<Map<String, Object>> reports =
        Hall.inParallel(
            IntStream.range(0, 20)
                .<Callable<Map<String, Object>>>mapToObj(
                    i -> () -> hall.job().run(now, Hall.ENOUGH))
                .toList());
    // What merely met others is left for the next run.
    Map<String, Object> next = hall.job().run(now, Hall.ENOUGH);
    assertThat(
            Stream.concat(reports.stream(), Stream.of(next))
                .mapToInt(report -> (int) report.get("moved"))
                .sum())
        .as("how often any run moved a case")
        .isEqualTo(cases);
    assertThat(reports).allSatisfy(report -> assertThat(report).containsEntry("setAside", 0));
    assertThat(next).containsEntry("complete", true).containsEntry("left", 0);
  }

  /**
   * Twenty at a time, of which five live. The others die over their 3rd to their last request, as
   * often over one of the first nine as over one of the last hundreds: before any case, between two
   * writes of one, after hundreds.
   */
  private static void fiftyRunsThatDieAmongOthers(Hall hall, Instant now) {
    Random random = new Random(20261124);
    List<Callable<Boolean>> runs = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int requests = (int) (3 * Math.pow(LAST_REQUEST / 3.0, random.nextDouble()));
      PowerSupply supply = new PowerSupply(requests, random.nextBoolean());
      runs.add(() -> dies(hall.job(hall.engine.through(supply)), now));
    }
    for (int place = 0; place < 20; place += 4) {
      runs.add(place, () -> dies(hall.job(), now));
    }
    assertThat(Hall.inParallel(runs).stream().filter(died -> died)).hasSize(50);
    assertThat(hall.job().run(now, Hall.ENOUGH))
        .containsEntry("complete", true)
        .containsEntry("left", 0)
        .containsEntry("setAside", 0);
  }

  private static boolean dies(FireJob job, Instant now) {
    try {
      job.run(now, Hall.ENOUGH);
      return false;
    } catch (PowerSupply.Cut dead) {
      return true;
    } catch (IllegalStateException dead) {
      assertThat(dead).hasCauseInstanceOf(PowerSupply.Cut.class);
      return true;
    }
  }

  @Test
  void aCaseLeftAloneIsAcceptedByLawAsOfTheDayOfReceiptAtTheRightMinute() {
    try (Hall hall = new Hall()) {
      CaseNumber number = hall.file(5, 1, MONDAY).getFirst().after().number();
      hall.job().run(at("2026-11-30T17:30:00+08:00"), Hall.ENOUGH);
      assertThat(hall.load(number).stage()).isEqualTo(ApplicationStage.RECEIVED);
      hall.job().run(at("2026-11-30T17:31:00+08:00"), Hall.ENOUGH);
      Case<JsonNode> accepted = hall.load(number);
      assertThat(accepted.stage()).isEqualTo(ApplicationStage.ACCEPTED);
      assertThat(accepted.mark(Mark.ACCEPTANCE)).contains("DEEMED");
      assertThat(
              hall.store().timeline(number).stream()
                  .filter(entry -> entry.action().equals("DEEM_ACCEPTED")))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.at()).isEqualTo(at("2026-11-30T17:30:00+08:00"));
                assertThat(entry.basis().orElseThrow().text().zh()).contains("第三十二条");
              });
    }
  }

  @Test
  void anOutageOfWeeksIsCaughtUpAndEachRecipientIsToldOncePerCase() {
    try (Hall hall = new Hall()) {
      Change<JsonNode> opened = hall.file(6, 1, MONDAY).getFirst();
      Instant weeksLater = at("2026-12-25T10:00:00+08:00");
      Map<String, Object> report = hall.job().run(weeksLater, Hall.ENOUGH);
      assertThat(report).containsEntry("complete", true).containsEntry("moved", 1);
      assertFiredOnce(hall, List.of(opened), weeksLater);
      assertThat(hall.load(opened.after().number()).mark(Mark.LEVEL)).contains("3");
      assertThat(hall.engine.sortKeys("INBOX#" + new Recipient.Department("MARKET").inbox()))
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void aPoisonCaseIsSetAsideReportedAndHoldsNobodyUp() {
    try (Hall hall = new Hall()) {
      List<Change<JsonNode>> filed = hall.file(10, 5, MONDAY);
      CaseNumber poison = filed.getFirst().after().number();
      hall.engine.spoil("APPLICATION#" + poison, "HEAD", "clocks");
      Map<String, Object> report = hall.job().run(LATER, Hall.ENOUGH);
      assertThat(report)
          .containsEntry("moved", 4)
          .containsEntry("setAside", 1)
          .containsEntry("complete", true)
          .containsEntry("setAsideKeys", List.of("APPLICATION#" + poison));
      assertThat(hall.job().run(LATER.plusSeconds(30), Hall.ENOUGH)).containsEntry("looked", 0);
      assertThat(hall.job().run(LATER.plus(Duration.ofMinutes(2)), Hall.ENOUGH))
          .as("it comes again")
          .containsEntry("setAside", 1);
      assertThat(filed.subList(1, 5))
          .allSatisfy(
              opened ->
                  assertThat(hall.load(opened.after().number()).stage())
                      .isEqualTo(ApplicationStage.ACCEPTED));
    }
  }

  @Test
  void aRunStopsBeforeItsTimeIsUpAndTheNextGoesOnFromThere() {
    try (Hall hall = new Hall()) {
      List<Change<JsonNode>> filed = hall.file(20, 50, MONDAY);
      AtomicInteger pieces = new AtomicInteger(20);
      Budget short20 =
          new Budget(
              () -> pieces.getAndDecrement() > 0 ? Duration.ofMinutes(1) : Duration.ofSeconds(1));
      Map<String, Object> first = hall.job().run(LATER, short20);
      assertThat(first).containsEntry("complete", false).containsEntry("moved", 20);
      assertThat((String) first.get("next")).startsWith("2026-11-");
      assertThat((long) first.get("oldestDueSeconds")).isPositive();
      assertThat(hall.figures.toString(StandardCharsets.UTF_8))
          .as("the alarm hears of it")
          .contains("\"OldestDueSeconds\":" + first.get("oldestDueSeconds"));
      Map<String, Object> second = hall.job().run(LATER, Hall.ENOUGH);
      assertThat(second)
          .containsEntry("complete", true)
          .containsEntry("moved", 30)
          .containsEntry("oldestDueSeconds", 0L);
      assertFiredOnce(hall, filed, LATER);
    }
  }

  @Test
  void whatARunLeavesOfDaysLongPastIsFiredByTheNext() {
    try (Hall hall = new Hall()) {
      List<Change<JsonNode>> filed = hall.file(30, 3, MONDAY);
      AtomicInteger writes = new AtomicInteger();
      Wire throttled =
          (operation, request) -> {
            if (operation.equals("transactWriteItems") && writes.getAndIncrement() == 0) {
              throw RequestLimitExceededException.builder().message("not now").build();
            }
            return request.call();
          };
      assertThat(hall.job(hall.engine.through(throttled)).run(LATER, Hall.ENOUGH))
          .containsEntry("moved", 2)
          .containsEntry("left", 1)
          .containsEntry("next", "2026-11-27");
      assertThat(hall.job().run(LATER.plus(Duration.ofMinutes(1)), Hall.ENOUGH))
          .containsEntry("moved", 1)
          .containsEntry("left", 0);
      assertFiredOnce(hall, filed, LATER);
    }
  }
}
