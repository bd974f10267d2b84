package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** One complaint, as those see it who file it and who have to do with it. */
final class Grievance {
  static final String DEPARTMENT = "MARKET_REGULATION";
  static final String MATTER = "MR-FOOD-NEW";
  static final Persona HANDLER = People.officerOf(DEPARTMENT);
  static final String ANSWER = reply("只缺布局图一份，补齐即受理", true);

  private final Hall hall;
  private final Persona owner;
  private final Exchange received;

  private Grievance(Hall hall, Persona owner, Exchange received) {
    this.hall = hall;
    this.owner = owner;
    this.received = received;
  }

  /** What somebody complains of; tests add to it. */
  static ObjectNode body(String category) {
    return Hall.JSON
        .createObjectNode()
        .put("category", category)
        .put("description", "到窗口三次，每次都说还缺一份材料")
        .put("wanted", "一次说清还缺什么");
  }

  /** About a matter of the department's, so that it can be like others. */
  static ObjectNode aboutTheMatter() {
    return body("MATERIALS").put("matterCode", MATTER).put("department", DEPARTMENT);
  }

  /** About somebody. */
  static ObjectNode about(String officer) {
    ObjectNode body = body("STAFF").put("matterCode", MATTER);
    body.putObject("about").put("officer", officer);
    return body;
  }

  static Grievance filed(Hall hall, Persona owner, ObjectNode body) {
    return new Grievance(
        hall, owner, hall.as(owner).post("/v1/complaints", body.toString()).is(201));
  }

  static String triage(String tier, String cause) {
    return Hall.JSON.createObjectNode().put("tier", tier).put("causeClass", cause).toString();
  }

  static String triage(String tier, String cause, String reason) {
    return Hall.JSON
        .createObjectNode()
        .put("tier", tier)
        .put("causeClass", cause)
        .put("reason", reason)
        .toString();
  }

  static String assign(String department) {
    return Hall.JSON.createObjectNode().put("department", department).toString();
  }

  static String reply(String answer, boolean resolved) {
    return Hall.JSON.createObjectNode().put("answer", answer).put("resolved", resolved).toString();
  }

  static String reason(String words) {
    return Hall.JSON.createObjectNode().put("reason", words).toString();
  }

  static String cluster(Grievance lead) {
    return Hall.JSON.createObjectNode().put("cluster", lead.number()).toString();
  }

  Exchange received() {
    return received;
  }

  String number() {
    return received.text("/number");
  }

  String path() {
    return "/v1/complaints/" + number();
  }

  private Exchange read() {
    return hall.as(People.SUPERVISOR).get(path()).is(200);
  }

  /** The complaint as a supervisor sees it. */
  JsonNode seen() {
    return read().json();
  }

  String stage() {
    return seen().path("stage").asText();
  }

  int level() {
    return seen().path("level").asInt();
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

  /** An action of the complainant's own. */
  Exchange does(String action, String body) {
    return hall.as(owner).post(path() + "/actions/" + action, body);
  }

  Grievance triaged(String tier) {
    by(People.WINDOW, "triage", triage(tier, "MATERIALS_UNCLEAR")).is(200);
    return this;
  }

  Grievance assigned() {
    by(People.WINDOW, "assign", assign(DEPARTMENT)).is(200);
    return this;
  }

  Grievance replied() {
    by(HANDLER, "reply", ANSWER).is(200);
    return this;
  }

  Grievance disputed() {
    does("dispute", reason("没有说清")).is(200);
    return this;
  }

  Grievance confirmed() {
    does("confirm", "{}").is(200);
    return this;
  }

  /** From filing to an answer. */
  static Grievance answered(Hall hall, Persona owner) {
    return filed(hall, owner, aboutTheMatter()).triaged("D5").assigned().replied();
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
}
