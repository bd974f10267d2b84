package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One consultation (咨询), as those see it who ask and who have to do with it. */
final class Inquiry {
  static final String DEPARTMENT = "MARKET_REGULATION";
  static final String MATTER = "MR-FOOD-NEW";
  static final Persona ADVISER = People.officerOf(DEPARTMENT);
  static final String EXTENSION = "{\"days\":2,\"reason\":\"须会商\"}";

  private final Hall hall;
  private final Persona owner;
  private final Exchange received;

  private Inquiry(Hall hall, Persona owner, Exchange received) {
    this.hall = hall;
    this.owner = owner;
    this.received = received;
  }

  /** What somebody asks; tests add to it. */
  static ObjectNode body() {
    return Hall.JSON
        .createObjectNode()
        .put("topic", "开小吃店")
        .put("question", "我想开一家小吃店，面积不大，要先办哪个证？")
        .put("mayPublish", true);
  }

  static ObjectNode aboutTheMatter() {
    return body().put("matterCode", MATTER);
  }

  static Inquiry asked(Hall hall, Persona owner, ObjectNode body) {
    return new Inquiry(
        hall, owner, hall.as(owner).post("/v1/consultations", body.toString()).is(201));
  }

  static String department(String code) {
    return Hall.JSON.createObjectNode().put("department", code).toString();
  }

  static String text(String words) {
    return Hall.JSON.createObjectNode().put("text", words).toString();
  }

  static String reason(String words) {
    return Hall.JSON.createObjectNode().put("reason", words).toString();
  }

  static String publication(String title, String text) {
    return Hall.JSON.createObjectNode().put("title", title).put("text", text).toString();
  }

  static String into(String target) {
    return Hall.JSON.createObjectNode().put("to", target).toString();
  }

  static String into(String target, String matter) {
    return Hall.JSON.createObjectNode().put("to", target).put("matterCode", matter).toString();
  }

  Exchange received() {
    return received;
  }

  Persona owner() {
    return owner;
  }

  String number() {
    return received.text("/number");
  }

  String path() {
    return "/v1/consultations/" + number();
  }

  private Exchange read() {
    return hall.as(People.SUPERVISOR).get(path()).is(200);
  }

  /** The consultation as a supervisor sees it. */
  JsonNode seen() {
    return read().json();
  }

  String stage() {
    return seen().path("stage").asText();
  }

  String etag() {
    return read().etag();
  }

  JsonNode clock(String id) {
    return Paperwork.find(seen().path("clocks"), "id", id);
  }

  String due(String clock) {
    return clock(clock).path("dueAt").asText();
  }

  /** An action by somebody who has just read it. */
  Exchange by(Hall.Call caller, String action, String body) {
    return caller.match(etag()).post(path() + "/actions/" + action, body);
  }

  Exchange by(Persona caller, String action, String body) {
    return by(hall.as(caller), action, body);
  }

  /** An action of whoever asked. */
  Exchange does(String action, String body) {
    return hall.as(owner).post(path() + "/actions/" + action, body);
  }

  Inquiry assigned() {
    by(People.WINDOW, "assign", department(DEPARTMENT)).is(200);
    return this;
  }

  Inquiry answered(Persona officer, String words) {
    by(officer, "answer", text(words)).is(200);
    return this;
  }

  Inquiry answered() {
    return answered(ADVISER, "先办营业执照，再办食品经营许可");
  }

  /** From the question to a department's answer. */
  static Inquiry answered(Hall hall, Persona owner) {
    return asked(hall, owner, aboutTheMatter()).assigned().answered();
  }

  /** From the question to an answer that everybody finds; answers its id. */
  static String published(Hall hall, Persona owner, ObjectNode body, String title, String text) {
    return asked(hall, owner, body)
        .answered(People.WINDOW, text)
        .by(People.WINDOW, "publish", publication(title, text))
        .is(200)
        .text("/publication/knowledgeId");
  }

  List<JsonNode> timeline() {
    List<JsonNode> entries = new ArrayList<>();
    hall.as(People.SUPERVISOR)
        .get(path() + "/timeline")
        .is(200)
        .json()
        .path("items")
        .forEach(entries::add);
    return entries;
  }

  List<String> actions() {
    return timeline().stream().map(entry -> entry.path("action").asText()).toList();
  }

  List<JsonNode> entries(String action) {
    return timeline().stream()
        .filter(entry -> entry.path("action").asText().equals(action))
        .toList();
  }

  /** Its history is one chain: every entry goes on from the stage that the one before led to. */
  void isWhole() {
    Exchange verified = hall.as(owner).get(path() + "/timeline/verification").is(200);
    assertThat(verified.json().path("valid").asBoolean()).as(verified.body()).isTrue();
    List<JsonNode> timeline = timeline();
    for (int i = 1; i < timeline.size(); i++) {
      assertThat(timeline.get(i).path("fromStage").asText())
          .as("entry %s of %s", i + 1, number())
          .isEqualTo(timeline.get(i - 1).path("toStage").asText());
    }
    assertThat(stage()).isEqualTo(timeline.getLast().path("toStage").asText());
  }

  /** The newest line about this consultation in a list of every page. */
  private Optional<JsonNode> line(Hall.Call reader, String list, String named) {
    String cursor = "";
    do {
      JsonNode page = reader.get(list + "limit=100" + cursor).is(200).json();
      for (JsonNode line : page.path("items")) {
        if (line.path("number").asText().equals(number())
            && (named.isEmpty() || line.path("name").asText().equals(named))) {
          return Optional.of(line);
        }
      }
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return Optional.empty();
  }

  /** Its line among the owner's cases, as it is stored. */
  JsonNode listed() {
    return line(hall.as(owner), "/v1/cases?", "").orElseThrow();
  }

  /** The task that a department's queue shows. */
  Optional<JsonNode> waits(String department) {
    return line(hall.as(People.SUPERVISOR), "/v1/queues/" + department + "?", "");
  }

  /** The newest notice of this name to whoever asked. */
  Optional<JsonNode> told(String notice) {
    return line(hall.as(owner), "/v1/notices?", notice);
  }

  /** The newest notice of this name to a department. */
  Optional<JsonNode> told(String department, String notice) {
    return line(hall.as(People.SUPERVISOR), "/v1/notices?inbox=" + department + "&", notice);
  }
}
