package banshi.figures;

import java.util.Arrays;
import java.util.Optional;

/** By what figures are shown apart. */
public enum GroupBy {
  DEPARTMENT("department") {
    @Override
    public Optional<String> of(Cell cell) {
      return cell.department();
    }
  },
  CAUSE_CLASS("causeClass") {
    @Override
    public Optional<String> of(Cell cell) {
      return cell.cause();
    }
  },
  TIER("tier") {
    @Override
    public Optional<String> of(Cell cell) {
      return cell.tier();
    }
  };

  private final String parameter;

  GroupBy(String parameter) {
    this.parameter = parameter;
  }

  /** The word by which callers ask for it. */
  public String parameter() {
    return parameter;
  }

  /** The group that a caller's word asks for. */
  public static Optional<GroupBy> asked(String word) {
    return Arrays.stream(values()).filter(by -> by.parameter.equals(word)).findFirst();
  }

  /** To which group a cell belongs; empty while that is not decided. */
  public abstract Optional<String> of(Cell cell);
}
