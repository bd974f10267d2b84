package banshi.deploy.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A stack: what it is, what is under way on it, and what happened. Each look brings it one step on.
 */
final class StackModel {
  private static final ObjectMapper JSON = new ObjectMapper();

  record Event(
      String id, String logicalId, String physicalId, String type, String status, String reason) {}

  /** What a stack is made from. */
  record Content(String template, Map<String, String> parameters, Map<String, String> tags) {
    SequencedMap<String, JsonNode> resources() {
      SequencedMap<String, JsonNode> resources = new LinkedHashMap<>();
      tree().path("Resources").properties().forEach(e -> resources.put(e.getKey(), e.getValue()));
      return resources;
    }

    JsonNode tree() {
      try {
        return JSON.readTree(template);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  final String name;
  final String id;
  String status = "REVIEW_IN_PROGRESS";
  Content content = new Content("{}", Map.of(), Map.of());
  final List<Event> events = new ArrayList<>();
  private final Deque<Runnable> steps = new ArrayDeque<>();

  StackModel(String name, int number) {
    this.name = name;
    this.id = "arn:aws:cloudformation:us-east-1:000000000000:stack/" + name + "/" + number;
    happened(status, "");
  }

  void advance() {
    if (!steps.isEmpty()) {
      steps.pop().run();
    }
  }

  boolean isMade() {
    return !status.equals("REVIEW_IN_PROGRESS") && !isGone();
  }

  boolean isGone() {
    return status.equals("DELETE_COMPLETE");
  }

  boolean isBusy() {
    return status.endsWith("_IN_PROGRESS") && !status.equals("REVIEW_IN_PROGRESS");
  }

  /** Begins to become something else; {@code faults} says which resources fail, and why. */
  void become(Content next, List<String> changed, Map<String, String> faults) {
    boolean update = isMade();
    String verb = update ? "UPDATE" : "CREATE";
    // What a request starts has started when it is answered.
    happened(verb + "_IN_PROGRESS", "User Initiated");
    List<String> failing = changed.stream().filter(faults::containsKey).toList();
    for (String each : changed) {
      steps.add(() -> happened(next, each, verb + "_IN_PROGRESS", ""));
    }
    if (failing.isEmpty()) {
      changed.forEach(each -> steps.add(() -> happened(next, each, verb + "_COMPLETE", "")));
      steps.add(() -> content = next);
      if (update) {
        steps.add(() -> happened("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", ""));
      }
      steps.add(() -> happened(verb + "_COMPLETE", ""));
      return;
    }
    steps.add(
        () -> happened(next, failing.getFirst(), verb + "_FAILED", faults.get(failing.getFirst())));
    changed.stream()
        .filter(each -> !failing.contains(each))
        .limit(1)
        .forEach(
            each ->
                steps.add(
                    () -> happened(next, each, verb + "_FAILED", "Resource creation cancelled")));
    failing.stream()
        .skip(1)
        .forEach(each -> steps.add(() -> happened(next, each, verb + "_FAILED", faults.get(each))));
    String back = update ? "UPDATE_ROLLBACK" : "ROLLBACK";
    steps.add(
        () -> happened(back + "_IN_PROGRESS", "The following resource(s) failed: " + failing));
    steps.add(
        () -> happened(back + (faults.containsKey("Rollback") ? "_FAILED" : "_COMPLETE"), ""));
  }

  /** Begins to be deleted. */
  void vanish(Map<String, String> faults) {
    happened("DELETE_IN_PROGRESS", "User Initiated");
    List<String> failing = new ArrayList<>();
    content
        .resources()
        .forEach(
            (each, resource) -> {
              boolean kept = resource.path("DeletionPolicy").asText().equals("Retain");
              if (!kept && faults.containsKey(each)) {
                failing.add(each);
                steps.add(() -> happened(content, each, "DELETE_FAILED", faults.get(each)));
              } else {
                steps.add(
                    () -> happened(content, each, kept ? "DELETE_SKIPPED" : "DELETE_COMPLETE", ""));
              }
            });
    steps.add(() -> happened(failing.isEmpty() ? "DELETE_COMPLETE" : "DELETE_FAILED", ""));
  }

  private void happened(String newStatus, String reason) {
    status = newStatus;
    events.addFirst(
        new Event(
            id + "-" + events.size(), name, id, "AWS::CloudFormation::Stack", newStatus, reason));
  }

  private void happened(Content of, String logicalId, String newStatus, String reason) {
    String type =
        of.resources().containsKey(logicalId)
            ? of.resources().get(logicalId).path("Type").asText()
            : "?";
    events.addFirst(
        new Event(
            id + "-" + events.size(), logicalId, name + "-" + logicalId, type, newStatus, reason));
  }
}
