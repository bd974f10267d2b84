package banshi.local.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Asks a local cloud which of its running clocks a file would move, a stretch at a time. */
record Preview(CloudDoor door, Spoken spoken) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Prints every clock whose date would move, and a total. */
  void of(String text) throws IOException {
    spoken.say("会变的时限（本地云，只看不改）：", "Running clocks that would move (nothing is changed):");
    ObjectNode event = JSON.createObjectNode().put("job", "calendar-preview");
    event.set("calendar", JSON.readTree(text));
    long looked = 0;
    long moved = 0;
    long firm = 0;
    long unreadable = 0;
    while (true) {
      JsonNode answer = door.errand(event);
      if (!answer.path("problems").isEmpty()) {
        throw new CalendarStopped(
            "本地云不接受该文件 The local cloud does not take the file: "
                + answer.path("problems").toPrettyString());
      }
      looked += answer.path("looked").asLong();
      unreadable += answer.path("unreadable").asLong();
      for (JsonNode move : answer.path("moved")) {
        if (move.path("before").equals(move.path("after"))) {
          firm++;
        } else {
          moved++;
          spoken.move(move);
        }
      }
      if (!answer.hasNonNull("after")) {
        break;
      }
      spoken
          .out()
          .printf(
              "  … 已看到 through %s：办件 cases %d，会变 would move %d%n",
              answer.path("through").asText(), looked, moved);
      event.put("after", answer.path("after").asText());
    }
    spoken
        .out()
        .printf(
            "  合计 total: 办件 cases %d；时限会变 clocks that would move %d；日期不变但由暂定变确定 firm at the same date %d%s%n",
            looked, moved, firm, unreadable == 0 ? "" : "；无法读取 unreadable " + unreadable);
  }
}
