package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One start-up, as those see it who found it and who have to do with it. */
final class Founding {
  static final Persona REGISTRAR = People.officerOf("MARKET_REGULATION");
  static final String PASS = "{\"opinion\":\"PASS\"}";

  private final Hall hall;
  private final Founder owner;
  private final String reservation;
  private final Exchange received;

  private Founding(Hall hall, Founder owner, String reservation, Exchange received) {
    this.hall = hall;
    this.owner = owner;
    this.reservation = reservation;
    this.received = received;
  }

  /** A name's parts; each number gives another trade name, others in every {@link Run}. */
  static ObjectNode name(int one, String form) {
    return Hall.JSON
        .createObjectNode()
        .put("district", "重庆市沙坪坝区")
        .put("tradeName", tradeName(one))
        .put("industry", "CATERING")
        .put("form", form);
  }

  static String tradeName(int one) {
    return Run.word() + Run.spelled(one);
  }

  static Exchange reserves(Hall hall, Founder owner, int name, String form) {
    return owner.at(hall).post("/v1/startups/names", name(name, form).toString());
  }

  static String reserved(Hall hall, Founder owner, String form) {
    return reserves(hall, owner, owner.one(), form).is(201).text("/nameReservation");
  }

  static Exchange files(Hall hall, Founder owner, String reservation, ObjectNode form) {
    return owner
        .at(hall)
        .post("/v1/startups", form.deepCopy().put("nameReservation", reservation).toString());
  }

  /** Files a start-up under the name of its owner's number. */
  static Founding filed(Hall hall, Founder owner, ObjectNode form) {
    boolean alone = form.at("/people/0/role").asText().equals("OPERATOR");
    return filedAs(hall, owner, reserved(hall, owner, alone ? "SOLE_PROPRIETOR" : "LLC"), form);
  }

  static Founding filedAs(Hall hall, Founder owner, String reservation, ObjectNode form) {
    return new Founding(hall, owner, reservation, files(hall, owner, reservation, form).is(201));
  }

  /** Files a start-up under the name of one that has ended. */
  static Founding filedAgain(Hall hall, Founding ended, ObjectNode form) {
    return filedAs(hall, ended.owner, ended.reservation, form);
  }

  /** A start-up that waits for the registrar, of one person who has signed. */
  static Founding signed(Hall hall, Founder owner, ObjectNode form) {
    Founding startup = filed(hall, owner, form);
    startup.signs(owner).is(200);
    return startup;
  }

  /** What a department completes its task with. */
  static String result(String part) {
    return switch (part) {
      case "LICENCE" -> PASS;
      case "BANK" ->
          "{\"opinion\":\"PASS\",\"result\":{\"institution\":\"某银行沙坪坝支行\","
              + "\"appointmentAt\":\"2099-03-02T09:30:00+08:00\"}}";
      default -> "{\"opinion\":\"PASS\",\"result\":{\"reference\":\"" + part + "-1\"}}";
    };
  }

  static String correction(String detail) {
    return "{\"faults\":[{\"pointer\":\"/company/address/detail\",\"detail\":\"" + detail + "\"}]}";
  }

  Exchange received() {
    return received;
  }

  String reservation() {
    return reservation;
  }

  String number() {
    return received.text("/number");
  }

  String path() {
    return "/v1/startups/" + number();
  }

  private Exchange read() {
    return hall.as(People.SUPERVISOR).get(path()).is(200);
  }

  /** The start-up as a supervisor sees it. */
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

  JsonNode task(String part) {
    return Paperwork.find(seen().path("tasks"), "matterCode", part);
  }

  /** What the tasks of a start-up are, such as {@code SEAL OPEN}. */
  static List<String> tasks(JsonNode startup) {
    List<String> tasks = new ArrayList<>();
    startup
        .path("tasks")
        .forEach(t -> tasks.add(t.path("matterCode").asText() + " " + t.path("state").asText()));
    return tasks;
  }

  static List<String> allowed(JsonNode startup) {
    List<String> allowed = new ArrayList<>();
    startup.path("allowedActions").forEach(action -> allowed.add(action.asText()));
    return allowed;
  }

  static String signature(String hash) {
    return Hall.JSON.createObjectNode().put("formHash", hash).toString();
  }

  /** Signs what the signer has just read. */
  Exchange signs(Founder signer) {
    Hall.Call caller = signer.at(hall);
    return caller.post(
        path() + "/actions/sign", signature(caller.get(path()).is(200).text("/formHash")));
  }

  Founding signedBy(List<Founder> signers) {
    signers.forEach(signer -> signs(signer).is(200));
    return this;
  }

  /** An action of the owner's own. */
  Exchange does(String action, String body) {
    return owner.at(hall).post(path() + "/actions/" + action, body);
  }

  /** An action by somebody who has just read it. */
  Exchange by(Persona caller, String action, String body) {
    return hall.as(caller).match(etag()).post(path() + "/actions/" + action, body);
  }

  private Exchange onTask(String part, String action, String body) {
    JsonNode task = task(part);
    return hall.as(People.officerOf(task.path("department").asText()))
        .match(etag())
        .post(path() + "/tasks/" + task.path("id").asText() + "/actions/" + action, body);
  }

  Exchange claims(String part) {
    return onTask(part, "claim", "{}");
  }

  Exchange completes(String part, String body) {
    return onTask(part, "complete", body);
  }

  Exchange completes(String part) {
    return completes(part, result(part));
  }

  JsonNode ledger() {
    return owner.at(hall).get(path() + "/ledger").is(200).json();
  }

  JsonNode licence() {
    return owner.at(hall).get(path() + "/licence").is(200).json();
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

  List<JsonNode> entries(String action) {
    return timeline().stream().filter(e -> e.path("action").asText().equals(action)).toList();
  }

  /** Its history is one chain: every entry goes on from the stage that the one before led to. */
  void isWhole() {
    Exchange verified = owner.at(hall).get(path() + "/timeline/verification").is(200);
    assertThat(verified.json().path("valid").asBoolean()).as(verified.body()).isTrue();
    List<JsonNode> timeline = timeline();
    for (int i = 1; i < timeline.size(); i++) {
      assertThat(timeline.get(i).path("fromStage").asText())
          .as("entry %s of %s", i + 1, number())
          .isEqualTo(timeline.get(i - 1).path("toStage").asText());
    }
    assertThat(stage()).isEqualTo(timeline.getLast().path("toStage").asText());
  }

  /** The line about this start-up in a list of every page; empty when there is none. */
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
    return line(owner.at(hall), "/v1/cases?", "").orElseThrow();
  }

  /** The task that a department's queue shows. */
  Optional<JsonNode> waits(String department) {
    return line(hall.as(People.SUPERVISOR), "/v1/queues/" + department + "?", "");
  }

  /** The newest notice of this name to a founder. */
  Optional<JsonNode> told(Founder reader, String notice) {
    return line(reader.at(hall), "/v1/notices?", notice);
  }

  /** The newest notice of this name to a department. */
  Optional<JsonNode> told(String department, String notice) {
    return line(hall.as(People.SUPERVISOR), "/v1/notices?inbox=" + department + "&", notice);
  }
}
