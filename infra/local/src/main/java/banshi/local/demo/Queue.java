package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A department's queue (待办), as one of its officers sees it. */
record Queue(Visitor officer, String department) {

  /**
   * Turns the pages until a case's task is found.
   *
   * @throws DemoStopped when it is on none of them
   */
  JsonNode find(String number, String taskId) {
    String first = "/v1/queues/" + department + "?limit=100";
    Optional<String> page = Optional.of(first);
    while (page.isPresent()) {
      JsonNode queue = officer.read(page.get()).body();
      Optional<JsonNode> found =
          Tree.items(
                  queue,
                  "items",
                  line ->
                      Tree.text(line, "number").equals(number)
                          && Tree.text(line, "taskId").equals(taskId))
              .stream()
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      page =
          Optional.of(Tree.text(queue, "nextCursor"))
              .filter(cursor -> !cursor.isEmpty())
              .map(
                  cursor -> first + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
    }
    throw new DemoStopped(
        "%s 的待办里没有 %s 的任务 %s The task is not in its department's queue"
            .formatted(department, number, taskId));
  }
}
