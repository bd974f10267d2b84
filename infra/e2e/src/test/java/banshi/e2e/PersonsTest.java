package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who acted is known to the hall, told to no applicant, and on record with all that was read. */
class PersonsTest {
  private static final Official WINDOW = new Official("zhang-win-7", "窗示甲员", "HALL");
  private static final Official HANDLER = new Official("li-market-8", "管示乙员", "MARKET_REGULATION");
  private static final Official CHIEF = new Official("zhao-chief-9", "督示丙员");
  private static final List<Official> ALL = List.of(WINDOW, HANDLER, CHIEF);

  private final Hall hall = TheHall.open();

  /** Somebody of the hall under a name of their own. */
  private record Official(String sub, String name, String... departments) {
    Persona persona() {
      return departments.length == 0
          ? new Persona(sub, List.of("supervisor"), List.of(), java.util.Optional.empty())
          : Persona.officer(sub, departments);
    }

    Hall.Call at(Hall hall) {
      return hall.with(hall.token(persona(), Hall.JSON.createObjectNode().put("name", name)));
    }
  }

  /** A case with what officials did to it, as the audit must have it. */
  private final class Watched {
    private final String path;
    private final List<String> expected = new ArrayList<>();

    private Watched(String path) {
      this.path = path;
    }

    JsonNode read(Official who) {
      expected.add(who.sub() + " READ read");
      return who.at(hall).get(path).is(200).json();
    }

    void reads(Official who, String part, String entry) {
      expected.add(who.sub() + " " + entry);
      who.at(hall).get(path + part).is(200);
    }

    Exchange acts(Official who, String action, String body) {
      Exchange done = post(who, path + "/actions/" + action, body, UUID.randomUUID().toString());
      expected.add(
          who.sub() + " ACT " + action.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
      return done;
    }

    Exchange post(Official who, String to, String body, String key) {
      String etag = "\"" + version(who) + "\"";
      return who.at(hall).match(etag).key(key).post(to, body).is(200);
    }

    private long version(Official who) {
      return read(who).path("version").asLong();
    }

    void works(Official who, String result) {
      for (JsonNode task : read(who).path("tasks")) {
        if (task.path("state").asText().equals("OPEN")
            && List.of(who.departments()).contains(task.path("department").asText())
            && !List.of("DECIDE", "DELIVER", "RECEIVE")
                .contains(task.path("matterCode").asText())) {
          post(
              who,
              path + "/tasks/" + task.path("id").asText() + "/actions/complete",
              result,
              UUID.randomUUID().toString());
          expected.add(who.sub() + " ACT COMPLETE");
          return;
        }
      }
    }

    /** What the audit has of those officials, oldest first, is what they did: once each. */
    void isOnRecord() {
      String number = path.substring(path.lastIndexOf('/') + 1);
      List<String> found = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page =
            hall.as(People.SUPERVISOR)
                .get("/v1/audit?case=" + number + "&limit=100" + cursor)
                .is(200)
                .json();
        for (JsonNode entry : page.path("items")) {
          if (ALL.stream().anyMatch(o -> o.sub().equals(entry.at("/person/sub").asText()))) {
            assertThat(entry.path("address").asText()).isNotEmpty();
            assertThat(entry.at("/person/name").asText()).isNotEmpty();
            found.addFirst(
                entry.at("/person/sub").asText()
                    + " "
                    + entry.path("kind").asText()
                    + " "
                    + entry.path("action").asText());
          }
        }
        cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
      } while (!cursor.isEmpty());
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static void namesNobody(String what, String answer) {
    for (Official official : ALL) {
      assertThat(answer).as(what).doesNotContain(official.name(), official.sub());
    }
  }

  /** Everything that whoever applied can ask for about their case. */
  private void nothingShown(Hall.Call owner, String path, Exchange received, String... parts) {
    List<String> all = new ArrayList<>(List.of("", "/timeline", "/timeline/verification"));
    all.addAll(List.of(parts));
    for (String part : all) {
      namesNobody(path + part, owner.get(path + part).is(200).body());
    }
    namesNobody("my cases", owner.get("/v1/cases?limit=100").is(200).body());
    namesNobody("notices", owner.get("/v1/notices?limit=100").is(200).body());
    String tracking =
        Hall.JSON
            .createObjectNode()
            .put("number", received.text("/number"))
            .put("code", received.text("/receipt/code"))
            .toString();
    namesNobody("tracking", hall.anybody().ask("/v1/tracking", tracking).is(200).body());
  }

  @Test
  void anApplicationTellsItsApplicantOfNobodyAndTheAuditOfEverything() {
    Hall.Call owner = hall.as(People.RESIDENT);
    Exchange received =
        owner.post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString()).is(201);
    String path = "/v1/applications/" + received.text("/number");
    Watched watched = new Watched(path);
    watched.acts(WINDOW, "accept", "{}");
    watched.reads(WINDOW, "/timeline", "TIMELINE timeline");
    watched.reads(CHIEF, "/timeline/verification", "VERIFICATION verification");
    watched.works(HANDLER, "{\"opinion\":\"PASS\"}");
    watched.acts(HANDLER, "decide", Paperwork.granted("MR-FOOD-NEW"));
    String disclose = "{\"fields\":[\"applicant.phone\"],\"reason\":\"核对电话\"}";
    String key = UUID.randomUUID().toString();
    String etag = "\"" + watched.version(CHIEF) + "\"";
    for (int i = 0; i < 2; i++) {
      CHIEF.at(hall).match(etag).key(key).post(path + "/actions/disclose", disclose).is(200);
    }
    watched.expected.add(CHIEF.sub() + " DISCLOSE DISCLOSE");
    watched.acts(WINDOW, "deliver", "{\"method\":\"WINDOW\"}");
    namesNobody("rating", owner.post(path + "/actions/rate", "{\"score\":5}").is(200).body());
    nothingShown(owner, path, received);
    watched.isOnRecord();
    whoeverMayNotSeeThePersonStillRecomputesTheChain(owner, path);
    whoeverMaySeeThePersonChecksThemAgainstTheChain(path);
  }

  @Test
  void aComplaintTellsItsComplainantOfNobodyAndTheAuditOfEverything() {
    Hall.Call owner = hall.as(People.NEIGHBOUR);
    Exchange received = owner.post("/v1/complaints", Grievance.aboutTheMatter().toString()).is(201);
    String path = "/v1/complaints/" + received.text("/number");
    Watched watched = new Watched(path);
    watched.acts(WINDOW, "triage", Grievance.triage("D5", "MATERIALS_UNCLEAR"));
    watched.acts(WINDOW, "assign", Grievance.assign("MARKET_REGULATION"));
    watched.reads(CHIEF, "/similar", "PART similar");
    watched.acts(HANDLER, "reply", Grievance.ANSWER);
    namesNobody(
        "dispute", owner.post(path + "/actions/dispute", Grievance.reason("没有说清")).is(200).body());
    nothingShown(owner, path, received);
    watched.isOnRecord();
  }

  @Test
  void aConsultationTellsWhoAskedOfNobodyAndTheAuditOfEverything() {
    Hall.Call owner = hall.as(People.RESIDENT);
    Exchange received =
        owner.post("/v1/consultations", Inquiry.aboutTheMatter().toString()).is(201);
    String path = "/v1/consultations/" + received.text("/number");
    Watched watched = new Watched(path);
    watched.acts(WINDOW, "assign", Inquiry.department("MARKET_REGULATION"));
    watched.acts(HANDLER, "answer", Inquiry.text("先办营业执照"));
    watched.reads(HANDLER, "/timeline", "TIMELINE timeline");
    namesNobody("accept", owner.post(path + "/actions/accept-answer", "{}").is(200).body());
    nothingShown(owner, path, received);
    watched.isOnRecord();
  }

  @Test
  void aStartUpTellsItsFounderOfNobodyAndTheAuditOfEverything() {
    Founder founder = Founder.of(871);
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder));
    Watched watched = new Watched(startup.path());
    watched.works(HANDLER, Founding.PASS);
    watched.reads(HANDLER, "/ledger", "PART ledger");
    watched.reads(CHIEF, "/licence", "PART licence");
    nothingShown(founder.at(hall), startup.path(), startup.received(), "/ledger", "/licence");
    watched.isOnRecord();
  }

  @Test
  void twoUsersOfOneCompanyAreToldApart() {
    Persona company = People.resident(872);
    Hall.Call one =
        hall.with(hall.token(company, Hall.JSON.createObjectNode().put("sub", "clerk-one")));
    Hall.Call other =
        hall.with(hall.token(company, Hall.JSON.createObjectNode().put("sub", "clerk-two")));
    String path =
        "/v1/applications/"
            + one.post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString())
                .is(201)
                .text("/number");
    other.post(path + "/actions/withdraw", "{}").is(200);
    JsonNode items = CHIEF.at(hall).get(path + "/timeline").is(200).json().path("items");
    List<String> subs = new ArrayList<>();
    items.forEach(entry -> subs.add(entry.at("/actor/person/sub").asText()));
    assertThat(subs).contains("clerk-one", "clerk-two");
    // An applicant's name in full is disclosed on record, and not told here besides.
    assertThat(items.toString()).doesNotContain("张三").contains("张*");
  }

  private void whoeverMayNotSeeThePersonStillRecomputesTheChain(Hall.Call owner, String path) {
    String number = path.substring(path.lastIndexOf('/') + 1);
    String previous = "";
    int bound = 0;
    for (JsonNode e : owner.get(path + "/timeline").is(200).json().path("items")) {
      JsonNode actor = e.path("actor");
      assertThat(actor.has("person")).isFalse();
      List<String> fields = new ArrayList<>();
      fields.add(actor.has("commitment") ? "SHA-256/2" : "SHA-256");
      fields.add(number);
      fields.add(e.path("seq").asText());
      fields.add(java.time.OffsetDateTime.parse(e.path("at").asText()).toInstant().toString());
      fields.add(actor.path("role").asText());
      fields.add(actor.path("department").asText(""));
      if (actor.has("commitment")) {
        fields.add(actor.path("commitment").asText());
        bound++;
      }
      fields.add(e.path("action").asText());
      fields.add(e.path("fromStage").asText(""));
      fields.add(e.path("toStage").asText());
      fields.add(e.has("note") ? "+" + e.path("note").asText() : "-");
      fields.add(e.path("basis").asText(""));
      fields.add(previous);
      previous = fields.getFirst() + ":" + sha256(fields);
      assertThat(e.path("hash").asText()).as("%s", e).isEqualTo(previous);
    }
    assertThat(bound).isPositive();
  }

  private void whoeverMaySeeThePersonChecksThemAgainstTheChain(String path) {
    int checked = 0;
    for (JsonNode e : CHIEF.at(hall).get(path + "/timeline").is(200).json().path("items")) {
      JsonNode person = e.at("/actor/person");
      if (person.has("salt")) {
        String salt = person.path("salt").asText();
        String name = "+" + sha256(List.of(salt, person.path("name").asText()));
        assertThat(e.at("/actor/commitment").asText())
            .isEqualTo(
                "PERSON-1:" + sha256(List.of("PERSON-1", salt, person.path("sub").asText(), name)));
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  /** Of fields, each with its length in bytes before it. */
  private static String sha256(List<String> fields) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String field : fields) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (java.security.NoSuchAlgorithmException everyJdkHasIt) {
      throw new AssertionError(everyJdkHasIt);
    }
  }
}
