package banshi.startup.form;

/** By what right the premises are used. */
public enum Tenure {
  /** They are the applicant's own. */
  OWNED,
  /** They are rented. */
  RENTED,
  /** Another right, such as use free of charge. */
  OTHER
}
