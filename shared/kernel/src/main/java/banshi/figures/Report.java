package banshi.figures;

import banshi.cases.CaseKind;
import java.util.List;
import java.util.Optional;

/**
 * Figures with what makes them testable: of what, over which days, and by what they are divided.
 *
 * @param kind of which kind of case
 * @param period when those were received
 * @param groupBy by what they are shown apart
 * @param groups those with anything in them, in the order of their codes, the undecided last
 * @param total all of them together
 */
public record Report(
    CaseKind kind, Period period, GroupBy groupBy, List<Group> groups, Counts total) {
  public Report {
    groups = List.copyOf(groups);
  }

  /**
   * One of the groups.
   *
   * @param code the department, cause or tier; empty for the cases of which it is not decided
   * @param counts what it adds to the total
   */
  public record Group(Optional<String> code, Counts counts) {}
}
