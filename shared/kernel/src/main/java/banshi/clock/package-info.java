/**
 * The service clock: working calendar, service hours, time limits and the ledger of a running
 * clock.
 *
 * <p>Pure code over data. Nothing here reads the system's time; the only input besides arguments is
 * the calendar's resources, read once.
 */
package banshi.clock;
