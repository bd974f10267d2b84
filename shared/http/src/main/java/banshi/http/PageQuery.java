package banshi.http;

import banshi.text.Fault;
import banshi.text.Text;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which page of a list is asked for: a {@code @BeanParam} of a resource method.
 *
 * @param limits the values of {@code ?limit=}: at most one, 1 to 100
 * @param cursors the values of {@code ?cursor=}: at most one
 */
public record PageQuery(
    @QueryParam("limit") List<String> limits, @QueryParam("cursor") List<String> cursors) {

  /** Items on a page when nothing is asked for. */
  public static final int DEFAULT_LIMIT = 20;

  /** Items on the largest page. */
  public static final int LARGEST_LIMIT = 100;

  private static final Pattern LIMIT = Pattern.compile("[1-9]\\d?|100");
  private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,2048}");

  /**
   * @throws ProblemException {@code invalid-parameter} or {@code invalid-cursor}
   */
  public PageQuery {
    limits = List.copyOf(limits);
    cursors = List.copyOf(cursors);
    if (limits.size() > 1 || limits.stream().anyMatch(limit -> !LIMIT.matcher(limit).matches())) {
      var fault =
          new Fault(
              "limit",
              "out-of-range",
              new Text("须为 1 至 100 的整数。", "This must be a whole number from 1 to 100."));
      throw Problem.of(ProblemCode.INVALID_PARAMETER, List.of(fault)).asException();
    }
    if (cursors.size() > 1
        || cursors.stream().anyMatch(cursor -> !CURSOR.matcher(cursor).matches())) {
      throw Problem.of(ProblemCode.INVALID_CURSOR).asException();
    }
  }

  /** Items wanted at most. */
  public int limit() {
    return limits.stream().findFirst().map(Integer::valueOf).orElse(DEFAULT_LIMIT);
  }

  /** Where to go on; empty for the first page. Its form is sound, its content not yet proven. */
  public Optional<String> cursor() {
    return cursors.stream().findFirst();
  }
}
