package banshi.e2e;

import static banshi.e2e.ComplaintRacesTest.done;
import static banshi.e2e.ComplaintRacesTest.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Many hands on one name, one person or one start-up at once. */
class StartupRacesTest {
  private static final int TIMES = 8;

  private final Hall hall = TheHall.open();

  private static List<Exchange> with(List<Exchange> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).toList();
  }

  private Callable<Exchange> files(Founder owner, String reservation, ObjectNode form) {
    Hall.Call caller = owner.at(hall);
    String body = form.deepCopy().put("nameReservation", reservation).toString();
    return () -> caller.post("/v1/startups", body);
  }

  private Callable<Exchange> signs(Founding startup, Founder signer, String hash) {
    Hall.Call caller = signer.at(hall);
    return () -> caller.post(startup.path() + "/actions/sign", Founding.signature(hash));
  }

  private Callable<Exchange> completesLicence(Founding startup, String etag) {
    Hall.Call registrar = hall.as(Founding.REGISTRAR).match(etag);
    String task = startup.task("LICENCE").path("id").asText();
    return () ->
        registrar.post(startup.path() + "/tasks/" + task + "/actions/complete", Founding.PASS);
  }

  private JsonNode names(Founder owner) {
    return owner.at(hall).get("/v1/startups/names?limit=100").is(200).json().path("items");
  }

  @Test
  void ofAHundredReservationsOfOneNameOneWins() throws Exception {
    List<Founder> everybody = Founder.from(620, 100);
    String body = Founding.name(620, "LLC").toString();
    List<Callable<Exchange>> reservations = new ArrayList<>();
    for (Founder one : everybody) {
      Hall.Call caller = one.at(hall);
      reservations.add(() -> caller.post("/v1/startups/names", body));
    }
    List<Exchange> answers = together(reservations);
    assertThat(with(answers, 201)).hasSize(1);
    assertThat(with(answers, 409)).hasSize(99);
    with(answers, 409).forEach(answer -> answer.is(409, "name-taken"));
    Founder winner = everybody.get(answers.indexOf(with(answers, 201).getFirst()));
    assertThat(names(winner)).hasSize(1);
    assertThat(names(everybody.get(winner.one() == 620 ? 1 : 0))).isEmpty();
    Exchange check = hall.anybody().ask("/v1/startups/name-checks", body).is(200);
    assertThat(check.json().path("taken").asBoolean()).isTrue();
    assertThat(check.json().path("available").asBoolean()).isFalse();
  }

  @Test
  void oneReservationAskedForManyTimesUnderOneKeyIsOneWithOneAnswer() throws Exception {
    Founder one = Founder.of(720);
    Hall.Call caller = one.at(hall).key(UUID.randomUUID().toString());
    String body = Founding.name(720, "LLC").toString();
    List<Callable<Exchange>> asked = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      asked.add(() -> caller.post("/v1/startups/names", body));
    }
    List<Exchange> answers = together(asked);
    assertThat(with(answers, 201)).hasSize(40);
    assertThat(answers.stream().map(Exchange::body).distinct()).hasSize(1);
    assertThat(answers.stream().filter(a -> a.header("Idempotent-Replayed").isEmpty())).hasSize(1);
    assertThat(names(one)).hasSize(1);
    caller
        .post("/v1/startups/names", Founding.name(721, "LLC").toString())
        .is(422, "idempotency-key-reused");
  }

  @Test
  void ofTwoStartUpsForOneNameOneIsFiled() throws Exception {
    Founder owner = Founder.of(722);
    String reservation = Founding.reserved(hall, owner, "LLC");
    List<Founder> heads = Founder.from(723, TIMES);
    List<Callable<Exchange>> filings = new ArrayList<>();
    heads.forEach(head -> filings.add(files(owner, reservation, OneForm.ofOneRunBy(owner, head))));
    List<Exchange> answers = together(filings);
    assertThat(with(answers, 201)).hasSize(1);
    assertThat(with(answers, 409)).hasSize(TIMES - 1);
    with(answers, 409).forEach(answer -> answer.is(409, "startup-running"));
    assertThat(owner.at(hall).get("/v1/cases").is(200).json().path("items")).hasSize(1);
    assertThat(names(owner).at("/0/startup").asText())
        .isEqualTo(with(answers, 201).getFirst().text("/number"));

    // Whoever lost represents nothing: they can be named in another start-up.
    Founder loser = heads.get(answers.indexOf(with(answers, 409).getFirst()));
    Founding.filed(hall, loser, OneForm.ofOne(loser));
  }

  @Test
  void ofManyStartUpsOfOneRepresentativeOneIsFiled() throws Exception {
    Founder head = Founder.of(735);
    List<Founder> owners = Founder.from(736, TIMES);
    List<Callable<Exchange>> filings = new ArrayList<>();
    for (Founder owner : owners) {
      String reservation = Founding.reserved(hall, owner, "LLC");
      filings.add(files(owner, reservation, OneForm.ofOneRunBy(owner, head)));
    }
    List<Exchange> answers = together(filings);
    assertThat(with(answers, 201)).hasSize(1);
    assertThat(with(answers, 409)).hasSize(TIMES - 1);
    with(answers, 409).forEach(answer -> answer.is(409, "startup-running"));
    for (int i = 0; i < TIMES; i++) {
      assertThat(names(owners.get(i)).path(0).has("startup"))
          .as("the name is used only by what was filed")
          .isEqualTo(answers.get(i).status() == 201);
    }
  }

  @Test
  void twoStartUpsThatBothMakeOnePersonTheirHeadByAChangeAgreeOnWhose() throws Exception {
    Founder head = Founder.of(745);
    List<Founder> owners = Founder.from(746, TIMES);
    List<Callable<Exchange>> changes = new ArrayList<>();
    for (Founder owner : owners) {
      Founding startup = Founding.filed(hall, owner, OneForm.ofOne(owner));
      Hall.Call caller = owner.at(hall);
      String form = OneForm.ofOneRunBy(owner, head).toString();
      changes.add(() -> caller.post(startup.path() + "/actions/amend", form));
    }
    List<Exchange> answers = together(changes);
    assertThat(done(answers)).isEqualTo(1);
    with(answers, 409).forEach(answer -> answer.is(409, "startup-running"));
    assertThat(with(answers, 409)).hasSize(TIMES - 1);
  }

  @Test
  void fortyLicencesIssuedAtOnceHaveFortyValidCodes() throws Exception {
    List<Founding> startups = new ArrayList<>();
    List<Callable<Exchange>> completions = new ArrayList<>();
    for (Founder one : Founder.from(760, 40)) {
      boolean trader = one.one() % 2 == 0;
      Founding startup =
          Founding.signed(hall, one, trader ? OneForm.soleTrader(one) : OneForm.ofOne(one));
      startups.add(startup);
      completions.add(completesLicence(startup, startup.etag()));
    }
    List<Exchange> answers = together(completions);
    assertThat(done(answers)).isEqualTo(40);
    Set<String> codes = new TreeSet<>();
    for (Exchange answer : answers) {
      String code = answer.text("/licence/code");
      assertThat(LicenceTest.isValid(code)).as(code).isTrue();
      assertThat(code).startsWith(answer.text("/form").equals("LLC") ? "91500106" : "92500106");
      codes.add(code);
    }
    assertThat(codes).hasSize(40);
    startups.forEach(
        startup ->
            assertThat(startup.licence().path("code").asText())
                .isEqualTo(startup.seen().at("/licence/code").asText())
                .isIn(codes));
  }

  @Test
  void everybodySignsAtOnceAndItIsReceivedOnce() throws Exception {
    List<Founder> everybody = Founder.from(805, 19);
    Founding startup =
        Founding.filed(hall, everybody.getFirst(), OneForm.ofMany(everybody, "6.25", "SEAL"));
    String hash = startup.received().text("/formHash");
    List<Callable<Exchange>> signatures = new ArrayList<>();
    everybody.forEach(one -> signatures.add(signs(startup, one, hash)));
    assertThat(done(together(signatures))).isEqualTo(19);
    JsonNode seen = startup.seen();
    assertThat(seen.path("stage").asText()).isEqualTo("RECEIVED");
    assertThat(seen.path("signaturesMissing").asInt()).isZero();
    assertThat(seen.path("signatories").findValuesAsText("formHash"))
        .hasSize(19)
        .containsOnly(hash);
    assertThat(startup.entries("SIGN")).hasSize(19);
    assertThat(startup.entries("SIGN"))
        .filteredOn(entry -> entry.path("toStage").asText().equals("RECEIVED"))
        .hasSize(1);
    startup.isWhole();
  }

  @Test
  void theLicenceAndAListOfCorrectionsOnOneVersionAreOneOfTheTwo() throws Exception {
    for (Founder one : Founder.from(830, TIMES)) {
      Founding startup = Founding.signed(hall, one, OneForm.ofOne(one, "SEAL"));
      String etag = startup.etag();
      Hall.Call registrar = hall.as(Founding.REGISTRAR).match(etag);
      List<Exchange> answers =
          together(
              List.of(
                  completesLicence(startup, etag),
                  () ->
                      registrar.post(
                          startup.path() + "/actions/request-correction",
                          Founding.correction("门牌号与实际不符"))));
      assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 412);
      boolean licensed = answers.getFirst().status() == 200;
      assertThat(startup.stage()).isEqualTo(licensed ? "ISSUING" : "CORRECTION_REQUESTED");
      assertThat(startup.seen().has("licence")).isEqualTo(licensed);
      assertThat(startup.task("SEAL").path("state").asText())
          .isEqualTo(licensed ? "OPEN" : "PLANNED");
      startup.isWhole();
    }
  }

  @Test
  void aChangeAndTheLastSignatureNeverLetAVoidSignatureCount() throws Exception {
    for (Founder owner : Founder.from(840, TIMES)) {
      Founder head = Founder.of(owner.one() + 10);
      ObjectNode form = OneForm.ofOneRunBy(owner, head);
      Founding startup = Founding.filed(hall, owner, form);
      startup.signs(owner).is(200);
      ObjectNode changed = form.deepCopy();
      ((ObjectNode) changed.at("/company/address")).put("detail", "测试路9号9-9");
      Hall.Call caller = owner.at(hall);
      List<Exchange> answers =
          together(
              List.of(
                  () -> caller.post(startup.path() + "/actions/amend", changed.toString()),
                  signs(startup, head, startup.received().text("/formHash"))));
      assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 409);
      JsonNode seen = startup.seen();
      boolean amended = answers.getFirst().status() == 200;
      if (amended) {
        answers.getLast().is(409, "form-changed");
      } else {
        answers.getFirst().is(409, "action-not-allowed");
      }
      assertThat(seen.path("stage").asText())
          .isEqualTo(amended ? "AWAITING_SIGNATURES" : "RECEIVED");
      assertThat(seen.path("signatories").findValuesAsText("signed"))
          .containsOnly(amended ? "false" : "true");
      seen.path("signatories")
          .findValuesAsText("formHash")
          .forEach(hash -> assertThat(hash).isEqualTo(seen.path("formHash").asText()));
      startup.isWhole();
    }
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void theLastSignatureAndTheTimerAgreeOnWhichCameFirst() throws Exception {
    for (Founder one : Founder.from(860, TIMES)) {
      hall.setTime(TheHall.NOW);
      Founding startup = Founding.filed(hall, one, OneForm.ofOne(one));
      String hash = startup.received().text("/formHash");
      hall.setTime("2026-12-23T23:59:40+08:00");
      List<Exchange> answers =
          together(
              List.of(
                  () -> {
                    hall.setTime("2026-12-24T00:00:05+08:00");
                    return hall.runReminder();
                  },
                  signs(startup, one, hash)));
      boolean signed = answers.getLast().status() == 200;
      if (!signed) {
        answers.getLast().is(409, "action-not-allowed");
      }
      hall.setTime("2026-12-24T00:00:15+08:00");
      assertThat(startup.stage()).isEqualTo(signed ? "RECEIVED" : "EXPIRED");
      assertThat(startup.entries("EXPIRE")).hasSize(signed ? 0 : 1);
      startup.isWhole();
    }
  }
}
