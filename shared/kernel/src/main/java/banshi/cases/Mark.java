package banshi.cases;

/** Facts about a case that are no stage of its own. */
public enum Mark {
  /** How the case was accepted: EXPRESS, DEEMED or TOLERANCE. */
  ACCEPTANCE,
  /** How many lists of corrections were sent; the law allows one. */
  CORRECTIONS,
  /** Something a supervisor must look at, such as a second list of corrections. */
  ANOMALY,
  /** How many materials are still owed (容缺受理). */
  OWED,
  /** Why a case ended without its applicant asking for it. */
  LAPSED,
  /** How high a late case has climbed (督办级别), 1 to 3; none while it never was late. */
  LEVEL,
  /** The applicant's rating (好差评), 1 to 5. */
  RATING
}
