package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One application for a matter that is decided by itself, as those see it who have to do with it.
 */
final class Approval {
  static final String MATTER = "MR-FOOD-NEW";
  static final String DEPARTMENT = "MARKET_REGULATION";
  static final Persona LEAD = People.officerOf(DEPARTMENT);
  static final Persona COLLEAGUE = Persona.officer("colleague", DEPARTMENT);

  private final Hall hall;
  private final Persona owner;
  private final String number;

  private Approval(Hall hall, Persona owner, String number) {
    this.hall = hall;
    this.owner = owner;
    this.number = number;
  }

  /** One that was accepted. */
  static Approval accepted(Hall hall, Persona owner, ObjectNode body) {
    String number =
        hall.as(owner).post("/v1/applications", body.toString()).is(201).text("/number");
    Approval made = new Approval(hall, owner, number);
    made.by(People.WINDOW, "accept", "{}").is(200);
    return made;
  }

  static Approval accepted(Hall hall, Persona owner) {
    return accepted(hall, owner, Paperwork.matter(MATTER));
  }

  /** One whose reviews are done, so that it can be decided. */
  static Approval reviewed(Hall hall, Persona owner) {
    Approval made = accepted(hall, owner);
    made.review();
    return made;
  }

  static Approval decided(Hall hall, Persona owner) {
    Approval made = reviewed(hall, owner);
    made.by(LEAD, "decide", Paperwork.granted(MATTER)).is(200);
    return made;
  }

  void review() {
    for (JsonNode task : seen().path("tasks")) {
      boolean review = task.path("state").asText().equals("OPEN") && !task.has("duty");
      if (review) {
        onTask(task, "{\"opinion\":\"PASS\"}").is(200);
      }
    }
  }

  Exchange onTask(JsonNode task, String body) {
    return hall.as(People.officerOf(task.path("department").asText()))
        .match(etag())
        .post(path() + "/tasks/" + task.path("id").asText() + "/actions/complete", body);
  }

  String number() {
    return number;
  }

  String path() {
    return "/v1/applications/" + number;
  }

  private Exchange read() {
    return hall.as(People.SUPERVISOR).get(path()).is(200);
  }

  JsonNode seen() {
    return read().json();
  }

  /** What its owner is shown. */
  JsonNode shown() {
    return hall.as(owner).get(path()).is(200).json();
  }

  String etag() {
    return read().etag();
  }

  JsonNode decision() {
    return Paperwork.find(seen().path("matters"), "code", MATTER).path("decision");
  }

  String due(String clock) {
    return Paperwork.find(seen().path("clocks"), "id", clock).path("dueAt").asText();
  }

  Exchange by(Persona caller, String action, String body) {
    return hall.as(caller).match(etag()).post(path() + "/actions/" + action, body);
  }

  List<String> actions() {
    List<String> actions = new ArrayList<>();
    hall.as(People.SUPERVISOR)
        .get(path() + "/timeline")
        .is(200)
        .json()
        .path("items")
        .forEach(entry -> actions.add(entry.path("action").asText()));
    return actions;
  }

  /** The notices about it, newest first, as their names and words. */
  List<String> told() {
    return told(hall.as(owner), "/v1/notices?limit=100");
  }

  List<String> told(String inbox) {
    return told(hall.as(People.SUPERVISOR), "/v1/notices?limit=100&inbox=" + inbox);
  }

  private List<String> told(Hall.Call reader, String list) {
    return StreamSupport.stream(reader.get(list).is(200).json().path("items").spliterator(), false)
        .filter(notice -> notice.path("number").asText().equals(number))
        .map(notice -> notice.path("name").asText() + " " + notice.path("body").asText())
        .toList();
  }

  /** What each fault of a refusal is, such as {@code /days out-of-range}. */
  static List<String> faults(Exchange refused) {
    List<String> faults = new ArrayList<>();
    refused
        .is(400)
        .json()
        .path("errors")
        .forEach(e -> faults.add(e.path("pointer").asText() + " " + e.path("code").asText()));
    return faults;
  }

  void isWhole() {
    Exchange verified = hall.as(owner).get(path() + "/timeline/verification").is(200);
    assertThat(verified.json().path("valid").asBoolean()).as(verified.body()).isTrue();
  }
}
