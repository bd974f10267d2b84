package banshi.e2e;

import static banshi.e2e.Grievance.HANDLER;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is wrong is refused in clear words, and nothing of it is stored. */
class ComplaintRefusalsTest {
  private static final String SCRIPT = "<script>alert(1)</script>";

  private final Hall hall = TheHall.open();

  private static List<String> faults(Exchange refused) {
    List<String> faults = new ArrayList<>();
    for (JsonNode fault : refused.is(400, "invalid-body").json().path("errors")) {
      assertThat(fault.path("detail").asText()).isNotBlank();
      faults.add(fault.path("pointer").asText() + " " + fault.path("code").asText());
    }
    return faults;
  }

  @Test
  void aComplaintWithAFaultIsNotReceived() {
    Persona owner = People.resident(290);
    Map<String, Consumer<ObjectNode>> wrong = new TreeMap<>();
    wrong.put("/description too-long", body -> body.put("description", "长".repeat(2001)));
    wrong.put("/wanted too-long", body -> body.put("wanted", "长".repeat(501)));
    wrong.put("/description markup", body -> body.put("description", SCRIPT));
    wrong.put("/wanted markup", body -> body.put("wanted", "请<img src=x onerror=alert(1)>"));
    wrong.put("/about/officer markup", body -> body.putObject("about").put("officer", "<b>x</b>"));
    wrong.put(
        "/about/officer too-long", body -> body.putObject("about").put("officer", "x".repeat(51)));
    wrong.put("/about/officer bad-format", body -> body.putObject("about").put("officer", "李*"));
    wrong.put("/description blank", body -> body.put("description", " \t"));
    wrong.put("/description required", body -> body.remove("description"));
    wrong.put("/category not-one-of", body -> body.put("category", "EVERYTHING"));
    wrong.put("/department unknown-department", body -> body.put("department", "NO-SUCH"));
    wrong.put("/matterCode unknown-matter", body -> body.put("matterCode", "NO-SUCH"));
    wrong.put("/stage unknown-field", body -> body.put("stage", "CLOSED"));
    wrong.forEach(
        (fault, change) -> {
          ObjectNode body = Grievance.body("MATERIALS");
          change.accept(body);
          assertThat(faults(hall.as(owner).post("/v1/complaints", body.toString())))
              .as(body.toString())
              .containsExactly(fault);
        });
    Exchange control =
        hall.as(owner)
            .post("/v1/complaints", Grievance.body("OTHER").put("wanted", "a\u0007b").toString());
    assertThat(control.status()).isEqualTo(400);
    assertThat(control.body()).contains("control");
    assertThat(
            faults(
                hall.as(owner)
                    .post(
                        "/v1/complaints",
                        Grievance.body("MATERIALS")
                            .put("department", "NO-SUCH")
                            .put("matterCode", "NO-SUCH")
                            .put("relatedCase", "NO-SUCH")
                            .toString())))
        .containsExactlyInAnyOrder(
            "/department unknown-department",
            "/matterCode unknown-matter",
            "/relatedCase unknown-case");
    assertThat(hall.as(owner).get("/v1/cases").is(200).json().path("items")).isEmpty();
  }

  @Test
  void aLoneAngleBracketIsNoMarkupAndTheLongestTextFits() {
    Persona owner = People.resident(291);
    ObjectNode body =
        Grievance.body("POLICY")
            .put("description", "面积<500㎡时" + "长".repeat(1991))
            .put("wanted", "3 < 5 && 7 > 6");
    Grievance complaint = Grievance.filed(hall, owner, body);
    JsonNode seen = hall.as(owner).get(complaint.path()).is(200).json();
    assertThat(seen.path("description")).isEqualTo(body.path("description"));
    assertThat(seen.path("wanted")).isEqualTo(body.path("wanted"));
  }

  /** Whoever does it, with each text of its body. */
  private record Deed(Persona by, String action, String body) {}

  private static List<Deed> deedsWithWords(String words) {
    ObjectNode json = Hall.JSON.createObjectNode();
    String reason = json.put("reason", words).toString();
    return List.of(
        new Deed(WINDOW, "triage", Grievance.triage("D5", "POLICY", words)),
        new Deed(
            WINDOW,
            "assign",
            Hall.JSON.createObjectNode().put("department", "TAX").put("note", words).toString()),
        new Deed(
            WINDOW,
            "redirect",
            Hall.JSON
                .createObjectNode()
                .put("whereToGo", "HOTLINE")
                .put("reason", words)
                .toString()),
        new Deed(HANDLER, "return-assignment", reason),
        new Deed(HANDLER, "reply", Grievance.reply(words, true)),
        new Deed(
            HANDLER,
            "extend",
            Hall.JSON.createObjectNode().put("days", 1).put("reason", words).toString()),
        new Deed(SUPERVISOR, "reject-extension", reason),
        new Deed(
            HANDLER,
            "correct-reply",
            Hall.JSON.createObjectNode().put("reason", "笔误").put("answer", words).toString()),
        new Deed(
            HANDLER,
            "disclose",
            Hall.JSON
                .createObjectNode()
                .put("reason", words)
                .set("fields", Hall.JSON.createArrayNode().add("applicant.phone"))
                .toString()),
        new Deed(SUPERVISOR, "escalate", reason),
        new Deed(SUPERVISOR, "refer-discipline", reason),
        new Deed(
            HANDLER, "contact-rater", Hall.JSON.createObjectNode().put("note", words).toString()),
        new Deed(
            HANDLER, "rectify", Hall.JSON.createObjectNode().put("measures", words).toString()),
        new Deed(
            WINDOW,
            "call-back",
            Hall.JSON.createObjectNode().put("solved", true).put("note", words).toString()),
        new Deed(HANDLER, "appeal-rating", reason));
  }

  private static List<Deed> deedsOfOwners(Persona owner, String words) {
    ObjectNode rating = Hall.JSON.createObjectNode().put("score", 1);
    return List.of(
        new Deed(owner, "confirm", Hall.JSON.createObjectNode().put("note", words).toString()),
        new Deed(owner, "dispute", Grievance.reason(words)),
        new Deed(owner, "withdraw", Grievance.reason(words)),
        new Deed(owner, "rate", rating.deepCopy().put("comment", words).toString()),
        new Deed(
            owner,
            "rate",
            rating.deepCopy().set("tags", Hall.JSON.createArrayNode().add(words)).toString()));
  }

  @Test
  void noWordOfAnyActionMayBeMarkupOrTooLong() {
    Persona owner = People.resident(292);
    Grievance complaint =
        Grievance.filed(hall, owner, Grievance.aboutTheMatter()).triaged("D5").assigned();
    String etag = complaint.etag();
    int entries = complaint.timeline().size();
    Map<String, String> bad = Map.of(SCRIPT, "markup", "长".repeat(2001), "too-long");
    bad.forEach(
        (words, code) -> {
          List<Deed> deeds = new ArrayList<>(deedsWithWords(words));
          deeds.addAll(deedsOfOwners(owner, words));
          deeds.forEach(
              deed ->
                  assertThat(faults(complaint.by(deed.by(), deed.action(), deed.body())))
                      .as("%s with %s", deed.action(), code)
                      .singleElement()
                      .asString()
                      .endsWith(" " + code));
        });
    assertThat(complaint.etag()).isEqualTo(etag);
    assertThat(complaint.timeline()).hasSize(entries);
  }

  @Test
  void anUnknownDepartmentAndAWrongTierAreRefusedByName() {
    Grievance complaint = Grievance.filed(hall, People.resident(293), Grievance.aboutTheMatter());
    assertThat(faults(complaint.by(WINDOW, "triage", Grievance.triage("D2", "POLICY"))))
        .containsExactly("/tier not-one-of");
    assertThat(faults(complaint.by(WINDOW, "triage", Grievance.triage("D5", "WEATHER"))))
        .containsExactly("/causeClass not-one-of");
    complaint.triaged("D5");
    String etag = complaint.etag();
    assertThat(faults(complaint.by(WINDOW, "assign", Grievance.assign("NO-SUCH"))))
        .containsExactly("/department unknown-department");
    assertThat(
            faults(
                complaint.by(WINDOW, "redirect", "{\"reason\":\"x\",\"whereToGo\":\"NOWHERE\"}")))
        .containsExactly("/whereToGo not-one-of");
    assertThat(complaint.etag()).isEqualTo(etag);
    assertThat(complaint.stage()).isEqualTo("TRIAGED");
  }

  @Test
  void anothersComplaintLooksLikeOneThatIsNotThere() {
    Grievance complaint =
        Grievance.filed(hall, People.resident(294), Grievance.aboutTheMatter())
            .triaged("D5")
            .assigned();
    String etag = complaint.etag();
    for (Persona stranger : List.of(People.resident(295), People.officerOf("TAX"))) {
      Hall.Call call = hall.as(stranger);
      for (String part : List.of("", "/timeline", "/timeline/verification")) {
        call.get(complaint.path() + part).is(404, "not-found");
      }
    }
    for (Deed deed : deedsOfOwners(People.resident(295), "x")) {
      complaint.by(deed.by(), deed.action(), deed.body()).is(404, "not-found");
    }
    complaint.by(People.officerOf("TAX"), "reply", Grievance.ANSWER).is(404, "not-found");
    hall.as(People.ADMIN).get(complaint.path()).is(403, "forbidden");
    hall.as(People.resident(294))
        .get("/v1/applications/" + complaint.number())
        .is(404, "not-found");
    assertThat(complaint.etag()).isEqualTo(etag);
  }

  @Test
  void aClosedComplaintIsClosedToEveryAction() {
    Persona owner = People.resident(296);
    Grievance complaint = Grievance.answered(hall, owner).confirmed();
    String etag = complaint.etag();
    deedsWithWords("补充").stream()
        .filter(deed -> !List.of("disclose", "refer-discipline").contains(deed.action()))
        .forEach(
            deed -> {
              Exchange refused = complaint.by(deed.by(), deed.action(), deed.body());
              assertThat(refused.status()).as(deed.action()).isIn(403, 409);
            });
    List.of("confirm", "dispute", "withdraw")
        .forEach(
            action ->
                complaint
                    .does(action, action.equals("dispute") ? Grievance.reason("x") : "{}")
                    .is(409, "action-not-allowed"));
    assertThat(complaint.etag()).isEqualTo(etag);
    complaint.isWhole();
  }

  @Test
  void anOfficerNeedsTheVersionAndEveryWriteItsKey() {
    Grievance complaint = Grievance.filed(hall, People.resident(297), Grievance.aboutTheMatter());
    String path = complaint.path() + "/actions/triage";
    String body = Grievance.triage("D5", "POLICY");
    hall.as(WINDOW).post(path, body).is(428, "precondition-required");
    hall.as(WINDOW).match("\"9\"").post(path, body).is(412, "stale-version");
    hall.as(WINDOW).match("\"1\"").ask(path, body).is(400, "idempotency-key-required");
    assertThat(complaint.stage()).isEqualTo("SUBMITTED");
    Hall.Call once = hall.as(WINDOW).match("\"1\"").key(UUID.randomUUID().toString());
    String first = once.post(path, body).is(200).body();
    assertThat(once.post(path, body).is(200).body()).isEqualTo(first);
    assertThat(complaint.entries("TRIAGE")).hasSize(1);
  }
}
