package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drafts of every kind: versions on several devices, filing once, and whose they are. */
class DraftTest {
  private final Hall hall = TheHall.open();

  private static String draft(UUID id) {
    return "/v1/drafts/" + id;
  }

  private static String draft(String kind, ObjectNode content) {
    ObjectNode body = Hall.JSON.createObjectNode().put("kind", kind).put("page", "2");
    body.set("content", content);
    return body.toString();
  }

  private static ObjectNode application(String words) {
    ObjectNode body = Paperwork.matter("MR-FOOD-NEW");
    body.withObject("/form").put("businessName", words);
    return body;
  }

  @Test
  void twoDevicesThatWriteOneDraftAreToldOfEachOther() {
    Hall.Call owner = hall.as(People.resident(820));
    UUID id = UUID.randomUUID();
    String first = owner.put(draft(id), application("原").toString()).is(200).etag();
    String second =
        owner.match(first).put(draft(id), application("手机改的").toString()).is(200).etag();

    Exchange stale =
        owner.match(first).put(draft(id), application("电脑改的").toString()).is(412, "stale-version");

    assertThat(stale.etag()).isEqualTo(second);
    assertThat(stale.text("/current/content/form/businessName")).isEqualTo("手机改的");
    Exchange now = owner.get(draft(id)).is(200);
    assertThat(now.etag()).isEqualTo(second);
    assertThat(now.text("/content/form/businessName")).isEqualTo("手机改的");
    // The same save again, as after a lost answer.
    assertThat(owner.match(first).put(draft(id), application("手机改的").toString()).is(200).etag())
        .isEqualTo(second);
    owner
        .match("\"1\", \"2\"")
        .put(draft(id), application("x").toString())
        .is(400, "version-invalid");
    owner.header("If-None-Match", "*").put(draft(id), application("新").toString()).is(412);
    owner
        .header("If-None-Match", "\"1\"")
        .put(draft(id), application("新").toString())
        .is(400, "version-invalid");
    owner.match(first).delete(draft(id)).is(412, "stale-version");
    owner.match(second).delete(draft(id)).is(204);
    owner.match(second).put(draft(id), application("旧").toString()).is(412, "stale-version");
    assertThat(owner.put(draft(id), application("再写").toString()).is(200).etag())
        .isNotIn(first, second);
  }

  @Test
  void ofFiftyDevicesThatSaveTheSameVersionOneWins() throws Exception {
    Hall.Call owner = hall.as(People.resident(821));
    UUID id = UUID.randomUUID();
    String first = owner.put(draft(id), application("原").toString()).is(200).etag();
    List<Callable<Exchange>> saves =
        IntStream.range(0, 50)
            .<Callable<Exchange>>mapToObj(
                i -> () -> owner.match(first).put(draft(id), application("第" + i).toString()))
            .toList();
    List<Exchange> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(10)) {
      for (Future<Exchange> answer : pool.invokeAll(saves)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(49);
  }

  private String filedOnce(Persona persona, String kind, String path, ObjectNode content) {
    Hall.Call owner = hall.as(persona);
    UUID id = UUID.randomUUID();
    Exchange saved = owner.put(draft(id), draft(kind, content)).is(200);
    assertThat(saved.text("/kind")).isEqualTo(kind);
    assertThat(saved.json().path("content").toString()).isEqualTo(content.toString());
    assertThat(saved.text("/page")).isEqualTo("2");
    assertThat(saved.text("/formVersion")).isEqualTo(kind + "@2026-11-23");
    hall.as(People.NEIGHBOUR).get(draft(id)).is(404, "not-found");
    hall.as(People.NEIGHBOUR).delete(draft(id)).is(204);
    assertThat(owner.get("/v1/drafts?limit=100").is(200).json().findValuesAsText("kind"))
        .contains(kind);
    owner.put(draft(id), application("换一类").toString()).is(400, "invalid-body");
    owner.ask(draft(id) + "/validation", "{}").is(409, "action-not-allowed");
    Hall.Call checker = saved.text("/validationPath").contains("startups") ? hall.anybody() : owner;
    JsonNode check = checker.ask(saved.text("/validationPath"), content.toString()).is(200).json();
    assertThat(check.path("faults")).as(check.toString()).isEmpty();

    ObjectNode filing = content.deepCopy().put("draftId", id.toString());
    String key = UUID.randomUUID().toString();
    String number = owner.key(key).post(path, filing.toString()).is(201).text("/number");

    owner.get(draft(id)).is(404, "not-found");
    assertThat(owner.key(key).post(path, filing.toString()).is(201).text("/number"))
        .isEqualTo(number);
    Exchange late = owner.put(draft(id), draft(kind, content)).is(409, "draft-filed");
    assertThat(late.text("/number")).isEqualTo(number);
    owner.delete(draft(id)).is(204);
    return id.toString() + " " + number;
  }

  private void notTwice(Persona persona, String path, ObjectNode content, String filed) {
    Exchange again =
        hall.as(persona)
            .post(path, content.deepCopy().put("draftId", filed.split(" ")[0]).toString())
            .is(409, "draft-filed");
    assertThat(again.text("/number")).isEqualTo(filed.split(" ")[1]);
  }

  @Test
  void aComplaintIsWrittenAsADraftAndFiledOnce() {
    Persona owner = People.resident(822);
    ObjectNode content = Grievance.aboutTheMatter();
    String filed = filedOnce(owner, "COMPLAINT", "/v1/complaints", content);
    notTwice(owner, "/v1/complaints", content, filed);
  }

  @Test
  void aQuestionIsWrittenAsADraftAndFiledOnce() {
    Persona owner = People.resident(823);
    ObjectNode content = Inquiry.aboutTheMatter();
    String filed = filedOnce(owner, "CONSULTATION", "/v1/consultations", content);
    notTwice(owner, "/v1/consultations", content, filed);
  }

  @Test
  void aStartUpIsWrittenAsADraftAndFiledOnce() {
    Founder founder = Founder.of(824);
    ObjectNode content =
        OneForm.ofOne(founder, "SEAL")
            .put("nameReservation", Founding.reserved(hall, founder, "LLC"));
    filedOnce(founder.persona(), "STARTUP", "/v1/startups", content);
  }

  @Test
  void anApplicationsDraftIsFiledOnceUnderWhateverKey() {
    Hall.Call owner = hall.as(People.resident(825));
    UUID id = UUID.randomUUID();
    owner.put(draft(id), application("面馆").toString()).is(200);
    ObjectNode filing = application("面馆").put("draftId", id.toString());
    String number = owner.post("/v1/applications", filing.toString()).is(201).text("/number");

    Exchange again = owner.post("/v1/applications", filing.toString()).is(409, "draft-filed");

    assertThat(again.text("/number")).isEqualTo(number);
  }

  @Test
  void aDraftMayBeWrongAndUnfinishedAndItsValidationSaysAllOfIt() {
    Hall.Call owner = hall.as(People.resident(826));
    UUID id = UUID.randomUUID();
    ObjectNode content =
        Hall.JSON.createObjectNode().put("matterCode", "NO-SUCH").put("department", "NO_SUCH");
    owner.put(draft(id), draft("COMPLAINT", content)).is(200);
    Exchange check = owner.ask("/v1/complaints/validation", content.toString()).is(200);
    assertThat(check.json().path("complete").asBoolean()).isFalse();
    assertThat(check.json().path("faults").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder(
            "/category", "/description", "/wanted", "/matterCode", "/department");
    assertThat(
            owner
                .ask("/v1/consultations/validation", "{\"topic\":\"题\"}")
                .is(200)
                .json()
                .path("faults")
                .findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/question", "/mayPublish");
    ObjectNode mixed = application("面馆").put("kind", "COMPLAINT");
    assertThat(
            owner
                .put(draft(UUID.randomUUID()), mixed.toString())
                .is(400, "invalid-body")
                .json()
                .path("errors")
                .findValuesAsText("pointer"))
        .contains("/form", "/matterCode");
    owner.put(draft(UUID.randomUUID()), draft("COMPLAINT", tooDeep())).is(400, "invalid-body");
    owner
        .put(
            draft(UUID.randomUUID()),
            draft("COMPLAINT", Hall.JSON.createObjectNode().put("a", "长".repeat(100_000))))
        .is(413, "body-too-large");
  }

  private static ObjectNode tooDeep() {
    ObjectNode outer = Hall.JSON.createObjectNode();
    ObjectNode inner = outer;
    for (int i = 0; i < 40; i++) {
      inner = inner.putObject("a");
    }
    return outer;
  }

  @Test
  void aDraftOfAnotherKindIsNotTakenByAFiling() {
    Hall.Call owner = hall.as(People.resident(827));
    UUID id = UUID.randomUUID();
    owner.put(draft(id), draft("COMPLAINT", Grievance.aboutTheMatter())).is(200);

    Exchange refused =
        owner
            .post(
                "/v1/consultations",
                Inquiry.aboutTheMatter().put("draftId", id.toString()).toString())
            .is(400, "invalid-body");

    assertThat(refused.text("/errors/0/code")).isEqualTo("draft-of-another-kind");
    owner.get(draft(id)).is(200);
  }

  @Test
  void aNumberIsUnderstoodAsItIsPastedWhereverOneIsTaken() {
    Persona persona = People.resident(828);
    Hall.Call owner = hall.as(persona);
    Exchange filed = owner.post("/v1/applications", application("面馆").toString()).is(201);
    String number = filed.text("/number");
    StringBuilder wide = new StringBuilder();
    number.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
    String parted =
        number.substring(0, 1) + "-" + number.substring(1, 9) + " " + number.substring(9);
    for (String pasted :
        List.of(" " + number + " ", wide.toString(), parted, "\u200e" + number.toLowerCase())) {
      ObjectNode track =
          Hall.JSON
              .createObjectNode()
              .put("number", pasted)
              .put("code", filed.text("/receipt/code"));
      hall.anybody().ask("/v1/tracking", track.toString()).is(200);
      String path = URLEncoder.encode(pasted, StandardCharsets.UTF_8).replace("+", "%20");
      assertThat(owner.get("/v1/applications/" + path).is(200).text("/number")).isEqualTo(number);
      ObjectNode complaint = Grievance.aboutTheMatter().put("relatedCase", pasted);
      assertThat(owner.post("/v1/complaints", complaint.toString()).is(201).json().toString())
          .contains(number);
    }
    String consultation = Inquiry.asked(hall, persona, Inquiry.aboutTheMatter()).number();
    owner
        .post(
            "/v1/applications",
            application("面馆").put("consultation", " " + consultation + " ").toString())
        .is(201);
    hall.anybody()
        .ask("/v1/tracking", "{\"number\":\"A2026\",\"code\":\"x\"}")
        .is(400, "invalid-number");
  }

  @Test
  void aPackageOfWhichOneMatterAppliesPromisesWhatThatMatterDoes() {
    ObjectNode answers = Hall.JSON.createObjectNode();
    answers
        .putObject("answers")
        .put("storeArea", 20)
        .put("seating", false)
        .put("cuisine", "HOT")
        .put("fumes", false)
        .put("signboard", false)
        .put("tobacco", false);
    JsonNode one =
        hall.anybody().ask("/v1/packages/RESTAURANT/checklist", answers.toString()).is(200).json();
    assertThat(one.path("matters")).hasSize(1);
    JsonNode alone =
        hall.anybody().get("/v1/matters/" + one.at("/matters/0/code").asText()).is(200).json();
    assertThat(one.path("promisedLimit").path("amount"))
        .isEqualTo(alone.path("promisedLimit").path("amount"));
    assertThat(one.path("statutoryLimit")).isEqualTo(alone.path("statutoryLimit"));
    assertThat(
            hall.anybody()
                .get("/v1/packages?query=" + URLEncoder.encode("烟草", StandardCharsets.UTF_8))
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("code"))
        .contains("RESTAURANT", "CONVENIENCE-STORE")
        .doesNotContain("NEWBORN");
  }
}
