package banshi.e2e;

import static banshi.e2e.ComplaintRacesTest.done;
import static banshi.e2e.ComplaintRacesTest.together;
import static banshi.e2e.Inquiry.ADVISER;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Many hands on one consultation at once: each time one order of events holds. */
class ConsultationRacesTest {
  private static final int TIMES = 8;

  private final Hall hall = TheHall.open();

  private static Callable<Exchange> does(
      Hall.Call caller, Inquiry inquiry, String act, String body) {
    return () -> caller.post(inquiry.path() + "/actions/" + act, body);
  }

  @Test
  void anAnswerAndAWithdrawalOfOneVersionAreOneOfTheTwo() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Inquiry inquiry =
          Inquiry.asked(hall, People.resident(440), Inquiry.aboutTheMatter()).assigned();
      String etag = inquiry.etag();
      List<Exchange> answers =
          together(
              List.of(
                  does(hall.as(ADVISER).match(etag), inquiry, "answer", Inquiry.text("可以")),
                  does(hall.as(inquiry.owner()).match(etag), inquiry, "withdraw", "{}")));
      assertThat(done(answers)).isEqualTo(1);
      assertThat(answers).extracting(Exchange::status).containsAnyOf(409, 412);
      boolean answered = answers.getFirst().status() == 200;
      assertThat(inquiry.stage()).isEqualTo(answered ? "ANSWERED" : "WITHDRAWN");
      assertThat(inquiry.seen().path("answers")).hasSize(answered ? 1 : 0);
      inquiry.isWhole();
    }
  }

  @Test
  void whatIsTurnedIntoACaseTwiceAtOnceBecomesOne() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Persona owner = People.resident(441 + i);
      Inquiry inquiry = Inquiry.answered(hall, owner);
      Hall.Call asker = hall.as(owner);
      List<Exchange> answers =
          together(
              List.of(
                  does(asker, inquiry, "convert", Inquiry.into("APPLICATION")),
                  does(asker, inquiry, "convert", Inquiry.into("APPLICATION")),
                  does(asker, inquiry, "convert", Inquiry.into("COMPLAINT"))));
      assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 409, 409);
      boolean complains = answers.getLast().status() == 200;
      assertThat(asker.get("/v1/drafts").is(200).json().path("items")).hasSize(complains ? 0 : 1);
      assertThat(inquiry.seen().at("/conversion/to").asText())
          .isEqualTo(complains ? "COMPLAINT" : "APPLICATION");
      assertThat(inquiry.entries("CONVERT")).hasSize(1);
      inquiry.isWhole();
    }
  }

  @Test
  void oneMoreQuestionIsOneHoweverOftenItIsSent() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Inquiry inquiry = Inquiry.answered(hall, People.resident(450));
      Hall.Call asker = hall.as(inquiry.owner());
      List<Exchange> answers =
          together(
              List.of(
                  does(asker, inquiry, "follow-up", Inquiry.text("甲")),
                  does(asker, inquiry, "follow-up", Inquiry.text("乙"))));
      assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 409);
      assertThat(inquiry.seen().at("/followUp/text").asText())
          .isEqualTo(answers.getFirst().status() == 200 ? "甲" : "乙");
      assertThat(inquiry.entries("FOLLOW_UP")).hasSize(1);
      inquiry.isWhole();
    }
  }

  @Test
  void ofTwoPublicationsOfOneVersionOneIsReadByEverybody() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Inquiry inquiry = Inquiry.answered(hall, People.resident(451));
      String etag = inquiry.etag();
      List<Exchange> answers =
          together(
              List.of(
                  does(
                      hall.as(ADVISER).match(etag),
                      inquiry,
                      "publish",
                      Inquiry.publication("部门的说法", "甲")),
                  does(
                      hall.as(WINDOW).match(etag),
                      inquiry,
                      "publish",
                      Inquiry.publication("窗口的说法", "乙"))));
      assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 412);
      String won = answers.getFirst().status() == 200 ? "甲" : "乙";
      JsonNode publication = inquiry.seen().path("publication");
      assertThat(publication.path("text").asText()).isEqualTo(won);
      String known = "/v1/knowledge/" + publication.path("knowledgeId").asText();
      assertThat(hall.anybody().get(known).is(200).text("/text")).isEqualTo(won);
      inquiry.isWhole();
    }
  }

  @Test
  void whatIsPublishedAnewAndTakenDownAtOnceIsThereOrNotInBothPlaces() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Inquiry inquiry = Inquiry.answered(hall, People.resident(452));
      String id =
          inquiry
              .by(ADVISER, "publish", Inquiry.publication("旧说法", "旧"))
              .is(200)
              .text("/publication/knowledgeId");
      String etag = inquiry.etag();
      List<Exchange> answers =
          together(
              List.of(
                  does(
                      hall.as(ADVISER).match(etag),
                      inquiry,
                      "publish",
                      Inquiry.publication("新说法", "新")),
                  does(hall.as(WINDOW).match(etag), inquiry, "unpublish", Inquiry.reason("有误"))));
      assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 412);
      boolean there = answers.getFirst().status() == 200;
      hall.anybody().get("/v1/knowledge/" + id).is(there ? 200 : 404);
      assertThat(inquiry.seen().has("publication")).isEqualTo(there);
      inquiry.isWhole();
    }
  }

  @Test
  void aQuestionSentManyTimesUnderOneKeyIsOneWithOneAnswer() throws Exception {
    Persona owner = People.resident(453);
    Hall.Call asker = hall.as(owner).key(UUID.randomUUID().toString());
    String body = Inquiry.aboutTheMatter().toString();
    List<Exchange> answers =
        together(Collections.nCopies(20, () -> asker.post("/v1/consultations", body)));
    assertThat(answers).extracting(Exchange::status).containsOnly(201);
    assertThat(answers.stream().map(Exchange::body).distinct()).hasSize(1);
    assertThat(answers.stream().filter(a -> a.header("Idempotent-Replayed").isEmpty())).hasSize(1);
    assertThat(hall.as(owner).get("/v1/cases").is(200).json().path("items")).hasSize(1);
    asker
        .post("/v1/consultations", Inquiry.body().put("mayPublish", false).toString())
        .is(422, "idempotency-key-reused");
  }

  @Test
  void whatIsFiledOfOneQuestionAtOnceIsAllNamedOnItsTimeline() throws Exception {
    Persona owner = People.resident(454);
    Inquiry inquiry = Inquiry.answered(hall, owner);
    JsonNode converted = inquiry.does("convert", Inquiry.into("COMPLAINT")).is(200).json();
    String complaint =
        converted
            .at("/conversion/complaint")
            .<ObjectNode>deepCopy()
            .put("category", "OTHER")
            .put("wanted", "请给个说法")
            .toString();
    String application =
        Paperwork.matter(Inquiry.MATTER).put("consultation", inquiry.number()).toString();
    Hall.Call asker = hall.as(owner);
    List<Exchange> answers =
        together(
            List.of(
                () -> asker.post("/v1/complaints", complaint),
                () -> asker.post("/v1/complaints", complaint),
                () -> asker.post("/v1/applications", application),
                () -> asker.post("/v1/applications", application)));
    assertThat(answers).extracting(Exchange::status).containsOnly(201);
    assertThat(inquiry.entries("LINK"))
        .extracting(entry -> entry.path("note").asText())
        .containsExactlyInAnyOrderElementsOf(
            answers.stream().map(answer -> answer.text("/number")).toList());
    inquiry.isWhole();
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void theLastWordAndTheTimerAgreeOnWhichCameFirst() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      hall.setTime(TheHall.NOW);
      Inquiry inquiry = Inquiry.answered(hall, People.resident(455));
      hall.setTime("2026-12-03T23:59:40+08:00");
      Hall.Call asker = hall.as(inquiry.owner());
      List<Exchange> answers =
          together(
              List.of(
                  () -> {
                    hall.setTime("2026-12-04T00:00:05+08:00");
                    return hall.runReminder();
                  },
                  does(asker, inquiry, "follow-up", Inquiry.text("还有一问"))));
      boolean asked = answers.getLast().status() == 200;
      if (!asked) {
        answers.getLast().is(409, "action-not-allowed");
      }
      hall.setTime("2026-12-04T00:00:15+08:00");
      assertThat(inquiry.stage()).isEqualTo(asked ? "FOLLOW_UP" : "CLOSED");
      assertThat(inquiry.entries("CLOSE_SILENT")).hasSize(asked ? 0 : 1);
      inquiry.isWhole();
    }
  }
}
