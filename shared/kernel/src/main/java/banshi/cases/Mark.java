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
  RATING,
  /** The time for rating has run out. */
  RATING_OVER,
  /** The duty that a poor rating opened: OPEN, REPORTED, CLOSED, or EXCLUDED after an appeal. */
  RECTIFICATION,
  /** The department's appeal against a rating: OPEN, UPHELD or REJECTED. */
  APPEAL,
  /** How soon a complaint is to be answered. */
  TIER,
  /** Why it could not be done, as the window judged. */
  CAUSE,
  /** The department that a complaint was assigned to last. */
  DEPARTMENT,
  /** STANDS once a department can no longer return what was assigned to it. */
  ASSIGNMENT,
  /** The limit was extended; it can be once. */
  EXTENDED,
  /** How often the complainant disputed an answer, at most twice. */
  DISPUTES,
  /** REFERRED to those who watch over discipline. */
  DISCIPLINE,
  /** The number of the complaint that a cluster of the same kind (一类事) is named after. */
  CLUSTER,
  /**
   * What other open complaints it is like: cause, matter and department. While it is on the case,
   * the case is found by it.
   */
  SIMILAR,
  /** YES once a limit of the case's own has run out while it ran; nothing takes it off again. */
  LATE,
  /**
   * The service time from receipt to the last answer, in whole minutes, by the calendar that was
   * known then. A fact about that day: no later calendar changes it.
   */
  WORKED,
  /** YES once a follow-up question was asked; there can be one. */
  FOLLOWED_UP,
  /** The entry of the published knowledge that was made of the answer. */
  PUBLISHED,
  /** What a consultation was turned into: APPLICATION or COMPLAINT. */
  CONVERTED,
  /** YES when whoever asked allows the answer to be published. */
  MAY_PUBLISH,
  /** YES when what is founded reports every year (年度报告). */
  REPORTS,
  /**
   * The {@link FilingChannel} by which an officer filed it for somebody; none when filed online.
   */
  CHANNEL
}
