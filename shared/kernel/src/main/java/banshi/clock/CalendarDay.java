package banshi.clock;

import java.time.LocalDate;

/**
 * What the calendar knows of a day.
 *
 * @param provisional true where the day's year has no published notice, so that one may change it
 */
public record CalendarDay(
    LocalDate date, boolean workingDay, DayReason reason, boolean provisional) {}
