package banshi.cases;

import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Effect.ArmYearly;
import banshi.cases.Effect.StopClock;
import banshi.cases.Effect.Tell;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.text.Text;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A duty that comes back every year after the case itself has ended, as rows of a table alone. */
class AnniversaryTest {
  /** A licence's life: under way, then held. */
  enum Life implements Stage {
    OPEN,
    HELD;

    @Override
    public Text label() {
      return new Text(name(), name());
    }

    @Override
    public boolean isFinal() {
      return this == HELD;
    }
  }

  /** What happens to it. */
  enum Act implements Action {
    ASK,
    GIVE,
    REPORT_OPENS,
    REPORT_ENDS;

    @Override
    public Text label() {
      return new Text(name(), name());
    }
  }

  private static final LifeCycle TABLE =
      LifeCycle.of(CaseKind.APPLICATION, Life.class, Act.class)
          .opening()
          .on(Act.ASK)
          .by(Party.APPLICANT)
          .to(Life.OPEN)
          .then(new ArmYearly(Act.REPORT_ENDS, MonthDay.of(12, 1)))
          .from(Life.OPEN)
          .on(Act.GIVE)
          .by(Party.WINDOW)
          .to(Life.HELD)
          .then(
              new StopClock(ClockName.STATUTORY),
              new ArmYearly(Act.REPORT_OPENS, MonthDay.of(1, 1)))
          .from(Life.HELD)
          .on(Act.REPORT_OPENS)
          .byLaw(LegalBasis.ANNUAL_REPORT)
          .then(
              new ArmYearly(Act.REPORT_OPENS, MonthDay.of(1, 1)),
              new ArmYearly(Act.REPORT_ENDS, MonthDay.of(6, 1)),
              new Tell(NoticeName.ANNUAL_REPORT_OPENS, Party.APPLICANT))
          .from(Life.HELD)
          .on(Act.REPORT_ENDS)
          .byLaw(LegalBasis.ANNUAL_REPORT)
          .then(new Tell(NoticeName.ANNUAL_REPORT_ENDS, Party.APPLICANT))
          .build();

  private static final Kernel KERNEL = new Kernel(TABLE, Sample.clocks());

  private static Case<String> held(Instant at) {
    Change<String> asked =
        KERNEL.open(
            Sample.filledIn(7, Sample.MONDAY, "details"),
            Occasion.of(Sample.MONDAY, Sample.APPLICANT));
    return switch (KERNEL.perform(
        asked.after(),
        Act.GIVE,
        Set.of(Party.WINDOW),
        move -> Occasion.of(at, new ActorStamp(Party.WINDOW, Optional.of("HALL"))))) {
      case Outcome.Done<Change<String>>(Change<String> given) -> given.after();
      case Outcome.Refused<Change<String>>(Refusal refusal) ->
          throw new AssertionError(refusal.toString());
    };
  }

  @Test
  void whatWasArmedBeforeTheEndIsOverAndWhatTheEndArmsIsNot() {
    Case<String> held = held(at("2026-11-24T10:00:00+08:00"));
    assertThat(held.stage()).isEqualTo(Life.HELD);
    assertThat(held.timers())
        .containsOnlyKeys("REPORT_OPENS")
        .containsValue(at("2027-01-01T00:00:00+08:00"));
    assertThat(held.nextTimer()).contains(at("2027-01-01T00:00:00+08:00"));
  }

  @Test
  void eachYearBringsItsTwoNoticesWhoeverLooksAndHoweverLate() {
    Change<String> late =
        KERNEL.settle(held(at("2026-11-24T10:00:00+08:00")), at("2029-03-01T09:00:00+08:00"));
    assertThat(late.entries())
        .extracting(entry -> entry.action() + " " + entry.at())
        .containsExactly(
            "REPORT_OPENS " + at("2027-01-01T00:00:00+08:00"),
            "REPORT_ENDS " + at("2027-06-01T00:00:00+08:00"),
            "REPORT_OPENS " + at("2028-01-01T00:00:00+08:00"),
            "REPORT_ENDS " + at("2028-06-01T00:00:00+08:00"),
            "REPORT_OPENS " + at("2029-01-01T00:00:00+08:00"));
    assertThat(late.notices()).extracting(Notice::name).hasSize(5);
    assertThat(late.after().nextTimer()).contains(at("2029-06-01T00:00:00+08:00"));
    assertThat(late.entries())
        .allSatisfy(entry -> assertThat(entry.basis()).contains(LegalBasis.ANNUAL_REPORT));
  }

  @Property
  void theNextAnniversaryIsLaterThanTheMoveAndAtMostAYearOff(
      @ForAll @IntRange(max = 4000) int days,
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 28) int day) {
    Instant from = at("2024-02-29T00:00:00+08:00").plusSeconds(86_400L * days);
    Instant next = new ArmYearly(Act.REPORT_OPENS, MonthDay.of(month, day)).after(from);
    assertThat(next).isAfter(from).isBeforeOrEqualTo(from.plusSeconds(86_400L * 366));
  }

  @Test
  void theLeapDayComesOnThe28thInOtherYears() {
    ArmYearly yearly = new ArmYearly(Act.REPORT_OPENS, MonthDay.of(2, 29));
    assertThat(List.of(yearly.after(at("2026-11-24T10:00:00+08:00"))))
        .containsExactly(at("2027-02-28T00:00:00+08:00"));
    assertThat(yearly.after(at("2027-02-28T00:00:00+08:00")))
        .isEqualTo(at("2028-02-29T00:00:00+08:00"));
  }
}
