package banshi.store;

import banshi.cases.Case;
import banshi.cases.Claim;
import banshi.cases.Clocks;
import banshi.cases.Task;
import banshi.cases.TaskResult;
import banshi.cases.TaskState;
import banshi.clock.ClockState;
import banshi.crypto.FieldCipher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a task is stored. It is in its department's queue while it is open: not before the case is
 * accepted, not after it is done. Where a special procedure pauses it, it stays, marked so, by the
 * date that held when it was paused.
 */
final class TaskCodec {
  private static final String TASK = "task";
  private static final String COMMENT = "comment";
  private static final String REMARK = "remark";

  private final Sealed envelope;
  private final Clocks clocks;

  TaskCodec(FieldCipher cipher, Clocks clocks) {
    this.envelope = new Sealed(cipher);
    this.clocks = clocks;
  }

  Map<String, AttributeValue> encode(Case<?> c, Task task) {
    String pk = Keys.casePk(c.number());
    String sk = Keys.taskSk(task.id());
    Map<String, AttributeValue> item = new HashMap<>(Attributes.key(pk, sk));
    ObjectNode node =
        Json.object()
            .put("id", task.id())
            .put("part", task.part())
            .put("department", task.department())
            .put("state", task.state().name());
    node.set("title", Json.text(task.title()));
    node.set("clock", LedgerCodec.encode(task.clock()));
    task.duty().ifPresent(duty -> node.put("duty", duty));
    task.after().ifPresent(part -> node.put("after", part));
    task.climb().ifPresent(climb -> node.set("climb", ClimbCodec.encode(climb)));
    task.claim()
        .ifPresent(
            claim ->
                node.put("claimedBy", claim.officer())
                    .put("claimedUntil", claim.until().toString()));
    task.claim().flatMap(Claim::handedBy).ifPresent(by -> node.put("handedBy", by));
    helpers(task).ifPresent(helpers -> node.set("helpers", helpers));
    task.routedTo().ifPresent(to -> node.put("routedTo", to));
    task.result()
        .ifPresent(
            result -> {
              node.put("opinion", result.opinion().name()).put("doneAt", result.at().toString());
              ObjectNode words = Json.object().put(COMMENT, result.comment());
              result.remark().ifPresent(remark -> words.put(REMARK, remark));
              item.put(COMMENT, envelope.seal(words, pk, sk));
            });
    item.put(TASK, Attributes.text(Json.print(node)));
    if (task.state() == TaskState.OPEN) {
      queue(item, c, task);
    }
    return item;
  }

  private void queue(Map<String, AttributeValue> item, Case<?> c, Task task) {
    Instant dueAt = task.clock().due(clocks.of(task.department())).orElseThrow().at();
    Keys.Lane lane = lane(task);
    int shard = Keys.shard(c.number().value(), Keys.QUEUE_SHARDS);
    item.put(Keys.QUEUE_KEY, Attributes.text(Keys.queueKey(task.department(), lane, shard)));
    item.put(Keys.QUEUE_SORT, Attributes.text(Keys.queueSort(dueAt, c.number(), task.id())));
    ObjectNode summary =
        Json.object()
            .put("number", c.number().value())
            .put("taskId", task.id())
            .put("department", task.department())
            .put("dueAt", dueAt.toString());
    task.duty().ifPresent(duty -> summary.put("duty", duty));
    if (lane == Keys.Lane.PAUSED) {
      summary.put("paused", true);
    }
    summary.set("caseTitle", Json.text(c.title()));
    summary.set("title", Json.text(task.title()));
    task.claim()
        .ifPresent(
            claim ->
                summary
                    .put("claimedBy", claim.officer())
                    .put("claimedUntil", claim.until().toString()));
    helpers(task).ifPresent(helpers -> summary.set("helpers", helpers));
    item.put(Keys.SUMMARY, Attributes.text(Json.print(summary)));
  }

  private static Keys.Lane lane(Task task) {
    if (task.clock().state() == ClockState.PAUSED) {
      return Keys.Lane.PAUSED;
    }
    return task.claim().isPresent() ? Keys.Lane.CLAIMED : Keys.Lane.OPEN;
  }

  private static Optional<JsonNode> helpers(Task task) {
    return task.claim()
        .map(Claim::helpers)
        .filter(helpers -> !helpers.isEmpty())
        .map(
            helpers -> {
              ArrayNode subjects = Json.object().arrayNode();
              helpers.forEach(subjects::add);
              return subjects;
            });
  }

  /** Who shares a task, of what {@link #encode} wrote of it or of its line in a queue. */
  static Set<String> helpers(JsonNode node) {
    return node.path("helpers").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
  }

  Task decode(Map<String, AttributeValue> item) {
    JsonNode node = Json.parse(Attributes.text(item, TASK));
    return new Task(
        node.path("id").asText(),
        node.path("part").asText(),
        node.path("department").asText(),
        Json.text(node.path("title")),
        TaskState.valueOf(node.path("state").asText()),
        Json.string(node, "claimedBy")
            .map(
                officer ->
                    new Claim(
                        officer,
                        Json.instant(node, "claimedUntil").orElseThrow(),
                        Json.string(node, "handedBy"),
                        helpers(node))),
        LedgerCodec.decode(node.path("clock")),
        node.has("climb") ? Optional.of(ClimbCodec.decode(node.path("climb"))) : Optional.empty(),
        result(node, item),
        Json.string(node, "duty"),
        Json.string(node, "after"),
        Json.string(node, "routedTo"));
  }

  private Optional<TaskResult> result(JsonNode node, Map<String, AttributeValue> item) {
    return Json.string(node, "opinion")
        .map(
            opinion -> {
              JsonNode words =
                  envelope.open(
                      Attributes.bytes(item, COMMENT),
                      Attributes.text(item, Keys.PK),
                      Attributes.text(item, Keys.SK));
              return new TaskResult(
                  TaskResult.Opinion.valueOf(opinion),
                  words.path(COMMENT).asText(),
                  Json.string(words, REMARK),
                  Json.instant(node, "doneAt").orElseThrow());
            });
  }
}
