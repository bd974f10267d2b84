package banshi.notices;

/** How far a notice may disturb. */
public enum Urgency {
  /** Can wait for the morning, and is not worth saying twice. */
  ORDINARY,
  /** Cannot wait: it may come at night, and rather twice than not at all. */
  URGENT,
  /** The law asks that the person be told (告知): treated as urgent. */
  LEGAL;

  /** Whether it may come at night, and is repeated when nobody knows whether it arrived. */
  public boolean pressing() {
    return this != ORDINARY;
  }
}
