package banshi.e2e;

import static banshi.e2e.Inquiry.MATTER;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A question becomes an application or a complaint, and both name each other. */
class ConversionTest {
  private final Hall hall = TheHall.open();

  private List<String> links(Persona owner, String path) {
    assertThat(
            hall.as(owner)
                .get(path + "/timeline/verification")
                .is(200)
                .json()
                .path("valid")
                .asBoolean())
        .isTrue();
    List<String> links = new ArrayList<>();
    for (JsonNode entry : hall.as(owner).get(path + "/timeline").is(200).json().path("items")) {
      if (entry.path("action").asText().equals("LINK")) {
        links.add(entry.path("note").asText());
      }
    }
    return links;
  }

  private JsonNode drafts(Persona owner) {
    return hall.as(owner).get("/v1/drafts").is(200).json().path("items");
  }

  /** The complaint that a conversion wrote out, with what it leaves to whoever asked. */
  private static ObjectNode complaint(JsonNode seen) {
    ObjectNode body = seen.at("/conversion/complaint").deepCopy();
    return body.put("category", "OTHER").put("wanted", "请给个明确的说法");
  }

  @Test
  void anApplicationBeginsAsADraftAndIsNamedOnBothTimelines() {
    Persona owner = People.resident(420);
    Inquiry inquiry = Inquiry.answered(hall, owner);
    Exchange converted = inquiry.does("convert", Inquiry.into("APPLICATION")).is(200);
    String draftId = converted.text("/conversion/draftId");
    assertThat(converted.text("/stage")).isEqualTo("CONVERTED");
    assertThat(drafts(owner)).hasSize(1);
    JsonNode draft = drafts(owner).get(0);
    assertThat(draft.path("draftId").asText()).isEqualTo(draftId);
    assertThat(draft.at("/content/matterCode").asText()).isEqualTo(MATTER);
    assertThat(draft.at("/content/consultation").asText()).isEqualTo(inquiry.number());
    assertThat(inquiry.clock("FOLLOW_UP").path("state").asText()).isEqualTo("STOPPED");
    hall.as(People.resident(421)).get("/v1/drafts/" + draftId).is(404, "not-found");

    // It is filled in like any other, and checked like any other.
    ObjectNode filled = draft.path("content").deepCopy();
    filled.putObject("form").put("applicantPhone", "13800000000");
    hall.as(owner).put("/v1/drafts/" + draftId, filled.toString()).is(200);
    hall.as(owner).ask("/v1/drafts/" + draftId + "/validation", "{}").is(200);

    ObjectNode body = Paperwork.matter(MATTER).put("draftId", draftId);
    body.put("consultation", draft.at("/content/consultation").asText());
    Exchange submitted = hall.as(owner).post("/v1/applications", body.toString()).is(201);
    String application = "/v1/applications/" + submitted.text("/number");
    assertThat(hall.as(owner).get(application).is(200).text("/consultation"))
        .isEqualTo(inquiry.number());
    assertThat(links(owner, application)).containsExactly(inquiry.number());
    assertThat(links(owner, inquiry.path())).containsExactly(submitted.text("/number"));
    assertThat(drafts(owner)).isEmpty();
    inquiry.isWhole();
  }

  @Test
  void fromEveryStageTheClockStopsAndNobodyOwesAnAnswer() {
    Persona owner = People.resident(422);
    for (int step = 0; step < 4; step++) {
      Inquiry inquiry = Inquiry.asked(hall, owner, Inquiry.aboutTheMatter());
      List<Runnable> steps =
          List.of(
              inquiry::assigned,
              inquiry::answered,
              () -> inquiry.does("follow-up", Inquiry.text("再问")).is(200));
      steps.subList(0, step).forEach(Runnable::run);
      inquiry.does("convert", Inquiry.into(step % 2 == 0 ? "APPLICATION" : "COMPLAINT")).is(200);
      for (JsonNode clock : inquiry.seen().path("clocks")) {
        assertThat(clock.path("state").asText())
            .as("step %s: %s", step, clock)
            .isIn("STOPPED", "NOT_STARTED");
      }
      assertThat(inquiry.clock("ANSWER").path("state").asText()).isEqualTo("STOPPED");
      assertThat(inquiry.waits("HALL")).isEmpty();
      assertThat(inquiry.waits(Inquiry.DEPARTMENT)).isEmpty();
      inquiry.does("convert", Inquiry.into("COMPLAINT")).is(409, "action-not-allowed");
      inquiry.isWhole();
    }
    assertThat(drafts(owner)).hasSize(2);
  }

  @Test
  @Needs(Need.TIME)
  void aConvertedQuestionIsNotClosedByTime() {
    Inquiry inquiry = Inquiry.answered(hall, People.resident(423));
    inquiry.does("convert", Inquiry.into("COMPLAINT")).is(200);
    hall.setTime("2026-12-10T10:00:00+08:00");
    assertThat(inquiry.stage()).isEqualTo("CONVERTED");
    inquiry.isWhole();
  }

  @Test
  void theMatterIsNamedAtTheLatestWhenItBecomesAnApplication() {
    Persona owner = People.resident(424);
    Inquiry inquiry = Inquiry.asked(hall, owner, Inquiry.body());
    inquiry.does("convert", Inquiry.into("APPLICATION", MATTER)).is(200);
    assertThat(drafts(owner).at("/0/content/matterCode").asText()).isEqualTo(MATTER);
  }

  @Test
  void aComplaintIsWrittenOutFiledAndNamedOnBothTimelines() {
    Persona owner = People.resident(425);
    Inquiry inquiry = Inquiry.asked(hall, owner, Inquiry.aboutTheMatter()).assigned();
    JsonNode seen = inquiry.does("convert", Inquiry.into("COMPLAINT")).is(200).json();
    ObjectNode body = complaint(seen);
    assertThat(body.path("relatedCase").asText()).isEqualTo(inquiry.number());
    assertThat(body.path("matterCode").asText()).isEqualTo(MATTER);
    assertThat(body.path("department").asText()).isEqualTo(Inquiry.DEPARTMENT);
    assertThat(body.path("description").asText()).contains("开小吃店", "要先办哪个证");
    Grievance complaint = Grievance.filed(hall, owner, body);
    assertThat(links(owner, complaint.path())).containsExactly(inquiry.number());
    assertThat(links(owner, inquiry.path())).containsExactly(complaint.number());
    assertThat(complaint.seen().at("/relatedCase/number").asText()).isEqualTo(inquiry.number());
    // The complaint goes its own way, and what it came of stays where it was.
    complaint.triaged("D5").assigned().replied().isWhole();
    assertThat(inquiry.stage()).isEqualTo("CONVERTED");
    inquiry.isWhole();
    assertThat(hall.as(owner).get("/v1/cases").json().path("items")).hasSize(2);
  }

  @Test
  void theLongestQuestionAndOneThatTheWindowAnsweredMakeAComplaintThatCanBeFiled() {
    Persona owner = People.resident(426);
    ObjectNode longest =
        Inquiry.body().put("topic", "题".repeat(100)).put("question", "问".repeat(2000));
    Inquiry inquiry = Inquiry.asked(hall, owner, longest).answered(WINDOW, "请到窗口");
    JsonNode seen = inquiry.does("convert", Inquiry.into("COMPLAINT")).is(200).json();
    Grievance complaint = Grievance.filed(hall, owner, complaint(seen));
    assertThat(complaint.seen().path("description").asText()).contains("问".repeat(1500));
    assertThat(links(owner, inquiry.path())).containsExactly(complaint.number());
  }
}
