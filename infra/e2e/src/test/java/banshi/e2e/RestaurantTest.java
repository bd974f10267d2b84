package banshi.e2e;

import static banshi.e2e.People.NEIGHBOUR;
import static banshi.e2e.People.RESIDENT;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static banshi.e2e.People.officerOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Applications as people live through them. */
class RestaurantTest {
  private final Hall hall = TheHall.open();

  private String submit(String body) {
    return hall.as(RESIDENT).post("/v1/applications", body).is(201).text("/number");
  }

  private Exchange read(String number) {
    return hall.as(WINDOW).get("/v1/applications/" + number).is(200);
  }

  private Exchange window(String number, String action, String body) {
    return hall.as(WINDOW)
        .match(read(number).etag())
        .post("/v1/applications/" + number + "/actions/" + action, body);
  }

  private Exchange lead(String number, String department, String action, String body) {
    return hall.as(officerOf(department))
        .match(read(number).etag())
        .post("/v1/applications/" + number + "/actions/" + action, body);
  }

  private void review(String number) {
    for (JsonNode task : Paperwork.reviews(read(number).json())) {
      Hall.Call officer = hall.as(officerOf(task.path("department").asText()));
      String path =
          "/v1/applications/" + number + "/tasks/" + task.path("id").asText() + "/actions/";
      String etag = officer.match(read(number).etag()).post(path + "claim", "{}").is(200).etag();
      officer.match(etag).post(path + "complete", "{\"opinion\":\"PASS\"}").is(200);
    }
  }

  @Test
  void aPackageIsDecidedMatterByMatterAndOneDenialLeavesTheOthersStanding() {
    Exchange received =
        hall.as(RESIDENT).post("/v1/applications", Paperwork.restaurant().toString()).is(201);
    String number = received.text("/number");
    assertThat(received.json().path("precheck").path("faults")).isNotEmpty();
    assertThat(received.text("/applicant/name")).isEqualTo("张*");
    assertThat(window(number, "accept", "{}").is(200).text("/acceptance")).isEqualTo("EXPRESS");
    review(number);
    JsonNode matters = read(number).json().path("matters");
    assertThat(matters).hasSize(4);
    for (JsonNode matter : matters) {
      String code = matter.path("code").asText();
      lead(
              number,
              matter.path("department").asText(),
              "decide",
              code.equals("TB-RETAIL") ? Paperwork.denied(code) : Paperwork.granted(code))
          .is(200);
    }
    JsonNode decided = read(number).json();
    assertThat(decided.path("stage").asText()).isEqualTo("DECIDED");
    JsonNode denial = Paperwork.find(decided.path("matters"), "code", "TB-RETAIL").path("decision");
    assertThat(denial.path("outcome").asText()).isEqualTo("DENIED");
    assertThat(denial.path("remedy").asText()).isNotBlank();
    window(number, "deliver", "{\"method\":\"WINDOW\"}").is(200);
    Hall.Call resident = hall.as(RESIDENT);
    resident.post("/v1/applications/" + number + "/actions/rate", "{\"score\":1}").is(200);
    resident
        .post("/v1/applications/" + number + "/actions/rate", "{\"score\":5}")
        .is(409, "action-not-allowed");
    Exchange tracked =
        hall.anybody()
            .ask(
                "/v1/tracking",
                "{\"number\":\""
                    + number
                    + "\",\"code\":\""
                    + received.text("/receipt/code")
                    + "\"}")
            .is(200);
    assertThat(tracked.text("/stage")).isEqualTo("COMPLETED");
    assertThat(tracked.body()).doesNotContain("张");
    Exchange verified =
        resident.get("/v1/applications/" + number + "/timeline/verification").is(200);
    assertThat(verified.json().path("valid").asBoolean()).isTrue();
  }

  @Test
  void anImmediateMatterIsAcceptedAndDecidedInOneSitting() {
    String number = submit(Paperwork.matter("HE-BIRTH-REG").toString());
    window(number, "accept", "{}").is(200);
    JsonNode accepted = read(number).json();
    assertThat(Paperwork.reviews(accepted)).isEmpty();
    JsonNode decision = Paperwork.find(accepted.path("tasks"), "matterCode", "DECIDE-HE-BIRTH-REG");
    assertThat(decision.path("state").asText()).isEqualTo("OPEN");
    assertThat(
            lead(number, "HEALTH", "decide", Paperwork.granted("HE-BIRTH-REG"))
                .is(200)
                .text("/stage"))
        .isEqualTo("DECIDED");
  }

  @Test
  @Needs(Need.TIME)
  void whatIsOwedAndNotBroughtInTimeLapses() {
    var body = Paperwork.restaurant();
    body.putArray("owed").add("BUSINESS_LICENCE");
    String number = submit(body.toString());
    assertThat(window(number, "accept", "{}").is(200).text("/acceptance")).isEqualTo("TOLERANCE");
    String deadline = read(number).text("/owed/0/deadline");
    hall.setTime(OffsetDateTime.parse(deadline).minusSeconds(30).toString());
    assertThat(read(number).text("/stage")).isEqualTo("ACCEPTED");
    hall.advance(Duration.ofMinutes(1));
    Exchange lapsed = read(number);
    assertThat(lapsed.text("/stage")).isEqualTo("WITHDRAWN");
    assertThat(lapsed.text("/lapsed")).isEqualTo("OWED_NOT_BROUGHT");
  }

  @Test
  @Needs(Need.TIME)
  void whatIsOwedAndBroughtInTimeDoesNotLapse() {
    var body = Paperwork.restaurant();
    body.putArray("owed").add("BUSINESS_LICENCE");
    String number = submit(body.toString());
    window(number, "accept", "{}").is(200);
    hall.as(RESIDENT)
        .post(
            "/v1/applications/" + number + "/actions/supplement",
            "{\"materials\":[" + Paperwork.material("BUSINESS_LICENCE") + "]}")
        .is(200);
    hall.advance(Duration.ofDays(30));
    assertThat(read(number).text("/stage")).isEqualTo("ACCEPTED");
  }

  @Test
  @Needs(Need.TIME)
  void silenceIsAcceptanceAsOfTheDayOfReceipt() {
    String number = submit(Paperwork.restaurant().toString());
    hall.setTime("2026-11-30T17:29:30+08:00");
    assertThat(read(number).text("/stage")).isEqualTo("RECEIVED");
    hall.setTime("2026-12-02T09:00:00+08:00");
    Exchange accepted = read(number);
    assertThat(accepted.text("/acceptance")).isEqualTo("DEEMED");
    assertThat(
            Paperwork.find(accepted.json().path("clocks"), "id", "STATUTORY")
                .path("startedAt")
                .asText())
        .startsWith("2026-11-23T10:00");
    JsonNode timeline =
        hall.as(RESIDENT).get("/v1/applications/" + number + "/timeline").json().path("items");
    JsonNode deemed = Paperwork.find(timeline, "action", "DEEM_ACCEPTED");
    assertThat(deemed.path("at").asText()).isEqualTo("2026-11-30T17:30:00+08:00");
    assertThat(deemed.path("legalBasis").asText()).contains("第三十二条");
  }

  @Test
  void correctionsAreAskedForOnceAndAgainOnlyByASupervisorAndMarked() {
    correctedTwice();
  }

  @Test
  @Needs(Need.TIME)
  void whatIsNotCorrectedInTimeIsReturned() {
    String number = correctedTwice();
    hall.advance(Duration.ofDays(14));
    assertThat(read(number).text("/stage")).isEqualTo("RETURNED");
  }

  private String correctedTwice() {
    String number = submit(Paperwork.restaurant().toString());
    String list =
        "{\"faults\":[{\"materialCode\":\"LAYOUT_DRAWING\",\"detail\":\"缺布局图\"}],\"days\":5}";
    window(number, "request-correction", list).is(200);
    hall.as(RESIDENT)
        .post(
            "/v1/applications/" + number + "/actions/supplement",
            "{\"materials\":[" + Paperwork.material("LAYOUT_DRAWING") + "]}")
        .is(200);
    window(number, "request-correction", list).is(409, "action-not-allowed");
    Exchange again =
        hall.as(SUPERVISOR)
            .match(read(number).etag())
            .post("/v1/applications/" + number + "/actions/request-correction", list)
            .is(200);
    assertThat(again.json().path("anomaly").asBoolean()).isTrue();
    return number;
  }

  @Test
  @Needs(Need.TIME)
  void aSpecialProcedureStopsTheClocksAndAnExtensionIsGrantedOnce() {
    String number = submit(Paperwork.restaurant().toString());
    window(number, "accept", "{}").is(200);
    String due = clock(number, "STATUTORY").path("dueAt").asText();
    lead(
            number,
            "MARKET_REGULATION",
            "suspend",
            "{\"procedure\":\"HEARING\",\"reason\":\"听证\",\"legalBasis\":\"第四十五条\",\"plannedDays\":10}")
        .is(200);
    assertThat(clock(number, "STATUTORY").path("state").asText()).isEqualTo("PAUSED");
    hall.advance(Duration.ofDays(7));
    lead(number, "MARKET_REGULATION", "resume", "{}").is(200);
    assertThat(clock(number, "STATUTORY").path("dueAt").asText()).isGreaterThan(due);
    String extension = "{\"days\":15,\"reason\":\"复杂\"}";
    lead(number, "MARKET_REGULATION", "extend", extension).is(200);
    lead(number, "MARKET_REGULATION", "approve-extension", "{}").is(403, "own-request");
    Hall.Persona colleague = Hall.Persona.officer("colleague", "MARKET_REGULATION");
    String asked = clock(number, "STATUTORY").path("dueAt").asText();
    Exchange read = hall.as(colleague).get("/v1/applications/" + number).is(200);
    hall.as(colleague)
        .match(read.etag())
        .post("/v1/applications/" + number + "/actions/approve-extension", "{}")
        .is(200);
    assertThat(clock(number, "STATUTORY").path("dueAt").asText()).isGreaterThan(asked);
    lead(number, "MARKET_REGULATION", "extend", extension).is(409, "action-not-allowed");
  }

  private JsonNode clock(String number, String id) {
    return Paperwork.find(read(number).json().path("clocks"), "id", id);
  }

  @Test
  void aDraftIsItsOwnersOnEveryDeviceAndGoesWithItsSubmission() {
    String id = UUID.randomUUID().toString();
    Hall.Call owner = hall.as(RESIDENT);
    owner.put("/v1/drafts/" + id, Paperwork.restaurant().toString()).is(200);
    assertThat(owner.get("/v1/drafts/" + id).is(200).text("/formVersion"))
        .startsWith("RESTAURANT@");
    hall.as(NEIGHBOUR).get("/v1/drafts/" + id).is(404, "not-found");
    assertThat(owner.ask("/v1/drafts/" + id + "/validation", "{}").is(200).json().path("faults"))
        .isNotEmpty();
    owner.post("/v1/applications", Paperwork.restaurant().put("draftId", id).toString()).is(201);
    owner.get("/v1/drafts/" + id).is(404);
    owner.put("/v1/drafts/not-a-uuid", Paperwork.restaurant().toString()).is(400);
    owner.delete("/v1/drafts/" + id).is(204);
  }

  @Test
  void cursorsServeOnlyWhomTheyWereGivenTo() {
    Hall.Call owner = hall.as(RESIDENT);
    for (int i = 0; i < 3; i++) {
      submit(Paperwork.restaurant().toString());
    }
    String cursor = owner.get("/v1/cases?limit=2").is(200).text("/nextCursor");
    owner.get("/v1/cases?limit=2&cursor=" + cursor).is(200);
    hall.as(NEIGHBOUR).get("/v1/cases?cursor=" + cursor).is(400, "invalid-cursor");
    owner.get("/v1/drafts?cursor=" + cursor).is(400, "invalid-cursor");
    owner.get("/v1/cases?cursor=" + cursor.substring(1)).is(400, "invalid-cursor");
    owner.get("/v1/cases?limit=101").is(400, "invalid-parameter");
  }

  @Test
  void fullPersonalDataIsReadOnTheRecord() {
    String number = submit(Paperwork.restaurant().toString());
    Exchange disclosed =
        window(
                number,
                "disclose",
                "{\"fields\":[\"applicant.idNumber\",\"form.applicantPhone\"],\"reason\":\"核对身份\"}")
            .is(200);
    assertThat(disclosed.json().path("disclosed").path("applicant.idNumber").asText())
        .isEqualTo(RESIDENT.idNumber().orElseThrow());
    assertThat(disclosed.json().path("form").path("applicantPhone").asText())
        .isEqualTo("138****0000");
    JsonNode last =
        hall.as(RESIDENT).get("/v1/applications/" + number + "/timeline").json().at("/items/1");
    assertThat(last.path("action").asText()).isEqualTo("DISCLOSE");
    assertThat(last.path("note").asText()).contains("核对身份");
  }

  @Test
  void textsComeInTheCallersLanguage() {
    assertThat(hall.anybody().get("/v1/matters/MR-FOOD-NEW").text("/name")).contains("食品");
    assertThat(
            hall.anybody()
                .header("Accept-Language", "en")
                .get("/v1/matters/MR-FOOD-NEW")
                .text("/name"))
        .containsIgnoringCase("food");
    assertThat(
            hall.anybody()
                .header("Accept-Language", "en")
                .get("/v1/matters/NO-SUCH")
                .is(404)
                .text("/title"))
        .isEqualTo("Not found");
  }
}
