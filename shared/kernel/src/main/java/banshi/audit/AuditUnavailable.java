package banshi.audit;

/** A reading could not be put on record, so nothing may be shown; worth trying again. */
public final class AuditUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For this cause. */
  public AuditUnavailable(Throwable cause) {
    super("the audit cannot be written", cause);
  }
}
