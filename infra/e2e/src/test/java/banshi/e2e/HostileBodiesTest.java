package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is a refusal that the API document knows, never a failure. */
class HostileBodiesTest {
  private final Hall hall = TheHall.open();

  private static Map<String, byte[]> bodies() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("not JSON", "nonsense");
    texts.put("cut off", "{\"packageCode\":\"REST");
    texts.put("an array", "[]");
    texts.put("a string", "\"text\"");
    texts.put("null", "null");
    texts.put("two values", "{}{}");
    texts.put("a duplicate key", "{\"a\":1,\"a\":2}");
    texts.put("a deep nest", "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
    texts.put("a long number", "{\"days\":" + "9".repeat(5000) + "}");
    texts.put("a huge exponent", "{\"days\":1e999999999}");
    texts.put("a lone surrogate", "{\"reason\":\"\\ud800\"}");
    texts.put("a NUL", "{\"reason\":\"a\\u0000b\"}");
    texts.put("a byte order mark", "\ufeff{}");
    texts.put("right-to-left override", "{\"reason\":\"\\u202egpj\",\"typo\":1}");
    texts.put("wrong types", "{\"reason\":{\"a\":[1]},\"materials\":\"x\",\"days\":\"1\"}");
    texts.put("an unknown field", "{\"no-such-field\":1}");
    texts.put("a long string", "{\"reason\":\"" + "长".repeat(50_000) + "\"}");
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    texts.forEach((name, text) -> bodies.put(name, text.getBytes(StandardCharsets.UTF_8)));
    bodies.put("not UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
    bodies.put("too large", new byte[300 * 1024]);
    return bodies;
  }

  @Test
  void nothingThatIsSentMakesAnyOperationFail() {
    List<Hall.Call> callers =
        Stream.of(People.RESIDENT, People.WINDOW, People.SUPERVISOR)
            .map(hall::as)
            .map(caller -> caller.match("\"1\""))
            .toList();
    String number =
        hall.as(People.RESIDENT)
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201)
            .text("/number");
    List<String> failures = new ArrayList<>();
    for (ApiDocument.Operation operation : hall.operations()) {
      String method = operation.method();
      if (method.equals("post") || method.equals("put")) {
        String path = filled(operation.template(), number);
        for (Hall.Call caller : callers) {
          bodies().forEach((name, body) -> send(method, path, caller, name, body, failures));
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  private static String filled(String template, String number) {
    return template
        .replace("{number}", number)
        .replace("{draftId}", "00000000-0000-4000-8000-000000000000")
        .replace("{code}", "RESTAURANT")
        .replaceAll("\\{[^}]+}", "x");
  }

  private void send(
      String method,
      String path,
      Hall.Call caller,
      String name,
      byte[] body,
      List<String> failures) {
    Exchange answer =
        caller
            .key(UUID.randomUUID().toString())
            .unjudged(method.toUpperCase(Locale.ROOT), path, Optional.of(body));
    List<String> faults = new ArrayList<>(hall.faults(method, path, Optional.empty(), answer));
    if (answer.status() < 400) {
      faults.add("not refused");
    }
    if (!answer.header("Content-Type").orElse("").startsWith("application/problem+json")) {
      faults.add("not a problem document");
    }
    if (!faults.isEmpty()) {
      failures.add(
          name + " at " + method + " " + path + ": " + answer.status() + answer.body() + faults);
    }
  }

  @Test
  void everyFaultOfABodyIsToldAtOnce() {
    Exchange answer =
        hall.as(People.WINDOW)
            .match("\"1\"")
            .post(
                "/v1/applications/"
                    + hall.as(People.RESIDENT)
                        .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
                        .is(201)
                        .text("/number")
                    + "/actions/refuse",
                "{\"reason\":5,\"legalBasis\":\"\",\"typo\":1}")
            .is(400, "invalid-body");
    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/reason", "/legalBasis", "/whereToGo", "/typo");
  }
}
