package banshi.cases;

import banshi.text.Text;

/**
 * A stage of one kind of case. Implemented by one enum per kind, so that a stage cannot be
 * misspelt.
 */
public interface Stage {
  /** The stable name that front ends see. */
  String name();

  /** What people read. */
  Text label();

  /** Whether the case has ended: no move leads out of a final stage. */
  boolean isFinal();
}
