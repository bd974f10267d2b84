package banshi.cases;

import banshi.text.Text;
import java.util.Locale;

/** Something that can be done to one kind of case. Implemented by one enum per kind. */
public interface Action {
  /** The stable name kept on timelines. */
  String name();

  /** What people read. */
  Text label();

  /** Whether who does it has handled the case: looking at it is no handling. */
  default boolean handles() {
    return true;
  }

  /** The last part of the action's path, also its name in {@code allowedActions}. */
  default String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
