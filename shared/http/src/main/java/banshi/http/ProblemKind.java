package banshi.http;

import banshi.text.Text;

/** A kind of refusal that clients can tell by its code. A function may add kinds of its own. */
public interface ProblemKind {

  /** Stable, kebab-case; also the end of the problem's {@code type}. */
  String code();

  /** The HTTP status, 400 to 599. */
  int status();

  /** What kind of problem this is; the same for every occurrence. */
  Text title();

  /** What to tell the caller when the occurrence has nothing more to say. */
  Text detail();
}
