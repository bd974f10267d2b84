package banshi.http;

import banshi.text.Fault;
import banshi.text.Text;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The query parameters that a resource method takes, read from its own declaration: each
 * {@code @QueryParam}, also those of a record that it takes as {@code @BeanParam}. One declared as
 * a collection may be given several times, any other once.
 *
 * @param severally by name, whether it may be given more than once
 */
record QueryParameters(Map<String, Boolean> severally) {
  /** Most characters of a name that an answer repeats. */
  private static final int LONGEST_NAME = 100;

  QueryParameters {
    severally = Map.copyOf(severally);
  }

  /** Those that {@code method} declares. */
  static QueryParameters of(Method method) {
    Map<String, Boolean> severally = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      add(severally, List.of(parameter.getAnnotations()), parameter.getType());
    }
    return new QueryParameters(severally);
  }

  private static void add(
      Map<String, Boolean> severally, List<Annotation> annotations, Class<?> type) {
    for (Annotation annotation : annotations) {
      switch (annotation) {
        case QueryParam query ->
            severally.put(query.value(), Collection.class.isAssignableFrom(type));
        case BeanParam _ -> {
          for (RecordComponent component : type.getRecordComponents()) {
            add(severally, List.of(component.getAccessor().getAnnotations()), component.getType());
          }
        }
        default -> {
          // Says nothing about the query.
        }
      }
    }
  }

  /**
   * Ends the request when its query has a parameter that is not taken here, or one twice that is
   * taken once.
   *
   * @param given how often each name is given
   * @throws ProblemException {@code invalid-parameter} with all of them
   */
  void admit(Map<String, Integer> given) {
    Faults faults = new Faults();
    new TreeMap<>(given)
        .forEach(
            (name, times) -> {
              if (!severally.containsKey(name)) {
                faults.add(cut(name), "unknown-parameter", unknown());
              } else if (times > 1 && !severally.get(name)) {
                faults.add(name, "repeated", "只能填写一次。", "This may be given once only.");
              }
            });
    if (!faults.none()) {
      List<Fault> kept = faults.kept();
      throw Problem.of(ProblemCode.INVALID_PARAMETER, kept).asException();
    }
  }

  private Text unknown() {
    if (severally.isEmpty()) {
      return new Text("没有这个参数；此地址不接受参数。", "There is no such parameter; none is taken here.");
    }
    List<String> taken = severally.keySet().stream().sorted().toList();
    return new Text(
        "没有这个参数；可用的参数：" + String.join("、", taken) + "。",
        "There is no such parameter; those taken here: " + String.join(", ", taken) + ".");
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
  }
}
