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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;

/** Fired once, in order, whoever runs beside or dies: over the real engine. */
class FireJobTest {
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
  void tenThousandDueCasesUnderTwentyOverlappingRunsFireEachRungOnce() {
    try (Hall hall = new Hall()) {
      Instant warned = at("2026-11-27T09:01:00+08:00");
      List<Change<JsonNode>> filed = hall.file(1, 10_000, MONDAY);
      long t0 = System.nanoTime();
      twentyRuns(hall, warned, filed.size());
      assertFiredOnce(hall, filed, warned);
    }
  }

  @Test
  void manyRungsAtOnceUnderTwentyOverlappingRunsFireEachOnceAndInOrder() {
    try (Hall hall = new Hall()) {
      List<Change<JsonNode>> filed = hall.file(50_000, 300, MONDAY);
      long t0 = System.nanoTime();
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

  @Test
  void aRunThatDiesAtAnyPointFiftyTimesOverLosesNothingAndDoublesNothing() {
    Random random = new Random(20261124);
    try (Hall hall = new Hall()) {
      List<Change<JsonNode>> filed = hall.file(100_000, 400, MONDAY);
      int died = 0;
      for (int run = 0; run < 50; run++) {
        PowerSupply supply = new PowerSupply(3 + random.nextInt(60), random.nextBoolean());
        try {
          hall.job(hall.engine.through(supply::around)).run(LATER, Hall.ENOUGH);
        } catch (IllegalStateException dead) {
          assertThat(dead.getCause()).isInstanceOf(PowerCut.class);
          died++;
        } catch (PowerCut dead) {
          died++;
        }
      }
      assertThat(died).isEqualTo(50);
      hall.job().run(LATER, Hall.ENOUGH);
      assertFiredOnce(hall, filed, LATER);
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
      UnaryOperator<DynamoDbClient> throttled =
          client ->
              (DynamoDbClient)
                  Proxy.newProxyInstance(
                      DynamoDbClient.class.getClassLoader(),
                      new Class<?>[] {DynamoDbClient.class},
                      (proxy, method, arguments) -> {
                        if (method.getName().equals("transactWriteItems")
                            && writes.getAndIncrement() == 0) {
                          throw RequestLimitExceededException.builder().message("not now").build();
                        }
                        try {
                          return method.invoke(client, arguments);
                        } catch (InvocationTargetException failed) {
                          throw failed.getCause();
                        }
                      });
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

  /** Ends a process in the middle of its work. */
  private static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Lets so many requests through, and none from then on; the last one may still be carried out.
   */
  private static final class PowerSupply {
    private final AtomicInteger left;
    private final boolean lastArrives;

    private PowerSupply(int requests, boolean lastArrives) {
      this.left = new AtomicInteger(requests);
      this.lastArrives = lastArrives;
    }

    private DynamoDbClient around(DynamoDbClient client) {
      return (DynamoDbClient)
          Proxy.newProxyInstance(
              DynamoDbClient.class.getClassLoader(),
              new Class<?>[] {DynamoDbClient.class},
              (proxy, method, arguments) -> {
                int now = left.decrementAndGet();
                if (now < 0 || now == 0 && !lastArrives) {
                  throw new PowerCut();
                }
                try {
                  Object answer = method.invoke(client, arguments);
                  if (now == 0) {
                    throw new PowerCut();
                  }
                  return answer;
                } catch (InvocationTargetException failed) {
                  throw failed.getCause();
                }
              });
    }
  }
}
