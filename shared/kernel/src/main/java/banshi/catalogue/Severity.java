package banshi.catalogue;

/** How much a fault weighs. */
public enum Severity {
  /** Has to be put right before acceptance. */
  FAULT,
  /** To be looked at; does not stand in the way (a legacy code that fails its check digit). */
  WARNING
}
