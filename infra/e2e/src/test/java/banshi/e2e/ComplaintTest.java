package banshi.e2e;

import static banshi.e2e.Grievance.DEPARTMENT;
import static banshi.e2e.Grievance.HANDLER;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Complaints (办不成事) as people live through them. */
class ComplaintTest {
  private final Hall hall = TheHall.open();

  private static OffsetDateTime time(String text) {
    return OffsetDateTime.parse(text);
  }

  private void run() {
    hall.runReminder().is(200);
  }

  /** Whether a department's queue shows a task of this complaint. */
  private boolean waits(Grievance complaint, String department) {
    String cursor = "";
    do {
      JsonNode page =
          hall.as(SUPERVISOR)
              .get("/v1/queues/" + department + "?limit=100" + cursor)
              .is(200)
              .json();
      if (page.path("items").findValuesAsText("number").contains(complaint.number())) {
        return true;
      }
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return false;
  }

  @Test
  void fromItsReceiptToItsClosingAComplaintIsWhereItsNextStepIs() {
    Persona owner = People.resident(200);
    Grievance complaint = Grievance.filed(hall, owner, Grievance.aboutTheMatter());
    String received = complaint.received().text("/receivedAt");
    assertThat(complaint.received().text("/receipt/answerDueAt"))
        .isEqualTo(hall.due(received, 5, "WORKING_DAYS"));
    assertThat(complaint.received().text("/applicant/name")).isEqualTo("张*");
    assertThat(waits(complaint, "HALL")).isTrue();

    complaint.triaged("D3");
    String due = hall.due(received, 3, "WORKING_DAYS");
    assertThat(complaint.due("ANSWER")).isEqualTo(due);
    complaint.assigned();
    assertThat(waits(complaint, "HALL")).isFalse();
    assertThat(waits(complaint, DEPARTMENT)).isTrue();
    JsonNode task = Paperwork.find(complaint.seen().path("tasks"), "department", DEPARTMENT);
    assertThat(task.path("dueAt").asText()).isEqualTo(due);

    complaint.replied();
    assertThat(waits(complaint, DEPARTMENT)).isFalse();
    assertThat(complaint.seen().at("/answers/0/resolved").asBoolean()).isTrue();
    complaint.confirmed().isWhole();
    assertThat(complaint.actions())
        .containsExactly("SUBMIT", "TRIAGE", "ASSIGN", "REPLY", "CONFIRM");

    JsonNode mine = hall.as(owner).get("/v1/cases").is(200).json().path("items");
    assertThat(mine).hasSize(1);
    assertThat(mine.at("/0/number").asText()).isEqualTo(complaint.number());
    assertThat(mine.at("/0/kind").asText()).isEqualTo("COMPLAINT");
    assertThat(mine.at("/0/stage").asText()).isEqualTo("CLOSED");
  }

  @Test
  void whoeverHoldsTheReceiptSeesWhereItStandsAndNoWordOfIt() {
    Grievance complaint = Grievance.answered(hall, People.resident(201));
    String body = receipt(complaint);
    Exchange tracked = hall.anybody().ask("/v1/tracking", body).is(200);
    assertThat(tracked.text("/stage")).isEqualTo("REPLIED");
    assertThat(tracked.json().at("/timeline/items")).hasSize(4);
    assertThat(tracked.body()).doesNotContain("布局图", "三次", "张");
    hall.anybody()
        .ask("/v1/tracking", body.replaceAll("\"code\":\"[^\"]+\"", "\"code\":\"WRONG\""))
        .is(404, "not-found");
  }

  private static String receipt(Grievance complaint) {
    return Hall.JSON
        .createObjectNode()
        .put("number", complaint.number())
        .put("code", complaint.received().text("/receipt/code"))
        .toString();
  }

  @Test
  @Needs(Need.TIME)
  void whatTimeAloneClosesTheOnlookerSeesBeforeAnybodyHasStoredIt() {
    Grievance complaint = Grievance.answered(hall, People.resident(201));
    hall.setTime("2026-12-05T00:00:30+08:00");
    assertThat(hall.anybody().ask("/v1/tracking", receipt(complaint)).is(200).text("/stage"))
        .isEqualTo("CLOSED");
  }

  @Test
  @Needs(Need.TIME)
  void aTierIsRaisedByTheWindowLoweredOnlyByASupervisorAndCountsFromReceipt() {
    Grievance complaint =
        Grievance.filed(hall, People.resident(202), Grievance.aboutTheMatter()).triaged("D5");
    hall.setTime("2026-11-25T10:00:00+08:00");
    complaint.assigned();

    complaint.by(WINDOW, "triage", Grievance.triage("D3", "POLICY")).is(400, "invalid-body");
    complaint.by(WINDOW, "triage", Grievance.triage("D3", "POLICY", "涉及民生")).is(200);
    assertThat(complaint.due("ANSWER")).isEqualTo("2026-11-26T17:30:00+08:00");

    Exchange lowered =
        complaint
            .by(WINDOW, "triage", Grievance.triage("D10", "POLICY", "比较复杂"))
            .is(409, "action-not-allowed");
    assertThat(lowered.text("/detail")).contains("监督人员");
    complaint.by(SUPERVISOR, "triage", Grievance.triage("D10", "POLICY")).is(400, "invalid-body");
    assertThat(complaint.due("ANSWER")).isEqualTo("2026-11-26T17:30:00+08:00");
    complaint.by(SUPERVISOR, "triage", Grievance.triage("D10", "POLICY", "须专家论证")).is(200);
    assertThat(complaint.due("ANSWER")).isEqualTo("2026-12-07T17:30:00+08:00");
    assertThat(time(complaint.clock("ANSWER").path("startedAt").asText()))
        .isEqualTo(time(complaint.seen().path("receivedAt").asText()));
    assertThat(complaint.entries("TRIAGE").getLast().path("note").asText())
        .contains("D10", "须专家论证");
    JsonNode task = Paperwork.find(complaint.seen().path("tasks"), "department", DEPARTMENT);
    assertThat(task.path("dueAt").asText()).isEqualTo("2026-12-07T17:30:00+08:00");
  }

  @Test
  @Needs(Need.TIME)
  void whatIsImmediateIsDueTheSameServiceDayInEveryRoundAndIsNotExtended() {
    hall.setTime("2026-11-23T12:30:00+08:00");
    Grievance complaint =
        Grievance.filed(hall, People.resident(203), Grievance.aboutTheMatter())
            .triaged("IMMEDIATE")
            .assigned();
    assertThat(complaint.due("ANSWER")).isEqualTo("2026-11-23T17:30:00+08:00");
    complaint.by(HANDLER, "extend", "{\"days\":1,\"reason\":\"复杂\"}").is(409, "action-not-allowed");
    complaint.replied();
    hall.setTime("2026-11-24T08:30:00+08:00");
    complaint.disputed();
    assertThat(complaint.due("ANSWER")).isEqualTo("2026-11-24T17:30:00+08:00");
  }

  @Test
  void whoeverIsRedirectedIsToldWhereToGoInBothLanguages() {
    Grievance complaint = Grievance.filed(hall, People.resident(204), Grievance.body("OTHER"));
    complaint
        .by(WINDOW, "redirect", "{\"reason\":\"已进入诉讼程序\",\"whereToGo\":\"LITIGATION\"}")
        .is(200);
    Hall.Call owner = hall.as(People.resident(204));
    assertThat(owner.get(complaint.path()).is(200).text("/redirection/whereToGo")).contains("人民法院");
    Exchange english = owner.header("Accept-Language", "en").get(complaint.path()).is(200);
    assertThat(english.text("/redirection/whereToGo")).contains("court");
    assertThat(english.text("/redirection/destination")).isEqualTo("LITIGATION");
    assertThat(english.text("/stageName")).isNotBlank().doesNotContain("告知");
    assertThat(english.json().path("allowedActions").toString()).isEqualTo("[\"disclose\"]");
    complaint.by(WINDOW, "triage", Grievance.triage("D1", "OTHER")).is(409, "action-not-allowed");
    complaint.isWhole();
  }

  @Test
  @Needs(Need.TIME)
  void aDepartmentReturnsWithinOneWorkingDayAndItsClockRunsOn() {
    Grievance complaint =
        Grievance.filed(hall, People.resident(205), Grievance.aboutTheMatter())
            .triaged("D5")
            .assigned();
    hall.setTime("2026-11-24T17:29:00+08:00");
    complaint.by(HANDLER, "return-assignment", Grievance.reason("不属本单位")).is(200);
    assertThat(complaint.stage()).isEqualTo("TRIAGED");
    assertThat(complaint.due("ANSWER")).isEqualTo("2026-11-30T17:30:00+08:00");
    assertThat(waits(complaint, "HALL")).isTrue();
    assertThat(waits(complaint, DEPARTMENT)).isFalse();
    hall.as(HANDLER).get(complaint.path()).is(404, "not-found");

    complaint.assigned();
    hall.setTime("2026-11-25T17:30:05+08:00");
    complaint
        .by(HANDLER, "return-assignment", Grievance.reason("不属本单位"))
        .is(409, "action-not-allowed");
    assertThat(complaint.entries("ASSIGNMENT_STANDS").getFirst().path("at").asText())
        .isEqualTo("2026-11-25T17:30:00+08:00");
    complaint.isWhole();
  }

  @Test
  @Needs(Need.TIME)
  void theTimeForTheAnswerIsExtendedOnceAndOnlyBeforeItIsOver() {
    String extension = "{\"days\":2,\"reason\":\"须现场核查\"}";
    Grievance complaint =
        Grievance.filed(hall, People.resident(206), Grievance.aboutTheMatter())
            .triaged("D1")
            .assigned();
    complaint.by(HANDLER, "extend", extension.replace("2", "16")).is(400, "invalid-body");
    hall.setTime("2026-11-24T17:29:00+08:00");
    complaint.by(HANDLER, "extend", extension).is(200);
    assertThat(complaint.due("ANSWER")).isEqualTo("2026-11-24T17:30:00+08:00");
    complaint.by(People.SUPERVISOR, "approve-extension", "{}").is(200);
    assertThat(complaint.due("ANSWER")).isEqualTo("2026-11-26T17:30:00+08:00");
    complaint.by(HANDLER, "extend", extension).is(409, "action-not-allowed");

    hall.setTime(TheHall.NOW);
    Grievance late =
        Grievance.filed(hall, People.resident(206), Grievance.aboutTheMatter())
            .triaged("D1")
            .assigned();
    hall.setTime("2026-11-24T17:30:05+08:00");
    late.by(HANDLER, "extend", extension).is(409, "action-not-allowed");
    assertThat(late.due("ANSWER")).isEqualTo("2026-11-24T17:30:00+08:00");
  }

  @Test
  void anAnswerIsDisputedTwiceAtMostAndEachDisputeRaisesTheLevel() {
    Grievance complaint = Grievance.answered(hall, People.resident(207));
    for (int dispute = 1; dispute <= 2; dispute++) {
      complaint.disputed();
      assertThat(complaint.stage()).isEqualTo("ASSIGNED");
      assertThat(complaint.level()).isEqualTo(dispute);
      assertThat(waits(complaint, DEPARTMENT)).isTrue();
      assertThat(complaint.seen().path("disputes")).hasSize(dispute);
      assertThat(time(complaint.clock("ANSWER").path("startedAt").asText()))
          .isEqualTo(time(complaint.entries("DISPUTE").getLast().path("at").asText()));
      complaint
          .by(HANDLER, "return-assignment", Grievance.reason("不属本单位"))
          .is(409, "action-not-allowed");
      complaint.replied();
    }
    Exchange third =
        complaint.does("dispute", Grievance.reason("仍未解决")).is(409, "action-not-allowed");
    assertThat(third.json().path("allowedActions").toString())
        .contains("confirm")
        .doesNotContain("dispute");
    assertThat(complaint.seen().path("answers")).hasSize(3);
    complaint.isWhole();
  }

  @Test
  @Needs(Need.TIME)
  void theTimeToDisputeRunsFromTheAnswerAndItsLastInstantIsInTime() {
    hall.setTime("2026-11-24T11:00:00+08:00");
    Grievance disputed = Grievance.answered(hall, People.resident(208));
    Grievance silent = Grievance.answered(hall, People.resident(208));
    assertThat(disputed.due("DISPUTE")).isEqualTo("2026-12-04T23:59:59+08:00");
    hall.setTime("2026-12-04T23:59:10+08:00");
    disputed.disputed();
    hall.setTime("2026-12-05T00:00:00+08:00");
    silent.does("dispute", Grievance.reason("没有说清")).is(409, "action-not-allowed");
    assertThat(silent.stage()).isEqualTo("CLOSED");
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void whatNobodyDisputesTimeAloneClosesAndItCanBeRatedForFifteenDaysAndNoLonger() {
    Grievance rated = Grievance.answered(hall, People.resident(209));
    Grievance unrated = Grievance.answered(hall, People.resident(209));
    assertThat(rated.due("DISPUTE")).isEqualTo("2026-12-03T23:59:59+08:00");
    run();
    hall.setTime("2026-12-10T09:00:00+08:00");
    run();
    JsonNode line =
        StreamSupport.stream(
                hall.as(People.resident(209)).get("/v1/cases").json().path("items").spliterator(),
                false)
            .filter(one -> one.path("number").asText().equals(rated.number()))
            .findFirst()
            .orElseThrow();
    assertThat(line.path("stage").asText()).as("stored before anybody looked").isEqualTo("CLOSED");
    JsonNode closed = rated.entries("CLOSE_UNDISPUTED").getFirst();
    assertThat(closed.path("at").asText()).isEqualTo("2026-12-03T23:59:59+08:00");
    assertThat(closed.path("legalBasis").asText()).isNotBlank();
    assertThat(rated.due("RATING")).isEqualTo("2026-12-18T23:59:59+08:00");

    hall.setTime("2026-12-18T23:59:10+08:00");
    rated.does("rate", "{\"score\":2}").is(200);
    hall.setTime("2026-12-19T00:00:00+08:00");
    unrated.does("rate", "{\"score\":2}").is(409, "action-not-allowed");
    assertThat(unrated.entries("RATING_ENDS")).hasSize(1);
    unrated.isWhole();
    rated.isWhole();
  }

  @Test
  void aComplainantGivesUpAtAnyTimeBeforeTheEnd() {
    for (int step = 0; step < 4; step++) {
      Grievance complaint = givenUpAfter(step);
      complaint.does("withdraw", "{}").is(409, "action-not-allowed");
      assertThat(complaint.stage()).isEqualTo("WITHDRAWN");
      assertThat(waits(complaint, "HALL")).isFalse();
      assertThat(waits(complaint, DEPARTMENT)).isFalse();
      complaint.isWhole();
    }
  }

  @Test
  @Needs(Need.TIME)
  void whatWasGivenUpRests() {
    for (int step = 0; step < 4; step++) {
      Grievance complaint = givenUpAfter(step);
      int entries = complaint.timeline().size();
      hall.advance(Duration.ofDays(60));
      complaint.isWhole();
      assertThat(complaint.timeline()).hasSize(entries);
      hall.setTime(TheHall.NOW);
    }
  }

  private Grievance givenUpAfter(int step) {
    Grievance complaint = Grievance.filed(hall, People.resident(210), Grievance.aboutTheMatter());
    List<Runnable> steps =
        List.of(() -> complaint.triaged("D1"), complaint::assigned, complaint::replied);
    steps.subList(0, step).forEach(Runnable::run);
    complaint.does("withdraw", "{\"reason\":\"已办成\"}").is(200);
    return complaint;
  }

  @Test
  void whoIsComplainedAboutIsMaskedAndReadInFullOnlyOnTheRecord() {
    Grievance complaint = Grievance.filed(hall, People.resident(211), Grievance.about("欧阳一"));
    assertThat(complaint.seen().at("/about/officer").asText()).isEqualTo("欧*");
    assertThat(hall.as(WINDOW).get(complaint.path()).is(200).body()).doesNotContain("欧阳一");
    Exchange disclosed =
        complaint
            .by(WINDOW, "disclose", "{\"fields\":[\"about.officer\"],\"reason\":\"核实当事人\"}")
            .is(200);
    assertThat(disclosed.json().path("disclosed").path("about.officer").asText()).isEqualTo("欧阳一");
    assertThat(complaint.entries("DISCLOSE").getFirst().path("note").asText()).contains("核实当事人");
  }
}
