package banshi.cases;

import java.util.List;
import java.util.Optional;

/** Every kind of case that the hall serves, with the table it lives by. */
public final class LifeCycles {
  private static final List<LifeCycle> ALL =
      List.of(
          ApplicationLifeCycle.TABLE,
          ComplaintLifeCycle.TABLE,
          StartupLifeCycle.TABLE,
          ConsultationLifeCycle.TABLE);

  private LifeCycles() {}

  /** Every table. */
  public static List<LifeCycle> all() {
    return ALL;
  }

  /** The table of a kind, empty while the hall does not serve it. */
  public static Optional<LifeCycle> of(CaseKind kind) {
    return ALL.stream().filter(table -> table.kind() == kind).findFirst();
  }
}
