package banshi.e2e;

import static banshi.e2e.Approval.COLLEAGUE;
import static banshi.e2e.Approval.LEAD;
import static banshi.e2e.Approval.MATTER;
import static banshi.e2e.Approval.faults;
import static banshi.e2e.People.SUPERVISOR;
import static banshi.e2e.People.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How decisions are told, judged, corrected, and how their time is extended. */
class DecidingTest {
  private static final String EXTENSION = "{\"days\":5,\"reason\":\"情况复杂\"}";

  private final Hall hall = TheHall.open();

  private static ObjectNode granted() throws Exception {
    return (ObjectNode) Hall.JSON.readTree(Paperwork.granted(MATTER));
  }

  private static String correction(String number) {
    ObjectNode body = Hall.JSON.createObjectNode().put("reason", "证号写错");
    body.putObject("changes").putObject("certificate").put("name", "许可证").put("number", number);
    return body.toString();
  }

  private LocalDate today() {
    return LocalDate.parse(hall.today());
  }

  @Test
  void theNoticeOfADecisionBeginsWithItsOutcomeAndADenialsSaysTheRemedyAndUntilWhen() {
    Approval granted = Approval.decided(hall, People.resident(960));
    assertThat(granted.told().getFirst()).startsWith("DECIDED 准予：").doesNotContain("复议");

    Approval denied = Approval.reviewed(hall, People.resident(961));
    denied.by(LEAD, "decide", Paperwork.denied(MATTER)).is(200);
    assertThat(denied.told().getFirst())
        .startsWith("DECIDED 不予：")
        .contains("行政复议", today().plusDays(60).toString(), today().plusMonths(6).toString())
        .doesNotContain("场所不符合规定");
  }

  @Test
  void ofAPackageEachNoticeNamesTheMatterThatItIsAbout() {
    Approval made = Approval.accepted(hall, People.resident(962), Paperwork.restaurant());
    made.review();
    for (JsonNode matter : made.seen().path("matters")) {
      String code = matter.path("code").asText();
      made.by(
              People.officerOf(matter.path("department").asText()),
              "decide",
              code.equals("TB-RETAIL") ? Paperwork.denied(code) : Paperwork.granted(code))
          .is(200);
      String outcome = code.equals("TB-RETAIL") ? "不予" : "准予";
      assertThat(made.told().getFirst())
          .contains(" " + outcome + "“" + matter.path("name").asText() + "”：");
    }
  }

  @Test
  void whatSomebodyTypedIsNotRepeatedInANotice() throws Exception {
    Approval denied = Approval.reviewed(hall, People.resident(963));
    ObjectNode body = (ObjectNode) Hall.JSON.readTree(Paperwork.denied(MATTER));
    denied.by(LEAD, "decide", body.put("remedy", "请找李某某处理").toString()).is(200);
    assertThat(denied.told().getFirst()).doesNotContain("李某某").contains("从其载明");
  }

  @Test
  void aCertificateEndsAfterItBeginsAndNotBeforeItIsGranted() throws Exception {
    Approval made = Approval.reviewed(hall, People.resident(964));
    ObjectNode body = granted();
    ObjectNode certificate = (ObjectNode) body.path("certificate");
    certificate.put("validFrom", today().plusDays(1).toString());
    certificate.put("validTo", today().minusDays(1).toString());
    assertThat(faults(made.by(LEAD, "decide", body.toString())))
        .containsExactlyInAnyOrder(
            "/certificate/validTo before-valid-from", "/certificate/validTo already-ended");
    certificate.put("validTo", today().toString());
    assertThat(faults(made.by(LEAD, "decide", body.toString())))
        .containsExactly("/certificate/validTo before-valid-from");
    ObjectNode denial = (ObjectNode) Hall.JSON.readTree(Paperwork.denied(MATTER));
    denial.set("certificate", certificate);
    assertThat(faults(made.by(LEAD, "decide", denial.toString())))
        .contains("/certificate not-applicable");
    certificate.put("validFrom", today().toString());
    made.by(LEAD, "decide", body.toString()).is(200);
  }

  @Test
  void anIssuedCertificateIsCorrectedOnTheRecordAndBothVersionsAreKept() {
    Approval made = Approval.decided(hall, People.resident(965));
    made.by(WINDOW, "correct-decision", correction("X-2")).is(403);
    made.by(LEAD, "correct-decision", correction("X-2")).is(200);
    assertThat(made.decision().at("/certificate/number").asText()).isEqualTo("X-2");
    assertThat(made.decision().at("/history/0/certificate/number").asText()).isEqualTo("X-1");
    assertThat(made.decision().at("/history/0/why").asText()).isEqualTo("证号写错");
    assertThat(made.decision().path("outcome").asText()).isEqualTo("GRANTED");
    assertThat(made.told().getFirst()).startsWith("DECISION_CORRECTED 准予：");
    assertThat(made.actions()).endsWith("CORRECT_DECISION");
    made.by(WINDOW, "deliver", "{\"method\":\"WINDOW\"}").is(200);
    made.by(LEAD, "correct-decision", correction("X-3")).is(200);
    assertThat(made.seen().path("stage").asText()).isEqualTo("COMPLETED");
    assertThat(made.decision().path("history")).hasSize(2);
    made.isWhole();
  }

  @Test
  void aCorrectionThatChangesNothingOrTurnsTheOutcomeIsRefused() {
    Approval made = Approval.accepted(hall, People.resident(966));
    made.by(LEAD, "correct-decision", correction("X-2")).is(409, "action-not-allowed");
    made.review();
    made.by(LEAD, "decide", Paperwork.denied(MATTER)).is(200);
    assertThat(faults(made.by(LEAD, "correct-decision", correction("X-2"))))
        .containsExactly("/changes/certificate not-applicable");
    assertThat(
            faults(
                made.by(
                    LEAD,
                    "correct-decision",
                    "{\"matterCode\":\"TB-RETAIL\",\"reason\":\"笔误\",\"changes\":{}}")))
        .containsExactly("/matterCode not-one-of");
    assertThat(faults(made.by(LEAD, "correct-decision", "{\"reason\":\"笔误\",\"changes\":{}}")))
        .containsExactly("/changes nothing-changes");
    assertThat(
            faults(
                made.by(
                    LEAD,
                    "correct-decision",
                    "{\"reason\":\"笔误\",\"changes\":{\"outcome\":\"GRANTED\"}}")))
        .containsExactly("/changes/outcome unknown-field");
    made.by(LEAD, "correct-decision", "{\"reason\":\"笔误\",\"changes\":{\"legalBasis\":\"第三十九条\"}}")
        .is(200);
    assertThat(made.decision().path("legalBasis").asText()).isEqualTo("第三十九条");
    assertThat(made.told().getFirst()).contains("不予：", "行政复议");
  }

  @Test
  void ofACorrectionAndADeliveryOfOneVersionOneIsToldToReadAgain() throws Exception {
    Approval made = Approval.decided(hall, People.resident(967));
    String etag = made.etag();
    List<Exchange> answers =
        race(
            () ->
                hall.as(LEAD)
                    .match(etag)
                    .post(made.path() + "/actions/correct-decision", correction("X-2")),
            () ->
                hall.as(WINDOW)
                    .match(etag)
                    .post(made.path() + "/actions/deliver", "{\"method\":\"WINDOW\"}"));
    assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 412);
    assertThat(made.actions()).doesNotHaveDuplicates();
    made.isWhole();
  }

  @Test
  void anExtensionNeedsASecondPersonAndMovesNoClockBefore() {
    Approval made = Approval.accepted(hall, People.resident(968));
    String due = made.due("STATUTORY");
    assertThat(
            faults(
                made.by(LEAD, "extend", "{\"days\":5,\"reason\":\"情况复杂\",\"approvedBy\":\"负责人\"}")))
        .containsExactly("/approvedBy unknown-field");
    made.by(LEAD, "extend", EXTENSION).is(200);
    assertThat(made.due("STATUTORY")).isEqualTo(due);
    assertThat(made.told()).noneMatch(told -> told.startsWith("EXTENDED"));
    assertThat(new WorkQueue(hall, Approval.DEPARTMENT).about(made.number()))
        .extracting(line -> line.path("work").asText())
        .contains("APPROVE-EXTENSION");
    assertThat(made.seen().at("/extensionRequest/days").asInt()).isEqualTo(5);
    made.by(LEAD, "extend", EXTENSION).is(409, "action-not-allowed");

    made.by(LEAD, "approve-extension", "{}").is(403, "own-request");
    made.by(LEAD, "reject-extension", "{\"reason\":\"不必\"}").is(403, "own-request");
    made.by(WINDOW, "approve-extension", "{}").is(403, "forbidden");
    JsonNode task =
        Paperwork.find(made.seen().path("tasks"), "id", "APPROVE-EXTENSION." + Approval.DEPARTMENT);
    made.onTask(task, "{\"opinion\":\"PASS\"}").is(409, "action-not-allowed");

    made.by(COLLEAGUE, "approve-extension", "{}").is(200);
    assertThat(made.due("STATUTORY")).isGreaterThan(due);
    assertThat(made.told().getFirst()).startsWith("EXTENDED");
    assertThat(made.shown().toString()).doesNotContain("approvedBy", "colleague");
    made.by(LEAD, "extend", EXTENSION).is(409, "action-not-allowed");
    made.isWhole();
  }

  @Test
  void whatIsRejectedMayBeAskedAgainAndADecisionEndsTheRequest() {
    Approval made = Approval.reviewed(hall, People.resident(969));
    String due = made.due("STATUTORY");
    made.by(SUPERVISOR, "approve-extension", "{}").is(409, "action-not-allowed");
    made.by(LEAD, "extend", EXTENSION).is(200);
    made.by(SUPERVISOR, "reject-extension", "{}").is(400, "invalid-body");
    made.by(SUPERVISOR, "reject-extension", "{\"reason\":\"不必延长\"}").is(200);
    assertThat(made.due("STATUTORY")).isEqualTo(due);
    assertThat(made.seen().has("extensionRequest")).isFalse();
    made.by(LEAD, "extend", EXTENSION).is(200);
    made.by(LEAD, "decide", Paperwork.granted(MATTER)).is(200);
    assertThat(made.seen().has("extensionRequest")).isFalse();
    made.by(SUPERVISOR, "approve-extension", "{}").is(409, "action-not-allowed");
  }

  @Test
  @Needs(Need.TIME)
  void anExtensionIsNeitherAskedForNorApprovedAfterDue() {
    Approval asked = Approval.accepted(hall, People.resident(970));
    Approval silent = Approval.accepted(hall, People.resident(971));
    asked.by(LEAD, "extend", EXTENSION).is(200);
    hall.setTime("2027-02-01T10:00:00+08:00");
    asked.by(COLLEAGUE, "approve-extension", "{}").is(409, "action-not-allowed");
    silent.by(LEAD, "extend", EXTENSION).is(409, "action-not-allowed");
    assertThat(asked.actions()).doesNotContain("APPROVE_EXTENSION");
  }

  @Test
  void ofTwoWhoApproveAtOnceOneExtendsAndARepeatedApprovalIsAnsweredAgain() throws Exception {
    Approval made = Approval.accepted(hall, People.resident(972));
    made.by(LEAD, "extend", EXTENSION).is(200);
    String etag = made.etag();
    String path = made.path() + "/actions/approve-extension";
    Hall.Call first = hall.as(COLLEAGUE).key(UUID.randomUUID().toString()).match(etag);
    Hall.Call second = hall.as(SUPERVISOR).key(UUID.randomUUID().toString()).match(etag);
    List<Exchange> answers = race(() -> first.post(path, "{}"), () -> second.post(path, "{}"));
    assertThat(answers).extracting(Exchange::status).containsExactlyInAnyOrder(200, 412);
    assertThat(made.actions()).containsOnlyOnce("APPROVE_EXTENSION");
    Hall.Call winner = answers.getFirst().status() == 200 ? first : second;
    Exchange again = winner.post(path, "{}").is(200);
    assertThat(again.header("Idempotent-Replayed")).isPresent();
    assertThat(made.actions()).containsOnlyOnce("APPROVE_EXTENSION");
  }

  @Test
  void anAppointmentIsNotInThePast() {
    Founder founder = Founder.of(973);
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder, "BANK"));
    startup.completes("LICENCE").is(200);
    String past =
        Founding.result("BANK").replaceAll("2099-03-02T09:30", today().minusDays(1) + "T09:30");
    assertThat(faults(startup.completes("BANK", past)))
        .containsExactly("/result/appointmentAt in-the-past");
    startup.completes("BANK").is(200);
    Persona bank = People.officerOf("BANK");
    String licence = "{\"task\":\"LICENCE\",\"reason\":\"笔误\",\"result\":{\"reference\":\"X\"}}";
    assertThat(faults(startup.by(Founding.REGISTRAR, "correct-result", licence)))
        .contains("/task licence-stands");
    String moved =
        "{\"task\":\"BANK\",\"reason\":\"改期\",\"result\":{\"appointmentAt\":\"2099-04-02T09:30:00+08:00\"}}";
    startup.by(Founding.REGISTRAR, "correct-result", moved).is(403);
    startup.by(bank, "correct-result", moved).is(200);
    assertThat(startup.seen().path("results").toString())
        .contains("2099-04-02T09:30:00+08:00", "2099-03-02T09:30:00+08:00", "改期");
    assertThat(startup.told(founder, "RESULT_CORRECTED")).isPresent();
    startup.isWhole();
  }

  private static List<Exchange> race(Callable<Exchange> one, Callable<Exchange> other)
      throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Exchange> answers = new ArrayList<>();
      for (Future<Exchange> answer : pool.invokeAll(List.of(one, other))) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
