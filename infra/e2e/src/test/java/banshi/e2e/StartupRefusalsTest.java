package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is wrong with a start-up is refused in clear words, and nothing of it is stored. */
class StartupRefusalsTest {
  private static final String DENIAL = "{\"reason\":\"不符合\",\"legalBasis\":\"条例第十九条\"}";

  private final Hall hall = TheHall.open();

  static List<String> faults(Exchange refused) {
    List<String> faults = new ArrayList<>();
    for (JsonNode fault : refused.is(400, "invalid-body").json().path("errors")) {
      assertThat(fault.path("detail").asText()).isNotBlank();
      faults.add(fault.path("pointer").asText() + " " + fault.path("code").asText());
    }
    return faults;
  }

  @Test
  void whoHasNothingToDoWithAStartUpLearnsNothingOfIt() {
    Founder owner = Founder.of(900);
    Founding startup = Founding.signed(hall, owner, OneForm.ofOne(owner, "TAX"));
    // Another's, which is not there any more than one that never was.
    String missing = "/v1/startups/" + never(startup.number());
    List<Hall.Call> strangers =
        List.of(
            Founder.of(901).at(hall),
            hall.as(People.officerOf("TAX")),
            hall.as(People.officerOf("EDUCATION")));
    for (Hall.Call stranger : strangers) {
      for (String path :
          List.of("", "/timeline", "/timeline/verification", "/ledger", "/licence")) {
        Exchange there = stranger.get(startup.path() + path).is(404, "not-found");
        Exchange none = stranger.get(missing + path).is(404, "not-found");
        assertThat(there.body()).isEqualTo(none.body());
        assertThat(there.headers().map().keySet()).isEqualTo(none.headers().map().keySet());
      }
    }
    Hall.Call applicant = strangers.getFirst();
    applicant
        .post(startup.path() + "/actions/sign", Founding.signature("0".repeat(64)))
        .is(404, "not-found");
    applicant
        .post(startup.path() + "/actions/amend", OneForm.ofOne(owner).toString())
        .is(404, "not-found");
    applicant.post(startup.path() + "/actions/withdraw", "{}").is(404, "not-found");
    startup.by(People.officerOf("TAX"), "deny", DENIAL).is(404, "not-found");
    hall.as(People.ADMIN).get(startup.path()).is(403, "forbidden");
    hall.anybody().get(startup.path()).is(401, "unauthorized");
    hall.as(owner.persona())
        .get(startup.path().substring(0, startup.path().length() - 1) + "!")
        .is(400, "invalid-number");
  }

  /** A number of the same kind and day that has its check character and was never given. */
  private String never(String number) {
    String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    char last = number.charAt(number.length() - 2);
    String begun = number.substring(0, number.length() - 2) + (last == 'A' ? 'B' : 'A');
    for (char check : alphabet.toCharArray()) {
      if (hall.as(People.SUPERVISOR).get("/v1/startups/" + begun + check).status() == 404) {
        return begun + check;
      }
    }
    throw new AssertionError("no check character fits " + begun);
  }

  @Test
  void whoMayReadItMayNotThereforeActOnIt() {
    Founder owner = Founder.of(902);
    Founding startup = Founding.signed(hall, owner, OneForm.ofOne(owner, "TAX"));
    startup.by(People.WINDOW, "deny", DENIAL).is(403, "forbidden");
    startup.by(People.SUPERVISOR, "deny", DENIAL).is(403, "forbidden");
    startup.by(People.WINDOW, "request-correction", Founding.correction("有误")).is(403, "forbidden");
    startup.by(Founding.REGISTRAR, "sign", Founding.signature("0".repeat(64))).is(403, "forbidden");
    startup.by(Founding.REGISTRAR, "withdraw", "{}").is(403, "forbidden");
    startup.does("deny", DENIAL).is(403, "forbidden");
    onTask(startup, Founding.REGISTRAR, "TAX", "complete").is(403, "forbidden");
    onTask(startup, People.officerOf("TAX"), "TAX", "complete").is(404, "not-found");
    onTask(startup, People.WINDOW, "LICENCE", "complete").is(403, "forbidden");
    onTask(startup, People.SUPERVISOR, "LICENCE", "complete").is(403, "forbidden");
    assertThat(startup.stage()).isEqualTo("RECEIVED");
    startup.completes("LICENCE").is(200);
    onTask(startup, People.officerOf("TAX"), "LICENCE", "complete").is(403, "forbidden");
    onTask(startup, Founding.REGISTRAR, "TAX", "claim").is(403, "forbidden");
    startup.isWhole();
  }

  private Exchange onTask(Founding startup, Persona officer, String part, String action) {
    return hall.as(officer)
        .match(startup.etag())
        .post(
            startup.path()
                + "/tasks/"
                + startup.task(part).path("id").asText()
                + "/actions/"
                + action,
            action.equals("complete") ? Founding.result(part) : "{}");
  }

  @Test
  void officersSayWhichVersionTheyActOn() {
    Founder owner = Founder.of(903);
    Founding startup = Founding.signed(hall, owner, OneForm.ofOne(owner));
    Hall.Call registrar = hall.as(Founding.REGISTRAR);
    String deny = startup.path() + "/actions/deny";
    String task = startup.path() + "/tasks/LICENCE.MARKET_REGULATION/actions/";
    registrar.post(deny, DENIAL).is(428, "precondition-required");
    registrar.post(task + "complete", Founding.PASS).is(428, "precondition-required");
    Exchange stale = registrar.match("\"1\"").post(deny, DENIAL).is(412, "stale-version");
    assertThat(stale.etag()).isEqualTo(startup.etag());
    registrar.match("\"1\"").post(task + "claim", "{}").is(412, "stale-version");
    registrar.match("1").post(deny, DENIAL).is(400, "version-invalid");
    owner
        .at(hall)
        .match("\"1\"")
        .post(startup.path() + "/actions/withdraw", "{}")
        .is(412, "stale-version");
    owner
        .at(hall)
        .ask(startup.path() + "/actions/withdraw", "{}")
        .is(400, "idempotency-key-required");
    startup.claims("LICENCE").is(200);
    hall.as(Persona.officer("another", "MARKET_REGULATION"))
        .match("\"1\"")
        .post(task + "complete", Founding.PASS)
        .is(409, "already-claimed");
  }

  @Test
  void aSignatureIsGivenOnceUnderOnesOwnNameOnWhatWasRead() {
    Founder owner = Founder.of(904);
    Founder head = Founder.of(905);
    Founding startup = Founding.filed(hall, owner, OneForm.ofOneRunBy(owner, head));
    String sign = startup.path() + "/actions/sign";
    String hash = startup.received().text("/formHash");
    head.at(hall).post(sign, Founding.signature("0".repeat(64))).is(409, "form-changed");
    assertThat(faults(head.at(hall).post(sign, Founding.signature("abc"))))
        .containsExactly("/formHash bad-format");
    Exchange renamed =
        head.at(hall, "另一名").post(sign, Founding.signature(hash)).is(409, "action-not-allowed");
    assertThat(renamed.text("/detail")).contains("姓名");
    assertThat(startup.seen().path("signaturesMissing").asInt()).isEqualTo(2);

    startup.signs(head).is(200);
    Exchange twice =
        head.at(hall).post(sign, Founding.signature(hash)).is(409, "action-not-allowed");
    assertThat(twice.text("/detail")).isEqualTo("您已签署");
    assertThat(startup.seen().path("signaturesMissing").asInt()).isEqualTo(1);
    startup.does("amend", OneForm.ofOneRunBy(owner, head, "TAX").toString()).is(200);
    head.at(hall).post(sign, Founding.signature(hash)).is(409, "form-changed");
    assertThat(startup.entries("SIGN")).hasSize(1);
  }

  @Test
  void aNameIsItsHoldersAloneAndIsNotGivenUpWhileItIsUsed() {
    Founder owner = Founder.of(909);
    Founder other = Founder.of(910);
    Founding startup = Founding.filed(hall, owner, OneForm.ofOne(owner));
    String release = "/v1/startups/names/" + startup.reservation() + "/actions/release";
    Exchange foreign = other.at(hall).post(release, "{}").is(404, "not-found");
    Exchange none =
        other
            .at(hall)
            .post("/v1/startups/names/" + UUID.randomUUID() + "/actions/release", "{}")
            .is(404, "not-found");
    assertThat(foreign.body()).isEqualTo(none.body());
    assertThat(faults(Founding.files(hall, other, startup.reservation(), OneForm.ofOne(other))))
        .containsExactly("/nameReservation unknown-reservation");
    Founding.reserves(hall, other, 909, "LLC").is(409, "name-taken");
    owner.at(hall).post(release, "{}").is(409, "startup-running");
    Founding.files(hall, owner, startup.reservation(), OneForm.ofOne(owner))
        .is(409, "startup-running");

    startup.does("withdraw", "{}").is(200);
    owner.at(hall).post(release, "{}").is(200);
    Founding theirs =
        Founding.filedAs(
            hall,
            other,
            Founding.reserves(hall, other, 909, "LLC").is(201).text("/nameReservation"),
            OneForm.ofOne(other));
    theirs.signs(other).is(200);
    theirs.completes("LICENCE").is(200);
    other
        .at(hall)
        .post("/v1/startups/names/" + theirs.reservation() + "/actions/release", "{}")
        .is(409, "startup-running");
    Founding.files(hall, other, theirs.reservation(), OneForm.ofOne(other)).is(409, "name-taken");
    Founding.reserves(hall, owner, 909, "LLC").is(409, "name-taken");
  }

  @Test
  void aTaskIsDoneOnceWithTheResultThatItsKindHas() {
    Founder owner = Founder.of(911);
    Founding startup = Founding.signed(hall, owner, OneForm.ofOne(owner, "SEAL", "BANK"));
    String reject = "{\"opinion\":\"REJECT\",\"comment\":\"不符合\"}";
    owner.at(hall).get(startup.path() + "/licence").is(404, "not-found");
    owner
        .at(hall)
        .header("Accept", "application/pdf")
        .get(startup.path() + "/licence")
        .is(404, "not-found");
    startup.completes("SEAL").is(404, "not-found");
    assertThat(faults(startup.completes("LICENCE", reject))).containsExactly("/opinion use-deny");
    assertThat(
            faults(
                startup.completes(
                    "LICENCE", "{\"opinion\":\"PASS\",\"result\":{\"reference\":\"1\"}}")))
        .containsExactly("/result not-applicable");
    assertThat(startup.stage()).isEqualTo("RECEIVED");

    String code = startup.completes("LICENCE").is(200).text("/licence/code");
    startup.completes("LICENCE").is(409, "action-not-allowed");
    startup.by(Founding.REGISTRAR, "deny", DENIAL).is(409, "action-not-allowed");
    assertThat(startup.licence().path("code").asText()).isEqualTo(code);
    owner
        .at(hall)
        .header("Accept", "text/html")
        .get(startup.path() + "/licence")
        .is(406, "not-acceptable");
    owner
        .at(hall)
        .header("Accept", "application/pdf")
        .get(startup.path())
        .is(406, "not-acceptable");

    assertThat(faults(startup.completes("SEAL", Founding.PASS)))
        .containsExactly("/result/reference required");
    assertThat(
            faults(
                startup.completes(
                    "BANK", "{\"opinion\":\"PASS\",\"result\":{\"institution\":\"某银行\"}}")))
        .containsExactly("/result/appointmentAt required");
    assertThat(faults(startup.completes("BANK", Founding.PASS)))
        .containsExactlyInAnyOrder(
            "/result/institution required", "/result/appointmentAt required");
    assertThat(faults(startup.completes("SEAL", "{\"opinion\":\"REJECT\"}")))
        .containsExactly("/comment required");
    startup.completes("SEAL", reject).is(200);
    startup.completes("SEAL").is(409, "action-not-allowed");
    JsonNode completed = startup.completes("BANK").is(200).json();
    assertThat(completed.path("stage").asText()).isEqualTo("COMPLETED");
    assertThat(Paperwork.find(completed.path("results"), "task", "SEAL").path("done").asBoolean())
        .isFalse();
    startup.isWhole();
  }
}
