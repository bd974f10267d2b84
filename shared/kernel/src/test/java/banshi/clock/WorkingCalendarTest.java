package banshi.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tyme.holiday.LegalHoliday;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
  private final WorkingCalendar calendar = WorkingCalendar.published();

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, false, 元旦放假, New Year's Day holiday",
    "2026-01-04, true, 元旦调休上班, Make-up working day for New Year's Day",
    "2026-02-14, true, 春节调休上班, Make-up working day for Spring Festival",
    "2026-02-15, false, 春节放假, Spring Festival holiday",
    "2026-11-21, false, 周末, Weekend",
    "2026-11-23, true, 工作日, Working day",
    "2027-02-05, false, 春节法定假日, 'Spring Festival, holiday by law'",
    "2025-10-06, false, 国庆节、中秋节放假, National Day and Mid-Autumn Festival holiday",
  })
  void a_day_says_why_it_works_or_not(LocalDate date, boolean works, String zh, String en) {
    CalendarDay day = calendar.day(date);

    assertThat(day.workingDay()).isEqualTo(works).isEqualTo(calendar.isWorkingDay(date));
    assertThat(day.reason().works()).isEqualTo(works);
    assertThat(day.reason().inChinese()).isEqualTo(zh);
    assertThat(day.reason().inEnglish()).isEqualTo(en);
    assertThat(day.provisional()).isEqualTo(date.getYear() > 2026);
  }

  @Test
  void a_date_listed_both_as_off_and_as_make_up_works() {
    LocalDate saturday = LocalDate.of(2030, 6, 1);
    WorkingCalendar both =
        WorkingCalendar.listing(
            saturday.minusDays(9),
            saturday.plusDays(9),
            saturday,
            List.of(saturday, saturday.minusDays(1)),
            List.of(saturday));

    assertThat(both.isWorkingDay(saturday)).isTrue();
    assertThat(both.isWorkingDay(saturday.minusDays(1))).isFalse();
    assertThat(both.isWorkingDay(saturday.plusDays(1))).isFalse();
    assertThat(both.isWorkingDay(saturday.plusDays(2))).isTrue();
  }

  @Test
  void it_is_published_through_the_last_year_with_a_notice() {
    assertThat(calendar.publishedThrough()).isEqualTo("2026-12-31");
  }

  @Test
  void a_year_without_a_notice_has_only_the_days_that_the_law_fixes() {
    assertThat(holidays(2027))
        .extracting(LocalDate::toString)
        .containsExactly(
            "2027-01-01",
            "2027-02-05",
            "2027-02-06",
            "2027-02-07",
            "2027-02-08",
            "2027-04-05",
            "2027-05-01",
            "2027-05-02",
            "2027-06-09",
            "2027-09-15",
            "2027-10-01",
            "2027-10-02",
            "2027-10-03");
    LocalDate.of(2027, 1, 1)
        .datesUntil(LocalDate.of(2101, 1, 1))
        .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
        .forEach(date -> assertThat(calendar.isWorkingDay(date)).as("%s", date).isFalse());
  }

  @Test
  void law_fixed_days_that_fall_together_carry_both_names() {
    // Mid-Autumn of 2028 is on 3 October.
    assertThat(calendar.day(LocalDate.of(2028, 10, 3)).reason().inChinese())
        .isEqualTo("中秋节、国庆节法定假日");
    assertThat(holidays(2028)).hasSize(12);
  }

  @ParameterizedTest
  @CsvSource({"2019, 250", "2020, 249", "2025, 248", "2026, 248"})
  void the_years_have_their_known_number_of_working_days(int year, int days) {
    assertThat(calendar.workingDaysBetween(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)))
        .isEqualTo(days);
  }

  static IntStream everyYear() {
    return IntStream.rangeClosed(2019, 2100);
  }

  @ParameterizedTest
  @MethodSource("everyYear")
  void the_lunar_dates_agree_with_an_independent_lunar_calendar(int year) {
    Set<LocalDate> law = StatutoryHolidays.published().in(year).keySet();
    LocalDate newYear = date(LunarDay.fromYmd(year, 1, 1).getSolarDay());

    assertThat(law)
        .contains(
            newYear,
            newYear.plusDays(1),
            newYear.plusDays(2),
            date(SolarTerm.fromIndex(year, 7).getJulianDay().getSolarDay()),
            date(LunarDay.fromYmd(year, 5, 5).getSolarDay()),
            date(LunarDay.fromYmd(year, 8, 15).getSolarDay()));
    assertThat(law.contains(newYear.minusDays(1))).isEqualTo(year >= 2025);
  }

  static Stream<LocalDate> everyDayWithANotice() {
    return LocalDate.of(2019, 1, 1).datesUntil(LocalDate.of(2027, 1, 1));
  }

  @Test
  void the_notices_agree_with_an_independent_list_of_holidays() {
    everyDayWithANotice()
        .forEach(
            date -> {
              LegalHoliday known =
                  LegalHoliday.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
              boolean weekday = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
              assertThat(calendar.isWorkingDay(date))
                  .as("%s", date)
                  .isEqualTo(known == null ? weekday : known.isWork());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-12-31", "2101-01-01", "-999999999-01-01", "+999999999-12-31"})
  void a_date_outside_its_range_is_refused(LocalDate date) {
    assertThat(calendar.covers(date)).isFalse();
    assertThatThrownBy(() -> calendar.day(date))
        .isInstanceOfSatisfying(
            ClockRefused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(ClockRefusal.OUTSIDE_CALENDAR));
    assertThatThrownBy(() -> calendar.isWorkingDay(date)).isInstanceOf(ClockRefused.class);
  }

  @Test
  void what_was_known_on_a_day_leaves_out_later_notices() {
    assertThat(Notices.asKnownOn(LocalDate.of(2025, 11, 3)).calendar().publishedThrough())
        .isEqualTo("2025-12-31");
    assertThat(Notices.asKnownOn(LocalDate.of(2025, 11, 4)).calendar().publishedThrough())
        .isEqualTo("2026-12-31");
  }

  private Set<LocalDate> holidays(int year) {
    Set<LocalDate> holidays = new TreeSet<>();
    LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(date -> calendar.day(date).reason().holiday().isPresent())
        .forEach(holidays::add);
    return holidays;
  }

  private static LocalDate date(SolarDay day) {
    return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
  }
}
