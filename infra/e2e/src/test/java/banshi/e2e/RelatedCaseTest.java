package banshi.e2e;

import static banshi.e2e.Grievance.HANDLER;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The case that a complaint is about: shown beside it, and named on both timelines. */
class RelatedCaseTest {
  private final Hall hall = TheHall.open();

  private String application(Persona owner) {
    return hall.as(owner)
        .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
        .is(201)
        .text("/number");
  }

  private void accept(String application) {
    hall.as(WINDOW)
        .match("\"1\"")
        .post("/v1/applications/" + application + "/actions/accept", "{}")
        .is(200);
  }

  private Grievance about(Persona owner, String application) {
    return Grievance.filed(hall, owner, Grievance.aboutTheMatter().put("relatedCase", application));
  }

  /** The timeline of the application, which is whole. */
  private List<JsonNode> timeline(Persona owner, String application) {
    String path = "/v1/applications/" + application + "/timeline";
    assertThat(hall.as(owner).get(path + "/verification").is(200).json().path("valid").asBoolean())
        .isTrue();
    List<JsonNode> entries = new ArrayList<>();
    hall.as(owner).get(path).is(200).json().path("items").forEach(entries::add);
    return entries;
  }

  private static List<String> links(List<JsonNode> timeline) {
    return timeline.stream()
        .filter(entry -> entry.path("action").asText().equals("LINK"))
        .map(entry -> entry.path("note").asText())
        .toList();
  }

  @Test
  void theHandlerSeesWhereTheCaseStandsAndWhereItStoodWhenTheComplaintCame() {
    Persona owner = People.resident(240);
    String application = application(owner);
    Grievance complaint = about(owner, application).triaged("D5").assigned();
    accept(application);
    JsonNode related = hall.as(HANDLER).get(complaint.path()).is(200).json().path("relatedCase");
    assertThat(related.path("number").asText()).isEqualTo(application);
    assertThat(related.path("stageWhenFiled").asText()).isEqualTo("RECEIVED");
    assertThat(related.path("stage").asText()).isEqualTo("ACCEPTED");
    assertThat(Paperwork.find(related.path("clocks"), "id", "PROMISED").path("state").asText())
        .isEqualTo("RUNNING");
  }

  @Test
  void aComplaintIsAboutACaseOfOnesOwnOnly() {
    Persona owner = People.resident(241);
    String application = application(People.resident(242));
    for (String number : List.of(application, "A2026112300000000", "nonsense")) {
      Exchange refused =
          hall.as(owner)
              .post(
                  "/v1/complaints",
                  Grievance.aboutTheMatter().put("relatedCase", number).toString())
              .is(400, "invalid-body");
      assertThat(refused.json().path("errors")).hasSize(1);
      assertThat(refused.text("/errors/0/pointer")).isEqualTo("/relatedCase");
      assertThat(refused.text("/errors/0/code")).isEqualTo("unknown-case");
    }
    assertThat(hall.as(owner).get("/v1/cases").is(200).json().path("items")).isEmpty();
  }

  @Test
  void movingTheCaseOnIsNamedOnBothTimelines() {
    Persona owner = People.resident(243);
    String application = application(owner);
    Grievance complaint = about(owner, application).triaged("D5").assigned();
    accept(application);
    complaint.replied();
    assertThat(links(complaint.timeline())).containsExactly(application);
    assertThat(links(timeline(owner, application))).containsExactly(complaint.number());
    assertThat(complaint.actions()).endsWith("REPLY", "LINK");
    complaint.isWhole();
  }

  @Test
  void whatResolvesNothingOrFindsTheCaseWhereItWasLinksNothing() {
    Persona owner = People.resident(244);
    String still = application(owner);
    Grievance unmoved = about(owner, still).triaged("D5").assigned();
    unmoved.replied();
    String moved = application(owner);
    Grievance unresolved = about(owner, moved).triaged("D5").assigned();
    accept(moved);
    unresolved.by(HANDLER, "reply", Grievance.reply("政策不允许", false)).is(200);
    for (Grievance complaint : List.of(unmoved, unresolved)) {
      assertThat(links(complaint.timeline())).isEmpty();
    }
    assertThat(links(timeline(owner, still))).isEmpty();
    assertThat(links(timeline(owner, moved))).isEmpty();
  }

  @Test
  @Needs(Need.TIME)
  void whatTimeHasMovedOnIsLinkedAndTimeKeepsItsOwnInstant() {
    Persona owner = People.resident(245);
    String application = application(owner);
    Grievance complaint = about(owner, application).triaged("D15").assigned();
    // Accepted by law on 30 November, and nobody has looked at it since.
    hall.setTime("2026-12-02T10:00:00+08:00");
    complaint.replied();
    List<JsonNode> timeline = timeline(owner, application);
    assertThat(timeline)
        .extracting(entry -> entry.path("action").asText())
        .containsSubsequence("SUBMIT", "DEEM_ACCEPTED", "LINK");
    assertThat(
            timeline.stream()
                .filter(entry -> entry.path("action").asText().equals("DEEM_ACCEPTED"))
                .map(entry -> entry.path("at").asText()))
        .containsExactly("2026-11-30T17:30:00+08:00");
    assertThat(links(timeline)).containsExactly(complaint.number());
    assertThat(links(complaint.timeline())).containsExactly(application);
  }

  @Test
  @Needs(Need.TIME)
  void whatTimeHadMovedBeforeTheComplaintCameIsNotMovedByIt() {
    Persona owner = People.resident(246);
    String application = application(owner);
    hall.setTime("2026-12-02T10:00:00+08:00");
    Grievance complaint = about(owner, application).triaged("D5").assigned();
    assertThat(complaint.seen().at("/relatedCase/stageWhenFiled").asText()).isEqualTo("ACCEPTED");
    complaint.replied();
    assertThat(links(complaint.timeline())).isEmpty();
  }

  @Test
  void aComplaintMayBeAboutAComplaint() {
    Persona owner = People.resident(247);
    Grievance first = Grievance.filed(hall, owner, Grievance.aboutTheMatter());
    Grievance second = about(owner, first.number()).triaged("D5").assigned();
    first.triaged("D1");
    second.replied();
    assertThat(links(second.timeline())).containsExactly(first.number());
    assertThat(links(first.timeline())).containsExactly(second.number());
    first.isWhole();
    second.isWhole();
  }
}
