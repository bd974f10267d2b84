package banshi.e2e;

import static banshi.e2e.Grievance.DEPARTMENT;
import static banshi.e2e.Grievance.HANDLER;
import static banshi.e2e.People.OTHER_WINDOW;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The four ways in which public complaint systems fail, replayed: an edit resets the escalation;
 * unassigned cases never climb; a comment reopens the window for reopening; the officer complained
 * about can close the complaint.
 */
class FourFailuresTest {
  private static final String DISCLOSE = "{\"fields\":[\"applicant.phone\"],\"reason\":\"联系反映人\"}";

  private final Hall hall = TheHall.open();

  private void run() {
    hall.runReminder().is(200);
  }

  private List<String> toldToSupervisors(String number) {
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          hall.as(SUPERVISOR)
              .get("/v1/notices?inbox=SUPERVISORS&limit=100" + cursor)
              .is(200)
              .json();
      page.path("items")
          .forEach(
              notice -> {
                if (notice.path("number").asText().equals(number)) {
                  names.add(notice.path("name").asText());
                }
              });
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return names;
  }

  @Test
  @Needs(Need.TIME)
  void nothingThatIsDoneToALateComplaintTakesItsLevelOrItsBeginningBack() {
    Grievance complaint =
        Grievance.filed(hall, People.resident(220), Grievance.aboutTheMatter())
            .triaged("D1")
            .assigned();
    Grievance alike =
        Grievance.filed(hall, People.resident(221), Grievance.aboutTheMatter())
            .triaged("D1")
            .assigned();
    String beginning = complaint.clock("ANSWER").path("startedAt").asText();
    hall.setTime("2026-11-26T10:00:00+08:00");
    assertThat(complaint.level()).as("one working day late").isEqualTo(2);
    String due = complaint.due("ANSWER");

    String task =
        Paperwork.find(complaint.seen().path("tasks"), "department", DEPARTMENT)
            .path("id")
            .asText();
    List<Runnable> doings =
        List.of(
            () ->
                complaint.by(WINDOW, "triage", Grievance.triage("D1", "MATERIALS_UNCLEAR")).is(200),
            () -> claim(complaint, task, "claim"),
            () -> claim(complaint, task, "release"),
            () -> complaint.by(HANDLER, "disclose", DISCLOSE).is(200),
            () -> complaint.by(SUPERVISOR, "merge", Grievance.cluster(alike)).is(200),
            () -> complaint.by(SUPERVISOR, "refer-discipline", Grievance.reason("涉作风")).is(200),
            () -> complaint.by(SUPERVISOR, "assign", Grievance.assign("TAX")).is(200),
            () -> complaint.by(SUPERVISOR, "assign", Grievance.assign(DEPARTMENT)).is(200),
            () -> complaint.by(HANDLER, "return-assignment", Grievance.reason("不属本单位")).is(200),
            complaint::assigned);
    for (Runnable doing : doings) {
      doing.run();
      assertThat(complaint.level()).isEqualTo(2);
      assertThat(complaint.due("ANSWER")).isEqualTo(due);
      assertThat(complaint.clock("ANSWER").path("startedAt").asText()).isEqualTo(beginning);
      assertThat(complaint.clock("ANSWER").path("state").asText()).isEqualTo("RUNNING");
    }

    // A later due date is a supervisor's word, on the record; what was climbed stays climbed.
    complaint.by(SUPERVISOR, "triage", Grievance.triage("D15", "POLICY", "须专家论证")).is(200);
    assertThat(complaint.due("ANSWER")).isEqualTo("2026-12-14T17:30:00+08:00");
    assertThat(complaint.level()).isEqualTo(2);
    assertThat(complaint.clock("ANSWER").path("startedAt").asText()).isEqualTo(beginning);
    hall.setTime("2026-12-18T09:00:00+08:00");
    assertThat(complaint.level()).as("late by the later date as well").isEqualTo(3);
    complaint.isWhole();
  }

  private void claim(Grievance complaint, String task, String action) {
    hall.as(HANDLER)
        .match(complaint.etag())
        .post(complaint.path() + "/tasks/" + task + "/actions/" + action, "{}")
        .is(200);
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void aComplaintThatNobodyTakesUpClimbsToTheTopByItself() {
    // The hall's time may have been turned back since the reminder ran last; it notices here.
    run();
    Map<String, Grievance> left = new TreeMap<>();
    left.put("untouched", Grievance.filed(hall, People.resident(222), Grievance.aboutTheMatter()));
    left.put(
        "judged and not assigned",
        Grievance.filed(hall, People.resident(222), Grievance.aboutTheMatter()).triaged("D5"));
    Grievance returned =
        Grievance.filed(hall, People.resident(222), Grievance.aboutTheMatter())
            .triaged("D5")
            .assigned();
    returned.by(HANDLER, "return-assignment", Grievance.reason("不属本单位")).is(200);
    left.put("returned by its department", returned);
    run();
    // Due on 30 November: one working day, then three more, each looked at by the clock alone.
    Map<String, Integer> levels = new TreeMap<>();
    levels.put("2026-11-30T17:29:00+08:00", 0);
    levels.put("2026-11-30T17:31:00+08:00", 1);
    levels.put("2026-12-01T17:31:00+08:00", 2);
    levels.put("2026-12-03T17:31:00+08:00", 3);
    levels.forEach(
        (now, level) -> {
          hall.setTime(now);
          run();
          left.forEach(
              (how, complaint) ->
                  assertThat(complaint.level()).as("%s at %s", how, now).isEqualTo(level));
        });
    left.forEach(
        (how, complaint) -> {
          assertThat(complaint.entries("ESCALATE")).as(how).hasSizeGreaterThanOrEqualTo(2);
          assertThat(toldToSupervisors(complaint.number()))
              .as(how)
              .contains("OVERDUE", "ESCALATED");
          complaint.isWhole();
        });
  }

  @Test
  @Needs(Need.TIME)
  void nothingSaidAfterTheAnswerLengthensOrReopensTheTimeToDispute() {
    Grievance complaint = Grievance.answered(hall, People.resident(223));
    Grievance alike = Grievance.answered(hall, People.resident(224));
    String end = complaint.due("DISPUTE");
    assertThat(end).isEqualTo("2026-12-03T23:59:59+08:00");
    hall.setTime("2026-12-02T10:00:00+08:00");
    complaint.by(HANDLER, "reply", Grievance.reply("补充说明", true)).is(409);
    complaint.by(WINDOW, "disclose", DISCLOSE).is(200);
    complaint.does("disclose", DISCLOSE).is(200);
    complaint.by(SUPERVISOR, "refer-discipline", Grievance.reason("涉作风")).is(200);
    complaint.by(SUPERVISOR, "merge", Grievance.cluster(alike)).is(200);
    complaint.by(WINDOW, "triage", Grievance.triage("D1", "POLICY", "x")).is(409);
    complaint.by(SUPERVISOR, "assign", Grievance.assign("TAX")).is(409);
    complaint.by(HANDLER, "extend", "{\"days\":1,\"reason\":\"x\"}").is(409);
    assertThat(complaint.due("DISPUTE")).isEqualTo(end);

    hall.setTime("2026-12-04T00:00:30+08:00");
    assertThat(complaint.stage()).isEqualTo("CLOSED");
    complaint.does("rate", "{\"score\":5,\"comment\":\"没有解决\"}").is(200);
    complaint.by(HANDLER, "contact-rater", "{\"note\":\"已致电\"}").is(200);
    complaint.by(HANDLER, "rectify", "{\"measures\":\"已补办\"}").is(200);
    complaint.by(OTHER_WINDOW, "call-back", "{\"solved\":false,\"note\":\"未解决\"}").is(200);
    complaint.does("disclose", DISCLOSE).is(200);
    complaint.does("dispute", Grievance.reason("没有解决")).is(409, "action-not-allowed");
    assertThat(complaint.stage()).isEqualTo("CLOSED");
    assertThat(complaint.clock("DISPUTE").path("state").asText()).isEqualTo("STOPPED");
    assertThat(complaint.entries("DISPUTE")).isEmpty();
    complaint.isWhole();
  }

  /** Every action that officers and supervisors have, with a body that is right. */
  private static Map<String, String> deeds(Grievance alike) {
    Map<String, String> deeds = new TreeMap<>();
    deeds.put("triage", Grievance.triage("D3", "STAFF", "改判"));
    deeds.put("assign", Grievance.assign(DEPARTMENT));
    deeds.put("redirect", "{\"reason\":\"不属本渠道\",\"whereToGo\":\"HOTLINE\"}");
    deeds.put("return-assignment", Grievance.reason("不属本单位"));
    deeds.put("extend", "{\"days\":1,\"reason\":\"复杂\"}");
    deeds.put("approve-extension", "{}");
    deeds.put("reject-extension", Grievance.reason("不必延长"));
    deeds.put("correct-reply", "{\"reason\":\"笔误\",\"answer\":\"改\"}");
    deeds.put("acknowledge-referral", "{\"note\":\"已签收\"}");
    deeds.put("reply", Grievance.ANSWER);
    deeds.put("escalate", Grievance.reason("督办"));
    deeds.put("refer-discipline", Grievance.reason("涉作风"));
    deeds.put("merge", Grievance.cluster(alike));
    deeds.put("disclose", DISCLOSE);
    deeds.put("contact-rater", "{\"note\":\"已致电\"}");
    deeds.put("rectify", "{\"measures\":\"已整改\"}");
    deeds.put("call-back", "{\"solved\":true,\"note\":\"满意\"}");
    deeds.put("appeal-rating", Grievance.reason("恶意"));
    deeds.put("uphold-appeal", Grievance.reason("成立"));
    deeds.put("reject-appeal", Grievance.reason("不成立"));
    return deeds;
  }

  @Test
  void whoIsComplainedAboutCanDoNothingToItAtAnyStageWhateverTheirRole() {
    ObjectNode named = Hall.JSON.createObjectNode().put("name", "欧阳一");
    named.putArray("groups").add("officer").add("supervisor");
    named.putArray("departments").add("HALL").add(DEPARTMENT);
    Hall.Call accused = hall.with(hall.token(Hall.Persona.officer("accused"), named));
    Grievance alike =
        Grievance.filed(hall, People.resident(226), Grievance.aboutTheMatter())
            .triaged("D5")
            .assigned();
    Grievance complaint = Grievance.filed(hall, People.resident(225), Grievance.about("欧阳一"));
    List<Runnable> stages =
        List.of(
            () -> complaint.triaged("D5"),
            complaint::assigned,
            complaint::replied,
            complaint::confirmed,
            () -> complaint.does("rate", "{\"score\":5}").is(200));
    for (Runnable stage : stages) {
      String etag = complaint.etag();
      deeds(alike)
          .forEach(
              (action, body) ->
                  complaint.by(accused, action, body).is(403, "conflict-of-interest"));
      for (JsonNode task : complaint.seen().path("tasks")) {
        for (String action : List.of("claim", "release")) {
          accused
              .match(etag)
              .post(
                  complaint.path() + "/tasks/" + task.path("id").asText() + "/actions/" + action,
                  "{}")
              .is(403, "conflict-of-interest");
        }
      }
      for (String action : List.of("confirm", "dispute", "withdraw", "rate")) {
        complaint.by(accused, action, bodyOfOwners(action)).is(403, "forbidden");
      }
      Exchange read = accused.get(complaint.path()).is(200);
      assertThat(read.json().path("allowedActions")).isEmpty();
      assertThat(read.etag()).as("nothing was stored").isEqualTo(etag);
      stage.run();
    }
  }

  private static String bodyOfOwners(String action) {
    return switch (action) {
      case "dispute" -> Grievance.reason("x");
      case "rate" -> "{\"score\":1}";
      default -> "{}";
    };
  }

  @Test
  void nobodyButTheComplainantAndTheClockClosesAComplaint() {
    Grievance complaint = Grievance.answered(hall, People.resident(227));
    for (Hall.Persona somebody : List.of(WINDOW, HANDLER, SUPERVISOR)) {
      for (String action : List.of("confirm", "withdraw")) {
        complaint.by(somebody, action, "{}").is(403, "forbidden");
      }
      assertThat(hall.as(somebody).get(complaint.path()).is(200).json().path("allowedActions"))
          .extracting(JsonNode::asText)
          .doesNotContain("confirm", "withdraw", "close-undisputed", "dispute");
    }
    assertThat(complaint.stage()).isEqualTo("REPLIED");
  }
}
