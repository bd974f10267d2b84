package banshi.startup.form;

/** Why somebody is a beneficial owner (受益所有人信息管理办法 art. 6). */
public enum Control {
  /** A quarter of the equity or more, directly or not. */
  EQUITY,
  /** A quarter of the income or more. */
  INCOME,
  /** A quarter of the votes or more. */
  VOTES,
  /** Actual control, alone or with others. */
  ACTUAL_CONTROL
}
