package banshi.figures;

import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.Change;
import banshi.cases.ComplaintAction;
import banshi.cases.Complaints;
import banshi.cases.Sample;
import banshi.cases.TimelineEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  /** A complaint that wanders, and the figures that only ever hear what its writes change. */
  private static final class Walk {
    private final Map<Cell, Counts> figures = new HashMap<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final Random random;
    private Case<String> c;

    Walk(long seed) {
      random = new Random(seed);
      Change<String> opened =
          Complaints.submitted(seed, Sample.MONDAY.plusSeconds(random.nextInt(600_000)), "");
      c = opened.after();
      timeline.addAll(opened.entries());
      figures.putAll(Figures.of(c));
      for (int step = 0; step < 25; step++) {
        Instant now = c.timeline().at().plusSeconds(random.nextInt(100_000));
        then(Complaints.anyStep(c, now, random));
      }
    }

    private void then(Change<String> change) {
      Figures.change(c, change.after())
          .forEach((cell, counts) -> figures.merge(cell, counts, Counts::plus));
      timeline.addAll(change.entries());
      c = change.after();
      assertThat(figures.values())
          .allSatisfy(counts -> assertThat(counts.values().values()).allMatch(value -> value > 0));
    }

    Counts total() {
      return figures.values().stream().reduce(Counts.NONE, Counts::plus);
    }
  }

  @Property(tries = 300)
  void whatTheWritesOfACaseChangeAddsUpToWhatItsTimelineTells(@ForAll long seed) {
    Walk walk = new Walk(seed);
    walk.figures.values().removeIf(Counts::isZero);
    assertThat(walk.figures)
        .isEqualTo(
            Map.of(
                Complaints.cellByHand(walk.c.receivedAt(), walk.timeline),
                Complaints.countedByHand(walk.c.receivedAt(), walk.timeline)));
  }

  @Test
  void theWalksComeByEveryCount() {
    Counts all =
        LongStream.range(0, 300)
            .mapToObj(seed -> new Walk(seed).total())
            .reduce(Counts.NONE, Counts::plus);
    assertThat(all.values().keySet()).containsExactlyInAnyOrder(Count.values());
  }

  @Test
  void onlyComplaintsAreCounted() {
    assertThat(Figures.of(Sample.received(1).after())).isEmpty();
  }

  @Test
  void aComplaintIsOfTheDayOnWhichItWasReceivedInBeijing() {
    assertThat(day("2026-11-30T23:59:59+08:00")).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(day("2026-12-01T00:00:00+08:00")).isEqualTo(LocalDate.of(2026, 12, 1));
  }

  private static LocalDate day(String receivedAt) {
    return Figures.of(Complaints.submitted(1, at(receivedAt), "").after())
        .keySet()
        .iterator()
        .next()
        .received();
  }

  @Test
  void aComplaintThatNobodyAnswersIsOverdueFromItsDueInstantOn() {
    Case<String> c = Complaints.submitted(1, Sample.MONDAY, "").after();
    Instant due = at("2026-11-30T17:30:00+08:00");
    assertThat(overdue(Complaints.KERNEL.settle(c, due).after())).isZero();
    Case<String> late = Complaints.KERNEL.settle(c, due.plusSeconds(1)).after();
    assertThat(overdue(late)).isEqualTo(1);
    Case<String> redirected =
        Complaints.step(
                late, ComplaintAction.REDIRECT, "", "", "", 1, at("2026-11-30T18:00:00+08:00"))
            .after();
    assertThat(overdue(redirected)).as("and stays so").isEqualTo(1);
  }

  private static long overdue(Case<String> c) {
    return Figures.of(c).values().iterator().next().of(Count.OVERDUE);
  }

  @Test
  void everyMeasureNamesItsBaseAndIsSilentOverNothing() {
    Counts counts =
        new Counts(
            Map.of(
                Count.RECEIVED, 20L,
                Count.ANSWERED, 3L,
                Count.WORKED_MINUTES, 1000L,
                Count.ON_TIME, 2L,
                Count.OVERDUE, 4L,
                Count.RATED_1, 1L,
                Count.RATED_3, 1L,
                Count.RATED_4, 1L));
    assertThat(counts.measured(Measure.AVERAGE_WORKED_MINUTES))
        .isEqualTo(new Measured(Optional.of(new BigDecimal("333.3")), 3));
    assertThat(counts.measured(Measure.ON_TIME_RATE))
        .isEqualTo(new Measured(Optional.of(new BigDecimal("0.3333")), 6));
    assertThat(counts.measured(Measure.SATISFACTION_RATE))
        .isEqualTo(new Measured(Optional.of(new BigDecimal("0.6667")), 3));
    for (Measure measure : Measure.values()) {
      assertThat(Counts.NONE.measured(measure)).isEqualTo(new Measured(Optional.empty(), 0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01, 2026-11-01, true",
    "2026-01-01, 2027-01-01, true",
    "2026-01-01, 2027-01-02, false",
    "2026-11-02, 2026-11-01, false",
    "0999-12-31, 1000-01-01, false",
    "9999-12-31, 9999-12-31, true"
  })
  void aPeriodHasAtMostThreeHundredAndSixtySixDays(LocalDate from, LocalDate to, boolean fits) {
    assertThat(Period.of(from, to).isPresent()).isEqualTo(fits);
  }

  @Test
  void aCodeThatWouldBreakAKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Cell(
                    CaseKind.COMPLAINT,
                    LocalDate.of(2026, 11, 23),
                    Optional.of("A#B"),
                    Optional.empty(),
                    Optional.empty()));
  }
}
