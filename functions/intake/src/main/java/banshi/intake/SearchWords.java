package banshi.intake;

import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.text.Fault;
import java.util.List;
import java.util.Optional;

/** What somebody looks for in a list of the catalogue: {@code ?query=}, at most 100 characters. */
final class SearchWords {
  private static final int LONGEST = 100;

  private SearchWords() {}

  /**
   * The words; none when nothing is looked for.
   *
   * @throws banshi.http.ProblemException {@code invalid-parameter} when they are too long
   */
  static String of(Optional<String> query) {
    String wanted = query.orElse("");
    if (wanted.codePointCount(0, wanted.length()) > LONGEST) {
      throw Problem.of(
              ProblemCode.INVALID_PARAMETER,
              List.of(Fault.of("query", "too-long", "最多100个字", "At most 100 characters")))
          .asException();
    }
    return wanted;
  }
}
