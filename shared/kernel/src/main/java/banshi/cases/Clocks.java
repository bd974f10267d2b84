package banshi.cases;

import banshi.clock.ServiceClock;

/** The service clocks by which cases run: the hall's, and each department's for its own tasks. */
public interface Clocks {
  /** The hall's clock, by which a case's own limits run. */
  ServiceClock hall();

  /** Which edition of the calendar they count by: a higher one knows more notices. */
  int edition();

  /** The clock of a department, by its own service hours. */
  ServiceClock of(String department);
}
