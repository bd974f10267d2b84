package banshi.words;

import banshi.clock.TimeLimit;

/** How much may be said. The numbers are the hall's own: no rule of law knows of them. */
public final class Bounds {
  /** Messages and reminders on one case. */
  public static final int MESSAGES_OF_CASE = 2_000;

  /** Notes on one case. */
  public static final int NOTES_OF_CASE = 2_000;

  /** What one applicant may say on one day, on all cases together. */
  public static final int OF_APPLICANT_A_DAY = 50;

  /** What one officer or supervisor may say on one day, on all cases together. */
  public static final int OF_OFFICER_A_DAY = 1_000;

  /** How long after a reminder to hurry the next one on the same case may be sent. */
  public static final TimeLimit BETWEEN_REMINDERS = TimeLimit.workingDays(3);

  private Bounds() {}
}
