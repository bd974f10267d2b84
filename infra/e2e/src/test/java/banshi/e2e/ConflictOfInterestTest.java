package banshi.e2e;

import static banshi.e2e.Grievance.DEPARTMENT;
import static banshi.e2e.Grievance.HANDLER;
import static banshi.e2e.People.OTHER_WINDOW;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 回避: who may look at a complaint and do nothing with it. */
class ConflictOfInterestTest {
  private final Hall hall = TheHall.open();

  private Hall.Call named(Persona persona, String name) {
    return hall.with(hall.token(persona, Hall.JSON.createObjectNode().put("name", name)));
  }

  private static void isRecused(Hall.Call officer, Grievance complaint) {
    String etag = complaint.etag();
    Exchange read = officer.get(complaint.path()).is(200);
    assertThat(read.json().path("allowedActions")).isEmpty();
    assertThat(officer.get(complaint.path() + "/timeline").is(200).json().path("items"))
        .isNotEmpty();
    officer.get(complaint.path() + "/timeline/verification").is(200);
    officer.get(complaint.path() + "/similar").is(200);
    complaint.by(officer, "reply", Grievance.ANSWER).is(403, "conflict-of-interest");
    // Whatever version was read: a conflict does not go away by reading again.
    officer
        .match("\"1\"")
        .post(complaint.path() + "/actions/reply", Grievance.ANSWER)
        .is(403, "conflict-of-interest");
    assertThat(complaint.etag()).isEqualTo(etag);
  }

  private static void mayAct(Hall.Call officer, Grievance complaint) {
    assertThat(officer.get(complaint.path()).is(200).json().path("allowedActions")).isNotEmpty();
  }

  private Grievance assigned(int resident, ObjectNode body) {
    return Grievance.filed(hall, People.resident(resident), body).triaged("D5").assigned();
  }

  @Test
  void whoeverIsNamedIsRecusedByTheirNameAndByTheirAccount() {
    Persona handler = Persona.officer("badge-0042", DEPARTMENT);
    Grievance byName = assigned(230, Grievance.about("欧阳一"));
    isRecused(named(handler, "欧阳一"), byName);
    mayAct(named(handler, "欧阳二"), byName);
    mayAct(named(HANDLER, "欧阳二"), byName);

    Grievance byAccount = assigned(230, Grievance.about(" badge-0042 "));
    isRecused(named(handler, "欧阳一"), byAccount);
    mayAct(named(HANDLER, "欧阳一"), byAccount);
    byAccount.by(named(HANDLER, "欧阳一"), "reply", Grievance.ANSWER).is(200);
  }

  @Test
  void aNameWithAnotherCategoryIsAboutStaffAllTheSame() {
    ObjectNode body = Grievance.about("欧阳一").put("category", "MATERIALS");
    isRecused(named(HANDLER, "欧阳一"), assigned(231, body));
  }

  @Test
  void aSupervisorWhoIsNamedSupervisesOthers() {
    Grievance complaint = assigned(232, Grievance.about("欧阳一"));
    Hall.Call accused = named(Persona.supervisor(), "欧阳一");
    complaint.by(accused, "escalate", Grievance.reason("督办")).is(403, "conflict-of-interest");
    complaint
        .by(accused, "triage", Grievance.triage("D15", "STAFF", "放宽"))
        .is(403, "conflict-of-interest");
    complaint.by(named(SUPERVISOR, "欧阳二"), "escalate", Grievance.reason("督办")).is(200);
  }

  private String application(int resident) {
    String number =
        hall.as(People.resident(resident))
            .post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
            .is(201)
            .text("/number");
    hall.as(WINDOW)
        .match("\"1\"")
        .post("/v1/applications/" + number + "/actions/accept", "{}")
        .is(200);
    return number;
  }

  @Test
  void whoeverHandledTheRelatedCaseIsRecusedFromAComplaintAboutStaff() {
    String number = application(233);
    Grievance about =
        Grievance.filed(
            hall, People.resident(233), Grievance.body("STAFF").put("relatedCase", number));
    about.by(WINDOW, "triage", Grievance.triage("D5", "STAFF")).is(403, "conflict-of-interest");
    assertThat(hall.as(WINDOW).get(about.path()).is(200).json().path("allowedActions")).isEmpty();
    about.by(OTHER_WINDOW, "triage", Grievance.triage("D5", "STAFF")).is(200);
    about.by(OTHER_WINDOW, "assign", Grievance.assign(DEPARTMENT)).is(200);
    mayAct(hall.as(HANDLER), about);

    // Handling it later counts as well.
    String task =
        Paperwork.reviews(hall.as(HANDLER).get("/v1/applications/" + number).is(200).json())
            .getFirst()
            .path("id")
            .asText();
    hall.as(HANDLER)
        .match(hall.as(HANDLER).get("/v1/applications/" + number).etag())
        .post("/v1/applications/" + number + "/tasks/" + task + "/actions/claim", "{}")
        .is(200);
    isRecused(hall.as(HANDLER), about);
    about.by(Persona.officer("colleague", DEPARTMENT), "reply", Grievance.ANSWER).is(200);
  }

  @Test
  void whoeverHandledTheRelatedCaseMayAnswerAComplaintThatIsNotAboutStaff() {
    Grievance complaint =
        Grievance.filed(
            hall,
            People.resident(234),
            Grievance.body("MATERIALS").put("relatedCase", application(234)));
    complaint.triaged("D5");
    assertThat(complaint.stage()).isEqualTo("TRIAGED");
  }

  @Test
  void aConflictReachesEveryComplaintOfTheCluster() {
    Grievance aboutNobody = assigned(235, Grievance.aboutTheMatter());
    Grievance aboutStaff = assigned(236, Grievance.about("欧阳一"));
    Grievance third = assigned(237, Grievance.aboutTheMatter());
    Hall.Call accused = named(HANDLER, "欧阳一");
    mayAct(accused, aboutNobody);
    aboutNobody.by(named(SUPERVISOR, "欧阳二"), "merge", Grievance.cluster(third)).is(200);
    mayAct(accused, aboutNobody);
    aboutStaff.by(named(SUPERVISOR, "欧阳二"), "merge", Grievance.cluster(aboutNobody)).is(200);
    for (Grievance member : List.of(aboutNobody, aboutStaff, third)) {
      assertThat(member.seen().path("cluster").asText()).isEqualTo(third.number());
      isRecused(accused, member);
      mayAct(named(Persona.officer("colleague", DEPARTMENT), "欧阳二"), member);
    }
  }

  @Test
  void nobodyWhoIsInvolvedInAClusterMergesAnotherComplaintIntoIt() {
    Grievance aboutStaff = assigned(238, Grievance.about("欧阳一"));
    Grievance aboutNobody = assigned(239, Grievance.aboutTheMatter());
    String etag = aboutStaff.etag();
    aboutNobody
        .by(named(SUPERVISOR, "欧阳一"), "merge", Grievance.cluster(aboutStaff))
        .is(403, "conflict-of-interest");
    assertThat(aboutStaff.etag()).isEqualTo(etag);
    assertThat(aboutNobody.seen().has("cluster")).isFalse();
  }
}
