package banshi.catalogue;

/** How much of a matter can be done online (网办深度). */
public enum OnlineReach {
  /** From application to result, with no visit (全程网办). */
  FULL,
  /** Some of it. */
  PARTIAL,
  /** Nothing. */
  NONE
}
