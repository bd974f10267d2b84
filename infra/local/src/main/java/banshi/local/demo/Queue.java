package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A department's queue (待办), as one of its officers sees it. */
record Queue(Visitor officer, String department) {

  /**
   * The lines about the case that the story is about, page by page; the hall may have others, of
   * people who are no part of the story.
   */
  List<JsonNode> about(String number) {
    List<JsonNode> lines = new ArrayList<>();
    String first = "/v1/queues/" + department + "?limit=100";
    Optional<String> page = Optional.of(first);
    while (page.isPresent()) {
      JsonNode queue = officer.read(page.get()).body();
      lines.addAll(Tree.items(queue, "items", line -> Tree.text(line, "number").equals(number)));
      page =
          Optional.of(Tree.text(queue, "nextCursor"))
              .filter(cursor -> !cursor.isEmpty())
              .map(
                  cursor -> first + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
    }
    return lines;
  }

  /** The lines about a case in which this is to be done. */
  List<JsonNode> about(String number, String work) {
    return about(number).stream().filter(line -> Tree.text(line, "work").equals(work)).toList();
  }

  /**
   * A case's task.
   *
   * @throws DemoStopped when it is not there
   */
  JsonNode find(String number, String taskId) {
    return about(number).stream()
        .filter(line -> Tree.text(line, "taskId").equals(taskId))
        .findFirst()
        .orElseThrow(() -> missing(number, taskId));
  }

  /**
   * The one line about a case in which this is to be done.
   *
   * @throws DemoStopped when there is none
   */
  JsonNode next(String number, String work) {
    return about(number, work).stream().findFirst().orElseThrow(() -> missing(number, work));
  }

  private DemoStopped missing(String number, String what) {
    return new DemoStopped(
        "%s 的待办里没有 %s 的任务 %s The task is not in its department's queue"
            .formatted(department, number, what));
  }
}
