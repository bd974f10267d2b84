package banshi.http;

import banshi.text.Fault;
import banshi.text.Language;
import banshi.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A problem document (RFC 9457).
 *
 * @param code stable, kebab-case; {@code type} is {@code /problems/<code>}
 * @param status the HTTP status
 * @param title the kind of problem
 * @param detail this occurrence
 * @param errors every fault found
 * @param extensions further members, e.g. {@code allowedActions}; a {@link Text} among the values
 *     is given in the caller's language
 * @param headers further answer headers, e.g. {@code ETag} or {@code Retry-After}
 */
public record Problem(
    String code,
    int status,
    Text title,
    Text detail,
    List<Fault> errors,
    Map<String, Object> extensions,
    Map<String, String> headers) {

  /** RFC 9457, section 6.1. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final List<String> OWN_MEMBERS =
      List.of("type", "title", "status", "detail", "code", "errors");

  /**
   * @throws IllegalArgumentException when an extension has the name of a member of its own
   */
  public Problem {
    errors = List.copyOf(errors);
    extensions = Map.copyOf(extensions);
    headers = Map.copyOf(headers);
    for (String name : OWN_MEMBERS) {
      if (extensions.containsKey(name)) {
        throw new IllegalArgumentException("an extension may not be called " + name);
      }
    }
  }

  /** A problem with nothing more to say than its kind does. */
  public static Problem of(ProblemKind kind) {
    return of(kind, kind.detail());
  }

  /** A problem with a detail of its own. */
  public static Problem of(ProblemKind kind, Text detail) {
    return new Problem(
        kind.code(), kind.status(), kind.title(), detail, List.of(), Map.of(), Map.of());
  }

  /** A problem that lists faults. */
  public static Problem of(ProblemKind kind, List<Fault> errors) {
    return new Problem(
        kind.code(), kind.status(), kind.title(), kind.detail(), errors, Map.of(), Map.of());
  }

  /** This problem with one more member. */
  public Problem with(String name, Object value) {
    var more = new LinkedHashMap<>(extensions);
    more.put(name, value);
    return new Problem(code, status, title, detail, errors, more, headers);
  }

  /** This problem with one more answer header. */
  public Problem withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(code, status, title, detail, errors, extensions, more);
  }

  /** This problem as the exception that ends a request with it. */
  public ProblemException asException() {
    return new ProblemException(this);
  }

  /** The document's bytes: the same problem in the same language always gives the same bytes. */
  public byte[] json(Language language) {
    return Json.bytes(document(language), language);
  }

  /** The document's members, as they are written within another answer in that language. */
  public SequencedMap<String, Object> document(Language language) {
    SequencedMap<String, Object> document = new LinkedHashMap<>();
    document.put("type", "/problems/" + code);
    document.put("title", title.in(language));
    document.put("status", status);
    document.put("detail", detail.in(language));
    document.put("code", code);
    if (!errors.isEmpty()) {
      document.put("errors", errors);
    }
    extensions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(extension -> document.put(extension.getKey(), extension.getValue()));
    return document;
  }
}
