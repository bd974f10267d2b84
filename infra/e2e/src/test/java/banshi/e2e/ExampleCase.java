package banshi.e2e;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A case of the scenario that examples are recorded from.
 *
 * @param path where it is read
 */
record ExampleCase(Hall hall, Words words, Hall.Call owner, String path) {

  /** What people type, in the language that the hall is spoken with. */
  record Words(boolean english) {
    String of(String chinese, String inEnglish) {
      return english ? inEnglish : chinese;
    }

    /** A body with one text. */
    String say(String member, String chinese, String inEnglish) {
      return text(member, of(chinese, inEnglish));
    }
  }

  static String text(String member, String value) {
    return Hall.JSON.createObjectNode().put(member, value).toString();
  }

  String number() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** An action by somebody who has just read the case. */
  ExampleCase by(Persona caller, String action, String body) {
    String etag = hall.as(People.SUPERVISOR).get(path).is(200).etag();
    hall.as(caller).match(etag).post(path + "/actions/" + action, body).is(200);
    return this;
  }

  ExampleCase does(String action, String body) {
    owner.anew().post(path + "/actions/" + action, body).is(200);
    return this;
  }

  ExampleCase reasoned(Persona caller, String action, String chinese, String english) {
    return by(caller, action, words.say("reason", chinese, english));
  }

  private static Optional<JsonNode> task(Exchange seen, String department) {
    return seen.json()
        .path("tasks")
        .valueStream()
        .filter(task -> task.path("department").asText().equals(department))
        .filter(task -> task.path("state").asText().matches("OPEN|CLAIMED"))
        .findFirst();
  }

  /** Whether a department has a review to complete. */
  boolean hasReview(String department) {
    return task(hall.as(People.SUPERVISOR).get(path).is(200), department)
        .filter(task -> task.path("work").asText().equals("REVIEW"))
        .isPresent();
  }

  /** An action on the open or claimed task of a department. */
  ExampleCase onTask(String department, String action, String body) {
    Exchange seen = hall.as(People.SUPERVISOR).get(path).is(200);
    String id = task(seen, department).orElseThrow().path("id").asText();
    hall.as(department.equals("HALL") ? People.WINDOW : People.officerOf(department))
        .match(seen.etag())
        .post(path + "/tasks/" + id + "/actions/" + action, body)
        .is(200);
    return this;
  }

  ExampleCase claimed(String department) {
    onTask(department, "claim", "{}");
    onTask(
        department,
        "release",
        words.say("note", "临时有事，请同事接办", "Called away; a colleague takes it"));
    passedAround(department);
    claimedAmongMany(department);
    return this;
  }

  /** Shared, handed to a colleague who does not come, taken back. */
  private void passedAround(String department) {
    onTask(department, "claim", "{}");
    onTask(department, "share", text("with", "colleague-2"));
    ObjectNode handed = Hall.JSON.createObjectNode().put("to", "colleague-1");
    handed.put("reason", words.of("出差", "Away on business"));
    onTask(department, "hand-over", handed.toString());
    onTask(department, "take-back", words.say("reason", "同事请假", "The colleague is on leave"));
  }

  private void claimedAmongMany(String department) {
    Exchange seen = hall.as(People.SUPERVISOR).get(path).is(200);
    ObjectNode many = Hall.JSON.createObjectNode();
    many.putArray("items")
        .addObject()
        .put("number", number())
        .put("taskId", task(seen, department).orElseThrow().path("id").asText())
        .put("version", Long.parseLong(seen.etag().replace("\"", "")));
    hall.as(department.equals("HALL") ? People.WINDOW : People.officerOf(department))
        .post(path.substring(0, path.lastIndexOf('/')) + "/tasks/actions/claim", many.toString())
        .is(200);
  }

  ExampleCase disclosed(Persona officer) {
    ObjectNode body = Hall.JSON.createObjectNode();
    body.putArray("fields").add("applicant.name").add("applicant.idNumber");
    body.put("reason", words.of("核对身份", "To check the identity"));
    return by(officer, "disclose", body.toString());
  }

  ExampleCase rated(int score) {
    ObjectNode body = Hall.JSON.createObjectNode().put("score", score);
    body.putArray("tags").add(words.of("材料反复", "Asked for papers again and again"));
    body.put("comment", words.of("来了三趟", "It took three visits"));
    return does("rate", body.toString());
  }

  /** What a very poor rating sets off, to its end. */
  ExampleCase putRight(Persona handler, Persona other) {
    by(
        handler,
        "contact-rater",
        words.say("note", "已致电，办事人说材料要求前后不一", "Telephoned: what was asked for kept changing"));
    by(
        handler,
        "rectify",
        words.say("measures", "统一材料清单并公示", "One list of materials, put on the wall"));
    return by(
        other,
        "call-back",
        Hall.JSON
            .createObjectNode()
            .put("solved", true)
            .put("note", words.of("满意", "Content"))
            .toString());
  }

  ExampleCase appealed(Persona handler, String decision) {
    reasoned(handler, "appeal-rating", "评价的不是本部门", "The rating is of another department");
    return reasoned(People.SUPERVISOR, decision, "已查阅全程记录", "The whole record has been read");
  }

  /** A supervisor looks who saw and did what. */
  ExampleCase audited() {
    String number = path.substring(path.lastIndexOf('/') + 1);
    hall.as(People.SUPERVISOR).get("/v1/audit?limit=3&case=" + number).is(200);
    return this;
  }

  /** What is said beside it: a note, a message each way, a reminder; then both lists. */
  ExampleCase spoken(Persona officer) {
    hall.as(officer)
        .post(path + "/notes", words.say("text", "已电话核实", "Checked by telephone"))
        .is(201);
    owner
        .anew()
        .post(path + "/messages", words.say("text", "还需要补什么吗？", "Is anything else needed?"))
        .is(201);
    hall.as(officer).post(path + "/messages", words.say("text", "不需要", "Nothing else")).is(201);
    owner.anew().post(path + "/actions/hurry", words.say("note", "急用", "It is urgent")).is(200);
    hall.as(officer).get(path + "/notes?limit=2").is(200);
    owner.anew().get(path + "/messages?limit=2").is(200);
    return this;
  }

  /** Reads it as whoever it is of; the last reading is the one that is shown. */
  void read(String... parts) {
    owner.anew().get(path).is(200);
    owner.anew().get(path + "/timeline").is(200);
    owner.anew().get(path + "/timeline/verification").is(200);
    for (String part : parts) {
      owner.anew().get(path + part).is(200);
    }
  }
}
