package banshi.catalogue;

/** Where a limit comes from, so that nobody takes our own default for the law. */
public enum LimitBasis {
  /** A law or regulation, named in the explanation. */
  LAW,
  /** The published practice of another place, taken as an example. */
  PRACTICE,
  /** The hall's own default until the department names its figure. */
  DEFAULT
}
