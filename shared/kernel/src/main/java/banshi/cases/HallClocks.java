package banshi.cases;

import banshi.clock.DepartmentHours;
import banshi.clock.ServiceClock;
import banshi.clock.WorkingCalendar;

/**
 * One calendar with every department's service hours.
 *
 * @param calendar which days work
 * @param hours when each department is open
 */
public record HallClocks(WorkingCalendar calendar, DepartmentHours hours) implements Clocks {
  /** The published calendar with the published service hours. */
  public static HallClocks published() {
    return new HallClocks(WorkingCalendar.published(), DepartmentHours.published());
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
