package banshi.http;

/**
 * Ends a request with a problem document. The only exception for expected failures, and only at the
 * HTTP edge: domain code returns its refusals as values. It has no stack trace, because nothing
 * went wrong in the program.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  /** The document to answer with. */
  public Problem problem() {
    return problem;
  }
}
