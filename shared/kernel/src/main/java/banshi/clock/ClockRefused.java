package banshi.clock;

/** Thrown where an argument or a computed date is out of bounds; says which bound. */
public final class ClockRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ClockRefusal refusal;

  public ClockRefused(ClockRefusal refusal) {
    super(refusal.code());
    this.refusal = refusal;
  }

  /** What was refused. */
  public ClockRefusal refusal() {
    return refusal;
  }
}
