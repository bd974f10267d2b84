package banshi.e2e;

import static banshi.e2e.Inquiry.ADVISER;
import static banshi.e2e.Inquiry.DEPARTMENT;
import static banshi.e2e.Inquiry.EXTENSION;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Consultations (咨询) from the question to the answer, and what becomes of them. */
class ConsultationTest {
  private final Hall hall = TheHall.open();

  private void run() {
    hall.runReminder().is(200);
  }

  @Test
  void fromTheQuestionToTheRatingItIsWhereItsNextStepIs() {
    Inquiry inquiry = Inquiry.asked(hall, People.resident(400), Inquiry.aboutTheMatter());
    String due = hall.due(inquiry.received().text("/receivedAt"), 3, "WORKING_DAYS");
    assertThat(inquiry.received().text("/receipt/answerDueAt")).isEqualTo(due);
    assertThat(inquiry.received().text("/applicant/name")).isEqualTo("张*");
    assertThat(inquiry.due("ANSWER")).isEqualTo(due);
    assertThat(inquiry.waits("HALL")).isPresent();
    assertThat(inquiry.waits(DEPARTMENT)).isEmpty();
    assertThat(inquiry.told("HALL", "CONSULTATION_ARRIVED")).isPresent();
    assertThat(inquiry.told("CONSULTATION_RECEIVED")).isPresent();
    hall.as(ADVISER).get(inquiry.path()).is(404, "not-found");

    inquiry.assigned();
    assertThat(inquiry.waits("HALL")).isEmpty();
    assertThat(inquiry.waits(DEPARTMENT).orElseThrow().path("dueAt").asText()).isEqualTo(due);
    assertThat(inquiry.told(DEPARTMENT, "CONSULTATION_ASSIGNED")).isPresent();

    inquiry.by(ADVISER, "answer", "{\"text\":\"先办营业执照\",\"references\":[\"食品安全法第三十五条\"]}").is(200);
    JsonNode answered = inquiry.seen();
    assertThat(answered.path("stage").asText()).isEqualTo("ANSWERED");
    assertThat(answered.at("/answers/0/text").asText()).isEqualTo("先办营业执照");
    assertThat(answered.at("/answers/0/department").asText()).isEqualTo(DEPARTMENT);
    assertThat(answered.at("/answers/0/references").toString()).isEqualTo("[\"食品安全法第三十五条\"]");
    assertThat(inquiry.clock("ANSWER").path("state").asText()).isEqualTo("STOPPED");
    assertThat(inquiry.waits(DEPARTMENT)).isEmpty();
    assertThat(inquiry.told("CONSULTATION_ANSWERED")).isPresent();

    inquiry.does("accept-answer", "{}").is(200);
    assertThat(inquiry.stage()).isEqualTo("CLOSED");
    inquiry.does("rate", "{\"score\":5,\"comment\":\"说得清楚\"}").is(200);
    assertThat(inquiry.seen().at("/rating/score").asInt()).isEqualTo(5);
    inquiry.does("rate", "{\"score\":1}").is(409, "action-not-allowed");
    assertThat(inquiry.actions())
        .containsExactly("ASK", "ASSIGN", "ANSWER", "ACCEPT_ANSWER", "RATE");
    assertThat(inquiry.listed().path("kind").asText()).isEqualTo("CONSULTATION");
    assertThat(inquiry.listed().path("stage").asText()).isEqualTo("CLOSED");
    inquiry.isWhole();
  }

  @Test
  void theWindowAnswersAtOnceAndTheSuggestionsShownAreKept() {
    String known =
        Inquiry.published(hall, People.resident(401), Inquiry.body(), "先照后证", "先办营业执照，再办许可。");
    var body = Inquiry.body();
    body.putArray("suggestions").add(known).add("review-points:MR-FOOD-NEW");
    Inquiry inquiry = Inquiry.asked(hall, People.resident(401), body);
    assertThat(inquiry.seen().path("suggestions").toString())
        .isEqualTo("[\"" + known + "\",\"review-points:MR-FOOD-NEW\"]");
    inquiry
        .by(
            WINDOW,
            "answer",
            Hall.JSON.createObjectNode().put("text", "先办营业执照").put("knowledgeId", known).toString())
        .is(200);
    assertThat(inquiry.stage()).isEqualTo("ANSWERED");
    assertThat(inquiry.seen().at("/answers/0/knowledgeId").asText()).isEqualTo(known);
    assertThat(inquiry.seen().at("/answers/0/department").asText()).isEqualTo("HALL");
    assertThat(inquiry.waits("HALL")).isEmpty();
    inquiry.isWhole();
  }

  @Test
  void aMatterWithALimitOfItsOwnIsAnsweredInThatAndItIsExtendedOnce() {
    Inquiry inquiry =
        Inquiry.asked(
            hall, People.resident(402), Inquiry.body().put("matterCode", "PS-BIRTH-HUKOU"));
    String received = inquiry.received().text("/receivedAt");
    assertThat(inquiry.due("ANSWER")).isEqualTo(hall.due(received, 1, "WORKING_DAYS"));
    inquiry.assigned();
    inquiry.by(ADVISER, "extend", EXTENSION.replace("须会商", "")).is(400, "invalid-body");
    inquiry.by(ADVISER, "extend", EXTENSION.replace("2", "6")).is(400, "invalid-body");
    inquiry.by(ADVISER, "extend", EXTENSION).is(200);
    assertThat(inquiry.told("EXTENDED")).isEmpty();
    inquiry.by(People.SUPERVISOR, "approve-extension", "{}").is(200);
    String extended = hall.due(received, 3, "WORKING_DAYS");
    assertThat(inquiry.due("ANSWER")).isEqualTo(extended);
    assertThat(inquiry.waits(DEPARTMENT).orElseThrow().path("dueAt").asText()).isEqualTo(extended);
    assertThat(inquiry.told("EXTENDED")).isPresent();
    inquiry.by(ADVISER, "extend", EXTENSION).is(409, "action-not-allowed");
    assertThat(inquiry.entries("EXTEND").getFirst().path("note").asText()).contains("须会商");
    inquiry.answered();
    inquiry.does("follow-up", Inquiry.text("要本人去吗")).is(200);
    inquiry.by(ADVISER, "extend", EXTENSION).is(409, "action-not-allowed");
    inquiry.isWhole();
  }

  @Test
  @Needs(Need.TIME)
  void whatIsLateIsNotExtended() {
    Inquiry late = Inquiry.asked(hall, People.resident(402), Inquiry.body()).assigned();
    hall.setTime("2026-11-26T17:30:05+08:00");
    late.by(ADVISER, "extend", EXTENSION).is(409, "action-not-allowed");
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void oneMoreQuestionIsAnsweredInAsMuchTimeAndThereIsNoThird() {
    Inquiry inquiry = Inquiry.answered(hall, People.resident(403));
    hall.setTime("2026-11-25T11:00:00+08:00");
    inquiry.does("follow-up", Inquiry.text("外卖也要办吗")).is(200);
    assertThat(inquiry.stage()).isEqualTo("FOLLOW_UP");
    assertThat(inquiry.seen().at("/followUp/text").asText()).isEqualTo("外卖也要办吗");
    assertThat(inquiry.due("ANSWER")).isEqualTo("2026-11-30T17:30:00+08:00");
    assertThat(inquiry.clock("FOLLOW_UP").path("state").asText()).isEqualTo("STOPPED");
    assertThat(inquiry.waits(DEPARTMENT)).isPresent();
    assertThat(inquiry.told(DEPARTMENT, "CONSULTATION_FOLLOWED_UP")).isPresent();
    // The time to say something is over only for an answer.
    hall.setTime("2026-12-08T10:00:00+08:00");
    run();
    assertThat(inquiry.stage()).isEqualTo("FOLLOW_UP");

    inquiry.answered(ADVISER, "外卖同样要办");
    assertThat(inquiry.seen().path("answers")).hasSize(2);
    Exchange second = inquiry.does("follow-up", Inquiry.text("还有")).is(409, "action-not-allowed");
    assertThat(second.json().path("allowedActions").toString())
        .contains("accept-answer", "convert")
        .doesNotContain("follow-up");
    assertThat(inquiry.due("FOLLOW_UP")).isEqualTo("2026-12-18T23:59:59+08:00");
    inquiry.isWhole();
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void anAnswerToWhichNothingIsSaidForTenDaysClosesItWhoeverLooksFirst() {
    Inquiry swept = Inquiry.answered(hall, People.resident(404));
    Inquiry looked = Inquiry.answered(hall, People.resident(404));
    Inquiry last = Inquiry.answered(hall, People.resident(404));
    assertThat(swept.due("FOLLOW_UP")).isEqualTo("2026-12-03T23:59:59+08:00");
    hall.setTime("2026-12-03T23:59:10+08:00");
    last.does("follow-up", Inquiry.text("最后一刻")).is(200);
    hall.setTime("2026-12-04T00:00:00+08:00");
    looked.does("follow-up", Inquiry.text("太晚了")).is(409, "action-not-allowed");
    assertThat(looked.stage()).isEqualTo("CLOSED");
    run();
    hall.setTime("2026-12-10T09:00:00+08:00");
    run();
    assertThat(swept.listed().path("stage").asText()).as("stored, unseen").isEqualTo("CLOSED");
    assertThat(swept.told("CONSULTATION_CLOSED")).isPresent();
    for (Inquiry inquiry : List.of(swept, looked)) {
      JsonNode closed = inquiry.entries("CLOSE_SILENT").getFirst();
      assertThat(closed.path("at").asText()).isEqualTo("2026-12-03T23:59:59+08:00");
      assertThat(closed.path("legalBasis").asText()).isNotBlank();
      inquiry.isWhole();
    }
    assertThat(last.stage()).isEqualTo("FOLLOW_UP");
    swept.does("rate", "{\"score\":3}").is(200);
    hall.setTime("2026-12-19T00:00:00+08:00");
    looked.does("rate", "{\"score\":3}").is(409, "action-not-allowed");
  }

  @Test
  void whatDoesNotBelongHereIsToldWhereToGo() {
    String redirect = "{\"reason\":\"属法院受理\",\"whereToGo\":\"区人民法院立案庭\"}";
    Inquiry asked = Inquiry.asked(hall, People.resident(405), Inquiry.body());
    asked.by(WINDOW, "redirect", redirect).is(200);
    Inquiry assigned = Inquiry.asked(hall, People.resident(405), Inquiry.body()).assigned();
    assigned.by(ADVISER, "redirect", redirect).is(200);
    for (Inquiry inquiry : List.of(asked, assigned)) {
      JsonNode seen = hall.as(inquiry.owner()).get(inquiry.path()).is(200).json();
      assertThat(seen.path("stage").asText()).isEqualTo("REDIRECTED");
      assertThat(seen.at("/redirection/whereToGo").asText()).isEqualTo("区人民法院立案庭");
      assertThat(inquiry.told("CONSULTATION_REDIRECTED")).isPresent();
      assertThat(inquiry.clock("ANSWER").path("state").asText()).isEqualTo("STOPPED");
      assertThat(inquiry.waits("HALL")).isEmpty();
      assertThat(inquiry.waits(DEPARTMENT)).isEmpty();
      inquiry.does("withdraw", "{}").is(409, "action-not-allowed");
      inquiry.isWhole();
    }
  }

  @Test
  void whoAskedGivesItUpAtAnyTime() {
    for (int step = 0; step < 4; step++) {
      Inquiry inquiry = givenUpAfter(step);
      assertThat(inquiry.stage()).isEqualTo("WITHDRAWN");
      inquiry.does("withdraw", "{}").is(409, "action-not-allowed");
      assertThat(inquiry.waits("HALL")).isEmpty();
      assertThat(inquiry.waits(DEPARTMENT)).isEmpty();
      assertThat(inquiry.clock("ANSWER").path("state").asText()).isEqualTo("STOPPED");
      inquiry.isWhole();
    }
  }

  @Test
  @Needs(Need.TIME)
  void whatWasGivenUpRests() {
    for (int step = 0; step < 4; step++) {
      hall.setTime(TheHall.NOW);
      Inquiry inquiry = givenUpAfter(step);
      int entries = inquiry.timeline().size();
      hall.setTime("2027-01-20T10:00:00+08:00");
      inquiry.isWhole();
      assertThat(inquiry.timeline()).hasSize(entries);
    }
  }

  private Inquiry givenUpAfter(int step) {
    Inquiry inquiry = Inquiry.asked(hall, People.resident(406), Inquiry.body());
    List<Runnable> steps =
        List.of(
            inquiry::assigned,
            inquiry::answered,
            () -> inquiry.does("follow-up", Inquiry.text("再问")).is(200));
    steps.subList(0, step).forEach(Runnable::run);
    inquiry.does("withdraw", "{\"reason\":\"已经知道了\"}").is(200);
    return inquiry;
  }

  @Test
  void whoeverHoldsTheReceiptSeesWhereItStandsAndNoWordOfIt() {
    Inquiry inquiry = Inquiry.answered(hall, People.resident(407));
    String body = receipt(inquiry);
    Exchange tracked = hall.anybody().ask("/v1/tracking", body).is(200);
    assertThat(tracked.text("/stage")).isEqualTo("ANSWERED");
    assertThat(tracked.json().at("/timeline/items")).hasSize(3);
    assertThat(tracked.body()).doesNotContain("小吃店", "营业执照", "张");
    assertThat(hall.as(inquiry.owner()).get(inquiry.path()).json().has("receipt"))
        .as("the code is given once")
        .isFalse();
    hall.anybody()
        .ask("/v1/tracking", body.replaceAll("\"code\":\"[^\"]+\"", "\"code\":\"WRONG\""))
        .is(404, "not-found");
  }

  private static String receipt(Inquiry inquiry) {
    return Hall.JSON
        .createObjectNode()
        .put("number", inquiry.number())
        .put("code", inquiry.received().text("/receipt/code"))
        .toString();
  }

  @Test
  @Needs(Need.TIME)
  void whatTimeAloneClosesTheOnlookerSeesBeforeAnybodyHasStoredIt() {
    Inquiry inquiry = Inquiry.answered(hall, People.resident(407));
    hall.setTime("2026-12-04T00:00:30+08:00");
    assertThat(hall.anybody().ask("/v1/tracking", receipt(inquiry)).is(200).text("/stage"))
        .isEqualTo("CLOSED");
  }

  @Test
  void anotherDepartmentTakesItOverAndTheFirstNoLongerSeesIt() {
    Inquiry inquiry = Inquiry.asked(hall, People.resident(408), Inquiry.body()).assigned();
    inquiry.by(WINDOW, "assign", Inquiry.department("TAX")).is(200);
    assertThat(inquiry.waits(DEPARTMENT)).isEmpty();
    assertThat(inquiry.waits("TAX")).isPresent();
    hall.as(ADVISER).get(inquiry.path()).is(404, "not-found");
    inquiry.answered(People.officerOf("TAX"), "到办税服务厅登记");
    assertThat(inquiry.seen().path("assignedTo").asText()).isEqualTo("TAX");
    assertThat(OffsetDateTime.parse(inquiry.clock("ANSWER").path("startedAt").asText()))
        .isEqualTo(OffsetDateTime.parse(inquiry.seen().path("receivedAt").asText()));
    inquiry.isWhole();
  }
}
