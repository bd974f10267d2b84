package banshi.figures;

import banshi.cases.CaseKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a case is counted. A case lies in one cell at a time, and moves when what the window found
 * out about it changes.
 *
 * @param kind what it is
 * @param received the day it was received, in Asia/Shanghai
 * @param department the department it is assigned to, if it is
 * @param cause why it could not be done, if somebody has judged
 * @param tier how soon it is to be answered, if somebody has judged
 */
public record Cell(
    CaseKind kind,
    LocalDate received,
    Optional<String> department,
    Optional<String> cause,
    Optional<String> tier) {
  /**
   * @throws IllegalArgumentException when a code is empty or holds {@code #}, which divides keys
   */
  public Cell {
    if (Stream.of(department, cause, tier)
        .flatMap(Optional::stream)
        .anyMatch(code -> code.isEmpty() || code.indexOf('#') >= 0)) {
      throw new IllegalArgumentException("not a code");
    }
  }
}
