package banshi.local.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Brings the new build into a local cloud and carries its calendar to every running case. */
record Recount(CloudDoor door, Spoken spoken) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Ends when every running case has been through. Cut off, the next call goes on where it was.
   *
   * @param edition the edition that the new build counts by
   */
  void to(int edition) {
    for (String function : door.functions()) {
      if (door.deploy(function)) {
        spoken.say("✓ 已更新函数", "deployed: " + function);
      }
    }
    while (true) {
      JsonNode answer = door.errand(JSON.createObjectNode().put("job", "calendar-recount"));
      if (answer.path("edition").asInt() < edition) {
        throw new CalendarStopped(
            "本地云运行的不是本文件夹的版本 The local cloud does not run the build of this folder: " + answer);
      }
      boolean complete = answer.path("complete").asBoolean();
      spoken
          .out()
          .printf(
              "  %s 已看办件 cases looked at %d，其中期限变动 moved %d，由暂定变确定 became firm %d%s%s%n",
              complete ? "✓" : "…",
              answer.path("looked").asLong(),
              answer.path("moved").asLong(),
              answer.path("firmed").asLong(),
              answer.path("unreadable").asLong() == 0
                  ? ""
                  : "，无法读取 unreadable " + answer.path("unreadable").asLong(),
              complete ? "" : "，已到 through " + answer.path("through").asText());
      if (complete) {
        spoken.say("✓ 全部重新计算完毕。", "Every running case is recounted.");
        return;
      }
    }
  }
}
