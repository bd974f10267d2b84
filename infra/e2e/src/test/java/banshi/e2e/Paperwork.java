package banshi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Bodies that the scenarios send. */
final class Paperwork {
  private Paperwork() {}

  /** A restaurant of four matters, with its licence copy owed. */
  static ObjectNode restaurant() {
    ObjectNode body = Hall.JSON.createObjectNode().put("packageCode", "RESTAURANT");
    body.putObject("answers")
        .put("storeArea", 500)
        .put("seating", true)
        .put("cuisine", "HOT")
        .put("fumes", true)
        .put("signboard", true)
        .put("tobacco", true);
    body.putObject("form").put("businessName", "某餐饮店").put("applicantPhone", "13800000000");
    body.putArray("materials").add(material("ID_CARD"));
    return body;
  }

  static ObjectNode matter(String code) {
    ObjectNode body = Hall.JSON.createObjectNode().put("matterCode", code);
    body.putObject("form");
    body.putArray("materials");
    return body;
  }

  static ObjectNode material(String code) {
    return Hall.JSON
        .createObjectNode()
        .put("code", code)
        .put("fileName", code + ".pdf")
        .put("contentType", "application/pdf")
        .put("size", 1024)
        .put("sha256", "a".repeat(64));
  }

  static String granted(String matterCode) {
    ObjectNode body =
        Hall.JSON
            .createObjectNode()
            .put("matterCode", matterCode)
            .put("outcome", "GRANTED")
            .put("reason", "符合法定条件")
            .put("legalBasis", "行政许可法第三十八条");
    body.putObject("certificate").put("name", "许可证").put("number", "X-1");
    return body.toString();
  }

  static String denied(String matterCode) {
    return Hall.JSON
        .createObjectNode()
        .put("matterCode", matterCode)
        .put("outcome", "DENIED")
        .put("reason", "场所不符合规定")
        .put("legalBasis", "行政许可法第三十八条")
        .toString();
  }

  static JsonNode find(JsonNode list, String member, String value) {
    for (JsonNode each : list) {
      if (each.path(member).asText().equals(value)) {
        return each;
      }
    }
    throw new AssertionError("none with " + member + " " + value + " in " + list);
  }

  /** The reviews of an application that are open: each ends with an opinion of its own. */
  static List<JsonNode> reviews(JsonNode application) {
    return application
        .path("tasks")
        .valueStream()
        .filter(task -> task.path("work").asText().equals("REVIEW"))
        .filter(task -> task.path("state").asText().equals("OPEN"))
        .toList();
  }
}
