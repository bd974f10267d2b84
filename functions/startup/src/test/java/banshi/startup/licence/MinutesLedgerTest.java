package banshi.startup.licence;

import static banshi.startup.licence.StartUpTasks.at;
import static banshi.startup.licence.StartUpTasks.cancelled;
import static banshi.startup.licence.StartUpTasks.done;
import static banshi.startup.licence.StartUpTasks.lasting;
import static banshi.startup.licence.StartUpTasks.open;
import static banshi.startup.licence.StartUpTasks.planned;
import static banshi.startup.licence.StartUpTasks.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.cases.Task;
import banshi.cases.TaskResult.Opinion;
import banshi.clock.Ledger;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import banshi.startup.licence.MinutesLedger.Entry;
import banshi.startup.licence.MinutesLedger.Late;
import banshi.startup.licence.MinutesLedger.Share;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MinutesLedgerTest {
  private static final ServiceClock HALL = ServiceClock.standard();
  private static final Instant LATER = at("2026-03-10T09:00");

  @Test
  void theRegistrarHoldsUntilTheLicenceAndThenWhoeverWasDoneLast() {
    Instant start = at("2026-03-02T09:00");
    Instant licence = at("2026-03-02T09:40");
    Instant end = at("2026-03-02T11:10");
    MinutesLedger ledger =
        ledger(
            stopped(start, end),
            LATER,
            done("LICENCE", "market", start, licence),
            done("SEAL", "police", licence, at("2026-03-02T10:00")),
            done("TAX", "tax", licence, end, Opinion.REJECT),
            done("BANK", "bank", licence, at("2026-03-02T11:00")));
    assertThat(ledger.entries())
        .containsExactly(
            entry(start, licence, "market", 40, true), entry(licence, end, "tax", 90, true));
    assertThat(ledger.byHolder())
        .containsExactly(
            share("market", 40, 40, 0),
            share("police", 0, 20, 0),
            share("tax", 90, 90, 30),
            share("bank", 0, 80, 20));
    assertThat(ledger.budgetMinutes()).isEqualTo(180);
    assertThat(ledger.elapsedMinutes()).isEqualTo(130);
    assertThat(ledger.countedMinutes()).isEqualTo(130);
    assertThat(ledger.late()).isEmpty();
  }

  @Test
  void ofTwoThatWereDoneTogetherTheFirstHolds() {
    Instant start = at("2026-03-02T09:00");
    Instant licence = at("2026-03-02T09:40");
    Instant end = at("2026-03-02T11:10");
    MinutesLedger ledger =
        ledger(
            stopped(start, end),
            LATER,
            done("LICENCE", "market", start, licence),
            done("SEAL", "police", licence, end),
            done("TAX", "tax", licence, end));
    assertThat(ledger.entries().getLast().holder()).isEqualTo("police");
  }

  @Test
  void whileSeveralStillWorkNobodyIsBlamedForCertain() {
    Instant start = at("2026-03-02T09:00");
    Instant licence = at("2026-03-02T09:40");
    Instant now = at("2026-03-02T10:40");
    Task first = done("LICENCE", "market", start, licence);
    Task seal = done("SEAL", "police", licence, at("2026-03-02T10:00"));
    MinutesLedger two =
        ledger(
            lasting(start),
            now,
            first,
            seal,
            open("TAX", "tax", licence),
            open("BANK", "bank", licence));
    assertThat(two.entries().getLast())
        .isEqualTo(new Entry(licence, now, "tax", 60, true, false, List.of("tax", "bank")));
    MinutesLedger one = ledger(lasting(start), now, first, seal, open("BANK", "bank", licence));
    assertThat(one.entries().getLast())
        .isEqualTo(new Entry(licence, now, "bank", 60, true, true, List.of("bank")));
  }

  @Test
  void aLunchBreakCostsNobodyAMinute() {
    Instant start = at("2026-03-02T11:50");
    Instant licence = at("2026-03-02T14:10");
    Instant end = at("2026-03-02T14:30");
    assertThat(twoSteps(start, licence, end).entries())
        .containsExactly(
            entry(start, licence, "market", 20, true), entry(licence, end, "tax", 20, true));
  }

  @Test
  void anEveningCostsNobodyAMinute() {
    Instant start = at("2026-03-02T17:00");
    Instant licence = at("2026-03-02T20:00");
    Instant end = at("2026-03-03T09:30");
    assertThat(twoSteps(start, licence, end).entries())
        .containsExactly(
            entry(start, licence, "market", 30, true), entry(licence, end, "tax", 30, true));
  }

  @Test
  void aMakeUpSaturdayIsWorkedAndTheHolidayAfterItIsNot() {
    // 2026-02-14 is a Saturday that is worked; 15 to 23 February are the Spring Festival.
    Instant start = at("2026-02-14T16:30");
    Instant licence = at("2026-02-14T17:15");
    Instant end = at("2026-02-24T09:45");
    assertThat(twoSteps(start, licence, end).entries())
        .containsExactly(
            entry(start, licence, "market", 45, true), entry(licence, end, "tax", 60, true));
  }

  @Test
  void theSecondMakeUpSaturdayIsWorkedAndTheSundayAfterItIsNot() {
    Instant start = at("2026-02-28T17:00");
    Instant licence = at("2026-02-28T17:20");
    Instant end = at("2026-03-02T09:05");
    assertThat(twoSteps(start, licence, end).entries())
        .containsExactly(
            entry(start, licence, "market", 20, true), entry(licence, end, "tax", 15, true));
  }

  @Test
  void aCorrectionIsTheApplicantsAndNotCounted() {
    Instant start = at("2026-03-02T09:00");
    Instant asked = at("2026-03-02T09:20");
    Instant given = at("2026-03-02T14:30");
    Instant licence = at("2026-03-02T15:00");
    Instant end = at("2026-03-02T15:10");
    MinutesLedger ledger =
        ledger(
            stopped(start, asked, given, end),
            LATER,
            done("LICENCE", "market", start, licence),
            done("TAX", "tax", licence, end));
    assertThat(ledger.entries())
        .containsExactly(
            entry(start, asked, "market", 20, true),
            entry(asked, given, MinutesLedger.APPLICANT, 190, false),
            entry(given, licence, "market", 30, true),
            entry(licence, end, "tax", 10, true));
    assertThat(ledger.elapsedMinutes()).isEqualTo(250);
    assertThat(ledger.countedMinutes()).isEqualTo(60);
    assertThat(ledger.byHolder().getLast())
        .isEqualTo(new Share(MinutesLedger.APPLICANT, 190, 190, OptionalLong.empty(), 0));
  }

  @Test
  void aCorrectionWithinALunchBreakLeavesNoEntry() {
    Instant start = at("2026-03-02T11:00");
    Instant end = at("2026-03-02T15:00");
    MinutesLedger ledger =
        ledger(
            lasting(start, at("2026-03-02T12:10"), at("2026-03-02T13:00")),
            end,
            open("LICENCE", "market", start));
    assertThat(ledger.entries())
        .containsExactly(new Entry(start, end, "market", 120, true, true, List.of("market")));
  }

  @Test
  void secondsAreRoundedOnceSoThatTheEntriesAddUp() {
    Instant start = at("2026-03-02T09:00:00");
    Instant licence = at("2026-03-02T09:00:50");
    Instant end = at("2026-03-02T09:01:40");
    assertThat(twoSteps(start, licence, end).entries())
        .containsExactly(entry(start, end, "tax", 1, true));
  }

  @Test
  void whoWasLateIsNamedFromTheMinuteTheBudgetRanOut() {
    Instant start = at("2026-03-02T09:00");
    Instant licence = at("2026-03-02T11:50");
    Instant asked = at("2026-03-02T14:20");
    Instant given = at("2026-03-02T14:40");
    Instant end = at("2026-03-02T15:00");
    MinutesLedger ledger =
        ledger(
            stopped(start, asked, given, end),
            LATER,
            done("LICENCE", "market", start, licence),
            done("TAX", "tax", licence, end));
    assertThat(ledger.countedMinutes()).isEqualTo(220);
    assertThat(ledger.late()).containsExactly(new Late("tax", 40));
    MinutesLedger both = twoSteps(start, at("2026-03-02T14:30"), at("2026-03-02T15:00"));
    assertThat(both.late()).containsExactly(new Late("market", 30), new Late("tax", 30));
    assertThat(both.byHolder())
        .containsExactly(share("market", 210, 210, 150), share("tax", 30, 30, 0));
  }

  @Test
  void aDeniedLicenceIsHeldByTheRegistrarToTheEnd() {
    Instant start = at("2026-03-02T09:00");
    Instant rejected = at("2026-03-02T09:30");
    Instant end = at("2026-03-02T10:00");
    MinutesLedger ledger =
        ledger(
            stopped(start, end),
            LATER,
            done("LICENCE", "market", start, rejected, Opinion.REJECT),
            planned("TAX", "tax"));
    assertThat(ledger.entries()).containsExactly(entry(start, end, "market", 60, true));
    assertThat(ledger.byHolder()).containsExactly(share("market", 60, 30, 0));
  }

  @Test
  void aCancelledTaskHoldsNothingBesideOneThatWasDone() {
    Instant start = at("2026-03-02T09:00");
    Instant licence = at("2026-03-02T09:30");
    Instant seal = at("2026-03-02T09:45");
    Instant end = at("2026-03-02T10:00");
    Task first = done("LICENCE", "market", start, licence);
    Task cut = cancelled("TAX", "tax", licence, end);
    assertThat(
            ledger(stopped(start, end), LATER, first, cut, done("SEAL", "police", licence, seal))
                .entries())
        .containsExactly(
            entry(start, licence, "market", 30, true), entry(licence, end, "police", 30, true));
    assertThat(ledger(stopped(start, end), LATER, first, cut).entries().getLast())
        .isEqualTo(new Entry(licence, end, "tax", 30, true, true, List.of("tax")));
  }

  @Test
  void whatCameAfterTheAskedInstantIsNotKnownYet() {
    Instant start = at("2026-03-02T09:00");
    Instant now = at("2026-03-02T09:20");
    MinutesLedger ledger =
        ledger(
            stopped(start, at("2026-03-02T11:00")),
            now,
            done("LICENCE", "market", start, at("2026-03-02T09:40")),
            done("TAX", "tax", at("2026-03-02T09:40"), at("2026-03-02T11:00")));
    assertThat(ledger.entries())
        .containsExactly(new Entry(start, now, "market", 20, true, true, List.of("market")));
    assertThat(ledger.byHolder()).containsExactly(share("market", 20, 20, 0));
  }

  @Test
  void aClockThatHasNotStartedHasNoEntries() {
    MinutesLedger ledger =
        ledger(Ledger.of(StartUpTasks.THREE_HOURS), LATER, planned("LICENCE", "market"));
    assertThat(ledger.entries()).isEmpty();
    assertThat(ledger.byHolder()).isEmpty();
    assertThat(ledger.elapsedMinutes()).isZero();
  }

  @Test
  void aCaseWithoutTasksOrWithALimitInDaysIsRefused() {
    assertThatThrownBy(() -> ledger(lasting(LATER), LATER))
        .isInstanceOf(IllegalArgumentException.class);
    Ledger days = Ledger.of(TimeLimit.workingDays(1));
    assertThatThrownBy(() -> ledger(days, LATER, planned("LICENCE", "market")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MinutesLedger twoSteps(Instant start, Instant licence, Instant end) {
    return ledger(
        stopped(start, end),
        LATER,
        done("LICENCE", "market", start, licence),
        done("TAX", "tax", licence, end));
  }

  private static MinutesLedger ledger(Ledger promised, Instant now, Task... tasks) {
    return MinutesLedger.of(promised, List.of(tasks), HALL, now);
  }

  private static Entry entry(
      Instant from, Instant to, String holder, long minutes, boolean counted) {
    return new Entry(from, to, holder, minutes, counted, true, List.of());
  }

  private static Share share(String holder, long minutes, long own, long over) {
    return new Share(holder, minutes, own, OptionalLong.of(60), over);
  }
}
