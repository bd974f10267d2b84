package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer of the hall files for a walk-in, a caller or a letter. */
class CounterFilingTest {
  private static final String APPLICATIONS = "/v1/applications";

  private final Hall hall = TheHall.open();

  private static ObjectNode body(String kind) {
    return switch (kind) {
      case "applications" -> Paperwork.matter("MR-FOOD-NEW");
      case "complaints" -> Grievance.body("MATERIALS");
      case "consultations" -> Inquiry.aboutTheMatter();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Exchange files(Persona officer, String kind, ObjectNode body) {
    return hall.as(officer).post("/v1/" + kind, body.toString());
  }

  private Exchange track(Exchange received) {
    return hall.anybody()
        .ask(
            "/v1/tracking",
            Hall.JSON
                .createObjectNode()
                .put("number", received.text("/number"))
                .put("code", received.text("/receipt/code"))
                .toString());
  }

  private List<String> cases(Persona owner) {
    List<String> numbers = new ArrayList<>();
    hall.as(owner)
        .get("/v1/cases")
        .is(200)
        .json()
        .path("items")
        .forEach(line -> numbers.add(line.path("number").asText()));
    return numbers;
  }

  /** What must hold of every kind once it was filed for somebody. */
  private void isTheirs(String kind, Exchange received, Persona owner, Persona stranger) {
    String path = "/v1/" + kind + "/" + received.text("/number");
    assertThat(received.text("/receipt/code")).isNotBlank();
    assertThat(received.json().at("/receipt/codeOnly").asBoolean()).isFalse();
    assertThat(cases(owner)).containsExactly(received.text("/number"));
    Exchange own = hall.as(owner).get(path).is(200);
    assertThat(own.text("/channel")).isEqualTo(received.text("/channel"));
    assertThat(own.text("/channelName")).isEqualTo(received.text("/channelName")).isNotBlank();
    assertThat(own.json().path("allowedActions").toString()).contains("withdraw");
    assertThat(own.body()).doesNotContain("window-1");
    JsonNode first = hall.as(owner).get(path + "/timeline").is(200).json().at("/items/0");
    assertThat(first.path("actor").path("role").asText()).isEqualTo("WINDOW");
    assertThat(first.path("actor").path("department").asText()).isEqualTo("HALL");
    assertThat(first.toString()).doesNotContain("window-1", "张三");
    assertThat(hall.as(People.SUPERVISOR).get(path + "/timeline").is(200).json().at("/items/0"))
        .as("supervisors see who filed it")
        .asString()
        .contains("window-1");
    assertThat(
            hall.as(owner)
                .get(path + "/timeline/verification")
                .is(200)
                .json()
                .path("valid")
                .asBoolean())
        .isTrue();
    assertThat(hall.as(owner).get("/v1/notices").is(200).body()).contains(received.text("/number"));
    hall.as(stranger).get(path).is(404);
    assertThat(cases(stranger)).isEmpty();
    track(received).is(200);
  }

  @ParameterizedTest
  @CsvSource({
    "applications, WINDOW, 701, accept",
    "complaints, PHONE, 702, triage",
    "consultations, LETTER, 703, answer"
  })
  void whatIsFiledAtTheCounterIsThePersonsOwnOnSigningIn(
      String kind, String channel, int one, String officersAction) {
    Persona owner = People.resident(one);
    ObjectNode body = AtTheCounter.forBearer(owner, channel, body(kind));
    Exchange received = files(People.WINDOW, kind, body).is(201);
    assertThat(received.text("/channel")).isEqualTo(channel);
    assertThat(received.text("/applicant/name")).isEqualTo("李*");
    assertThat(received.json().path("allowedActions").toString())
        .contains(officersAction)
        .doesNotContain("withdraw");
    isTheirs(kind, received, owner, People.resident(799));
  }

  @Test
  void aCompanyIsFoundedAtTheCounterFromItsNameToItsSignature() {
    Founder founder = Founder.of(704);
    Exchange name =
        files(
                People.WINDOW,
                "startups/names",
                AtTheCounter.forBearer(
                    founder.persona(), "WINDOW", Founding.name(704, "SOLE_PROPRIETOR")))
            .is(201);
    ObjectNode form =
        OneForm.soleTrader(founder, "SEAL").put("nameReservation", name.text("/nameReservation"));
    files(People.WINDOW, "startups", AtTheCounter.forBearer(People.resident(798), "WINDOW", form))
        .is(400, "invalid-body");
    Exchange received =
        files(People.WINDOW, "startups", AtTheCounter.forBearer(founder.persona(), "WINDOW", form))
            .is(201);
    isTheirs("startups", received, founder.persona(), People.resident(799));
    String path = "/v1/startups/" + received.text("/number");
    founder
        .at(hall)
        .post(path + "/actions/sign", "{\"formHash\":\"" + received.text("/formHash") + "\"}")
        .is(200);
  }

  @Test
  void aNameIsReservedForNobodyWhoCannotBeKnownAgain() {
    Exchange refused =
        files(
                People.WINDOW,
                "startups/names",
                AtTheCounter.forSomebody(
                    "PASSPORT", "E00000000", "WINDOW", Founding.name(705, "SOLE_PROPRIETOR")))
            .is(400, "invalid-body");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/onBehalfOf/idType");
    assertThat(refused.text("/errors/0/code")).isEqualTo("document-not-unique");
  }

  @ParameterizedTest
  @ValueSource(strings = {"applications", "complaints", "consultations"})
  void onlyTheHallsOfficersFileForSomebody(String kind) {
    ObjectNode filed = AtTheCounter.forBearer(People.resident(706), "WINDOW", body(kind));
    files(People.officerOf("MARKET_REGULATION"), kind, filed).is(403, "forbidden");
    files(People.SUPERVISOR, kind, filed).is(403, "forbidden");
    files(People.ADMIN, kind, filed).is(403, "forbidden");
    Exchange own = files(People.resident(706), kind, filed).is(400, "invalid-body");
    assertThat(own.text("/errors/0/pointer")).isEqualTo("/onBehalfOf");
    assertThat(own.text("/errors/0/code")).isEqualTo("officers-only");
    Exchange nobody = files(People.WINDOW, kind, body(kind)).is(400, "invalid-body");
    assertThat(nobody.text("/errors/0/pointer")).isEqualTo("/onBehalfOf");
    assertThat(nobody.text("/errors/1/pointer")).isEqualTo("/channel");
    assertThat(cases(People.resident(706))).isEmpty();
  }

  @Test
  void whoseDocumentNamesNoOneHolderFollowsWithTheCodeAlone() {
    ObjectNode body =
        AtTheCounter.forSomebody("PASSPORT", "E00000000", "WINDOW", body("applications"));
    Exchange one = files(People.WINDOW, "applications", body).is(201);
    Exchange other = files(People.WINDOW, "applications", body).is(201);
    assertThat(one.text("/number")).isNotEqualTo(other.text("/number"));
    assertThat(one.json().at("/receipt/codeOnly").asBoolean()).isTrue();
    track(one).is(200);
    Persona traveller =
        new Persona("traveller", List.of("applicant"), List.of(), java.util.Optional.empty());
    String token =
        hall.token(
            traveller,
            Hall.JSON.createObjectNode().put("idType", "PASSPORT").put("idNumber", "E00000000"));
    hall.with(token).get(APPLICATIONS + "/" + one.text("/number")).is(404);
    assertThat(hall.with(token).get("/v1/cases").is(200).json().path("items")).isEmpty();
  }

  @Test
  void everyFaultOfThePersonNamesItsField() {
    ObjectNode body =
        AtTheCounter.forSomebody("ID_CARD", "50010619000101001", "PHONE", body("applications"));
    ((ObjectNode) body.path("onBehalfOf")).put("name", "张*").put("phone", "12");
    Exchange refused = files(People.WINDOW, "applications", body).is(400, "invalid-body");
    List<String> pointers = new ArrayList<>();
    refused.json().path("errors").forEach(fault -> pointers.add(fault.path("pointer").asText()));
    assertThat(pointers)
        .containsExactlyInAnyOrder("/onBehalfOf/name", "/onBehalfOf/idNumber", "/onBehalfOf/phone");
  }

  @Test
  void nobodyFilesAComplaintAboutThemselvesForSomebody() {
    ObjectNode body =
        AtTheCounter.forBearer(People.resident(707), "WINDOW", Grievance.about("window-1"));
    files(People.WINDOW, "complaints", body).is(403, "conflict-of-interest");
    files(People.OTHER_WINDOW, "complaints", body).is(201);
    assertThat(cases(People.resident(707))).hasSize(1);
  }

  @Test
  void nobodyFilesForThemselvesFromBehindTheCounter() {
    Persona resident = People.resident(708);
    Persona both =
        new Persona(
            resident.sub(), List.of("applicant", "officer"), List.of("HALL"), resident.idNumber());
    ObjectNode own = AtTheCounter.forBearer(both, "WINDOW", body("applications"));
    files(both, "applications", own).is(403, "conflict-of-interest");
    assertThat(files(both, "applications", body("applications")).is(201).text("/channel"))
        .isEqualTo("ONLINE");
    files(
            both,
            "applications",
            AtTheCounter.forBearer(People.resident(709), "WINDOW", body("applications")))
        .is(201);
    assertThat(cases(resident)).hasSize(1);
    assertThat(cases(People.resident(709))).hasSize(1);
  }

  @Test
  void anOfficerFilesNobodysDraft() {
    Persona owner = People.resident(710);
    ObjectNode body = AtTheCounter.forBearer(owner, "WINDOW", body("applications"));
    String draft = UUID.randomUUID().toString();
    hall.as(owner).put("/v1/drafts/" + draft, body("applications").toString()).is(200);
    Exchange refused =
        files(People.WINDOW, "applications", body.put("draftId", draft)).is(400, "invalid-body");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/draftId");
    hall.as(owner).get("/v1/drafts/" + draft).is(200);
  }

  @Test
  void ofTwentyThatFileUnderOneKeyThereIsOneCaseAndOneReceipt() throws Exception {
    Persona owner = People.resident(711);
    String body = AtTheCounter.forBearer(owner, "HOTLINE_12345", body("complaints")).toString();
    Hall.Call officer = hall.as(People.WINDOW).key(UUID.randomUUID().toString());
    List<Exchange> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
      List<Callable<Exchange>> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        tasks.add(() -> officer.post("/v1/complaints", body));
      }
      for (Future<Exchange> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).allSatisfy(answer -> answer.is(201));
    assertThat(answers.stream().map(Exchange::body).distinct()).hasSize(1);
    assertThat(cases(owner)).hasSize(1);
    track(answers.getFirst()).is(200);
  }
}
