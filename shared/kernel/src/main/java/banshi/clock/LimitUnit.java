package banshi.clock;

/** What a time limit (时限) is counted in. */
public enum LimitUnit {
  /** Working days (工作日), make-up workdays included: Administrative Licensing Law, art. 82. */
  WORKING_DAYS,
  /** Hours inside the service hours of working days (工作小时); fractions allowed. */
  WORKING_HOURS,
  /** Calendar days (自然日); a last day that is off moves to the next working day. */
  CALENDAR_DAYS;

  /**
   * The unit of that exact name.
   *
   * @throws ClockRefused with {@link ClockRefusal#UNKNOWN_UNIT}
   */
  public static LimitUnit parse(String name) {
    for (LimitUnit unit : values()) {
      if (unit.name().equals(name)) {
        return unit;
      }
    }
    throw new ClockRefused(ClockRefusal.UNKNOWN_UNIT);
  }

  boolean countsDays() {
    return this != WORKING_HOURS;
  }
}
