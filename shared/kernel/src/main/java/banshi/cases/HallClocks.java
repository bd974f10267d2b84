package banshi.cases;

import banshi.clock.DepartmentHours;
import banshi.clock.Notices;
import banshi.clock.ServiceClock;
import banshi.clock.WorkingCalendar;

/**
 * One calendar with every department's service hours.
 *
 * @param calendar which days work
 * @param hours when each department is open
 * @param edition which edition of the calendar it is
 */
public record HallClocks(WorkingCalendar calendar, DepartmentHours hours, int edition)
    implements Clocks {
  /** The published calendar with the published service hours. */
  public static HallClocks published() {
    return of(Notices.published());
  }

  /** The calendar of these notices with the published service hours. */
  public static HallClocks of(Notices notices) {
    return new HallClocks(notices.calendar(), DepartmentHours.published(), notices.edition());
  }

  @Override
  public ServiceClock hall() {
    return of(Parties.WINDOW_DEPARTMENT);
  }

  @Override
  public ServiceClock of(String department) {
    return new ServiceClock(calendar, hours.of(department));
  }
}
