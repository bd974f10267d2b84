package banshi.intake;

import banshi.cases.Clocks;
import banshi.cases.Parties;
import banshi.clock.DepartmentHours;
import banshi.clock.ServiceClock;
import banshi.clock.WorkingCalendar;

/** The published calendar with the published service hours. */
record HallClocks(WorkingCalendar calendar, DepartmentHours hours) implements Clocks {
  @Override
  public ServiceClock hall() {
    return of(Parties.WINDOW_DEPARTMENT);
  }

  @Override
  public ServiceClock of(String department) {
    return new ServiceClock(calendar, hours.of(department));
  }
}
