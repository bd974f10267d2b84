package banshi.cases;

/**
 * Where a department's task stands. Being claimed is no state: a claim is a lease that runs out.
 */
public enum TaskState {
  /** Known, but not yet opened: the case is not accepted. */
  PLANNED,
  /** Open to be claimed and completed. */
  OPEN,
  /** Completed, with a result. */
  DONE,
  /** No longer needed: the case ended first. */
  CANCELLED;

  /** Whether nothing can happen to the task any more. */
  public boolean isFinal() {
    return this == DONE || this == CANCELLED;
  }
}
