package banshi.e2e;

import banshi.e2e.SchemaChanges.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of an API document (OpenAPI 3.1) breaks front ends that were made for an earlier one. */
final class BreakingChanges {
  private final JsonNode released;
  private final JsonNode current;
  private final List<String> found = new ArrayList<>();

  private BreakingChanges(JsonNode released, JsonNode current) {
    this.released = released;
    this.current = current;
  }

  /** Each change with its place: the operation, then the way into its bodies. */
  static List<String> between(JsonNode released, JsonNode current) {
    BreakingChanges changes = new BreakingChanges(released, current);
    released
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            changes.operation(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                method.getValue(),
                                current.path("paths").path(path.getKey()).path(method.getKey()))));
    return List.copyOf(changes.found);
  }

  private void operation(String where, JsonNode old, JsonNode now) {
    if (now.isMissingNode()) {
      found.add(where + ": removed");
      return;
    }
    if (open(old) && !open(now)) {
      found.add(where + ": newly needs a token");
    }
    if (!old.path("operationId").equals(now.path("operationId"))) {
      found.add(where + ": operationId was " + old.path("operationId").asText());
    }
    parameters(where, old, now);
    request(where, old.path("requestBody"), now.path("requestBody"));
    answers(where, old.path("responses"), now.path("responses"));
  }

  private static boolean open(JsonNode operation) {
    return operation.path("security").isEmpty();
  }

  private void parameters(String where, JsonNode old, JsonNode now) {
    for (JsonNode parameter : old.path("parameters")) {
      if (same(now.path("parameters"), parameter).isEmpty()) {
        found.add(where + " " + name(parameter) + ": removed");
      }
    }
    for (JsonNode parameter : now.path("parameters")) {
      String place = where + " " + name(parameter);
      Optional<JsonNode> before = same(old.path("parameters"), parameter);
      boolean needed = before.map(BreakingChanges::required).orElse(false);
      if (required(parameter) && !needed) {
        found.add(place + ": newly required");
      }
      before.ifPresent(
          it -> compare(Side.REQUEST, place, it.path("schema"), parameter.path("schema")));
    }
  }

  private static boolean required(JsonNode node) {
    return node.path("required").asBoolean();
  }

  private static String name(JsonNode parameter) {
    return parameter.path("in").asText() + " " + parameter.path("name").asText();
  }

  private static Optional<JsonNode> same(JsonNode parameters, JsonNode wanted) {
    return parameters.valueStream().filter(each -> name(each).equals(name(wanted))).findFirst();
  }

  private void request(String where, JsonNode old, JsonNode now) {
    if (required(now) && !required(old)) {
      found.add(where + " request: newly required");
    }
    contents(Side.REQUEST, where + " request", old.path("content"), now.path("content"));
  }

  private void answers(String where, JsonNode old, JsonNode now) {
    old.properties()
        .forEach(
            answer -> {
              String place = where + " " + answer.getKey();
              JsonNode there = now.path(answer.getKey());
              if (there.isMissingNode()) {
                found.add(place + ": removed");
                return;
              }
              answer
                  .getValue()
                  .path("headers")
                  .fieldNames()
                  .forEachRemaining(
                      header -> {
                        if (!there.path("headers").has(header)) {
                          found.add(place + " header " + header + ": removed");
                        }
                      });
              contents(
                  Side.ANSWER, place, answer.getValue().path("content"), there.path("content"));
            });
  }

  private void contents(Side side, String where, JsonNode old, JsonNode now) {
    old.properties()
        .forEach(
            content -> {
              JsonNode there = now.path(content.getKey());
              if (there.isMissingNode()) {
                found.add(where + " " + content.getKey() + ": removed");
              } else {
                compare(side, where, content.getValue().path("schema"), there.path("schema"));
              }
            });
  }

  private void compare(Side side, String where, JsonNode old, JsonNode now) {
    found.addAll(new SchemaChanges(released, current, side).between(where, old, now));
  }
}
