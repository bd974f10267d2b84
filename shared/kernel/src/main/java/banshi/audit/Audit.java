package banshi.audit;

/** Where it is put on record who saw and did what. */
@FunctionalInterface
public interface Audit {
  /**
   * Puts a reading on record, before anything is shown.
   *
   * @throws AuditUnavailable when it cannot be written: then nothing may be shown
   */
  void record(AuditEntry entry);
}
