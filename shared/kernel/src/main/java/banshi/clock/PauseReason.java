package banshi.clock;

/**
 * Why a clock is paused (特别程序: hearing, inspection, testing, expert review …), on what legal basis,
 * and for how many working days it is planned, 1 to {@value TimeLimit#MAX_DAYS}. The applicant must
 * be told the time needed in writing: Administrative Licensing Law, art. 45. The plan informs; it
 * resumes no clock.
 */
public record PauseReason(String reason, String legalBasis, int plannedDays) {

  /**
   * @throws ClockRefused with NOT_POSITIVE or TOO_LARGE
   */
  public PauseReason {
    if (plannedDays < 1) {
      throw new ClockRefused(ClockRefusal.NOT_POSITIVE);
    }
    if (plannedDays > TimeLimit.MAX_DAYS) {
      throw new ClockRefused(ClockRefusal.TOO_LARGE);
    }
  }
}
