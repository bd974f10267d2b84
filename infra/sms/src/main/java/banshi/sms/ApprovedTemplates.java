package banshi.sms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that an account had approved: with how many places, and how many characters each takes.
 */
public final class ApprovedTemplates {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_ID = 1_110_001;

  private final Map<String, Approved> byId = new LinkedHashMap<>();
  private final ObjectNode ids = JSON.createObjectNode();

  /** A text, with {1}, {2}, … for what differs. */
  record Approved(String text, int[] lengths) {
    String filled(Iterable<String> values) {
      String words = text;
      int place = 1;
      for (String value : values) {
        words = words.replace("{" + place++ + "}", value);
      }
      return words;
    }
  }

  private ApprovedTemplates() {}

  /**
   * Approves what {@code text-messages.json} of the reminder proposes.
   *
   * @throws IOException when it cannot be read
   */
  public static ApprovedTemplates read(byte[] proposed) throws IOException {
    ApprovedTemplates approved = new ApprovedTemplates();
    int id = FIRST_ID;
    for (Map.Entry<String, JsonNode> each :
        JSON.readTree(proposed).path("templates").properties()) {
      JsonNode lengths = each.getValue().path("lengths");
      int[] most = new int[lengths.size()];
      for (int i = 0; i < most.length; i++) {
        most[i] = lengths.path(i).asInt();
      }
      String key = String.valueOf(id++);
      approved.byId.put(key, new Approved(each.getValue().path("text").asText(), most));
      approved.ids.put(each.getKey(), key);
    }
    return approved;
  }

  /** What the account calls each template, by the names that were proposed, as JSON. */
  public String ids() {
    return ids.toString();
  }

  Optional<Approved> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
