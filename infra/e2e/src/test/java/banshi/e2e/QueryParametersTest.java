package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Each operation takes the query parameters that the API document names for it, and no other. */
class QueryParametersTest {
  private static final Set<String> WITH_BODY = Set.of("post", "put");

  private final Hall hall = TheHall.open();
  private final List<Hall.Call> callers =
      Stream.concat(
              Stream.of(hall.anybody()),
              Stream.of(People.RESIDENT, People.WINDOW, People.SUPERVISOR, People.ADMIN)
                  .map(hall::as))
          .toList();

  @Test
  void aMadeUpParameterIsRefusedByNameOnEveryOperation() {
    List<String> failures = new ArrayList<>();
    for (ApiDocument.Operation operation : hall.operations()) {
      Exchange answer = asked(operation, "no-such-thing=1&mis%20typed=2");
      List<String> named = unknown(answer);
      if (answer.status() != 400
          || !Set.copyOf(named).equals(Set.of("no-such-thing", "mis typed"))) {
        failures.add(operation.method() + " " + operation.template() + ": " + answer);
      }
      failures.addAll(hall.faults(operation.method(), filled(operation), Optional.empty(), answer));
    }
    assertThat(failures).isEmpty();
    assertThat(hall.operations()).hasSizeGreaterThan(100);
  }

  @Test
  void everyParameterThatTheDocumentNamesIsTaken() {
    List<String> failures = new ArrayList<>();
    int tried = 0;
    for (ApiDocument.Operation operation : hall.operations()) {
      List<String> documented =
          StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
              .filter(parameter -> parameter.path("in").asText().equals("query"))
              .map(parameter -> parameter.path("name").asText())
              .toList();
      if (!documented.isEmpty()) {
        tried++;
        Exchange answer = asked(operation, String.join("=1&", documented) + "=1");
        if (!unknown(answer).isEmpty()) {
          failures.add(operation.method() + " " + operation.template() + ": " + answer);
        }
      }
    }
    assertThat(failures).isEmpty();
    assertThat(tried).isGreaterThan(10);
  }

  /** The answer to the first caller who may call at all. */
  private Exchange asked(ApiDocument.Operation operation, String query) {
    Exchange answer = null;
    for (Hall.Call caller : callers) {
      answer =
          caller.unjudged(
              operation.method().toUpperCase(Locale.ROOT),
              filled(operation) + "?" + query,
              WITH_BODY.contains(operation.method())
                  ? Optional.of("{}".getBytes(StandardCharsets.UTF_8))
                  : Optional.empty());
      if (answer.status() != 401 && answer.status() != 403) {
        return answer;
      }
    }
    return Optional.ofNullable(answer).orElseThrow();
  }

  private static String filled(ApiDocument.Operation operation) {
    return operation
        .template()
        .replace("{draftId}", "00000000-0000-4000-8000-000000000000")
        .replaceAll("\\{[^}]+}", "x");
  }

  private static List<String> unknown(Exchange answer) {
    if (!answer.header("Content-Type").orElse("").contains("json")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode fault : answer.json().path("errors")) {
      if (fault.path("code").asText().equals("unknown-parameter")) {
        names.add(fault.path("pointer").asText());
      }
    }
    return names;
  }
}
