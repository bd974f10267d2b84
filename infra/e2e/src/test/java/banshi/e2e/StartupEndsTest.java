package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Start-ups that are corrected, denied, given up or left unsigned, and what comes every year. */
class StartupEndsTest {
  private static final String DENIAL =
      "{\"reason\":\"住所不能用于经营\",\"legalBasis\":\"《中华人民共和国市场主体登记管理条例》第十九条\"}";

  private final Hall hall = TheHall.open();

  private void run() {
    hall.runReminder().is(200);
  }

  private static OffsetDateTime time(JsonNode text) {
    return OffsetDateTime.parse(text.asText());
  }

  private static ObjectNode moved(ObjectNode form, String detail) {
    ObjectNode changed = form.deepCopy();
    ((ObjectNode) changed.at("/company/address")).put("detail", detail);
    return changed;
  }

  private static List<String> holders(JsonNode ledger) {
    return ledger.path("entries").findValues("holder").stream().map(JsonNode::asText).toList();
  }

  @Test
  @Needs(Need.TIME)
  void whileItIsCorrectedTheClockStandsStillAndThenRunsOnAndTheTimeIsTheApplicants() {
    hall.setTime("2026-11-23T09:00:05+08:00");
    Founder founder = Founder.of(595);
    ObjectNode form = OneForm.ofOne(founder);
    Founding startup = Founding.signed(hall, founder, form);
    OffsetDateTime started = time(startup.clock("PROMISED").path("startedAt"));

    hall.setTime("2026-11-23T09:20:15+08:00");
    JsonNode asked =
        startup
            .by(Founding.REGISTRAR, "request-correction", Founding.correction("门牌号与实际不符"))
            .is(200)
            .json();
    assertThat(asked.path("stage").asText()).isEqualTo("CORRECTION_REQUESTED");
    assertThat(asked.at("/corrections/0/items/0/detail").asText()).isEqualTo("门牌号与实际不符");
    assertThat(asked.at("/corrections/0/days").asInt()).isEqualTo(30);
    assertThat(startup.told(founder, "STARTUP_CORRECTION")).isPresent();
    JsonNode paused = startup.clock("PROMISED");
    assertThat(paused.path("state").asText()).isEqualTo("PAUSED");
    assertThat(paused.at("/pauses/0/legalBasis").asText()).contains("第十八条");
    startup.completes("LICENCE").is(409, "action-not-allowed");

    hall.setTime("2026-11-23T10:00:20+08:00");
    assertThat(startup.does("amend", moved(form, "测试路3号3-3").toString()).is(200).text("/stage"))
        .isEqualTo("AWAITING_SIGNATURES");
    assertThat(startup.clock("PROMISED").path("state").asText()).isEqualTo("PAUSED");
    hall.setTime("2026-11-23T10:50:25+08:00");
    assertThat(startup.signs(founder).is(200).text("/stage")).isEqualTo("RECEIVED");
    JsonNode resumed = startup.clock("PROMISED");
    assertThat(time(resumed.path("startedAt"))).as("not anew").isEqualTo(started);
    Duration pause =
        Duration.between(time(resumed.at("/pauses/0/from")), time(resumed.at("/pauses/0/to")));
    assertThat(time(resumed.path("dueAt")))
        .as("three hours, two of lunch, and the pause")
        .isEqualTo(started.plusHours(5).plus(pause));

    hall.setTime("2026-11-23T11:00:35+08:00");
    assertThat(startup.completes("LICENCE").is(200).text("/licence/premises")).endsWith("测试路3号3-3");
    JsonNode ledger = startup.ledger();
    assertThat(holders(ledger))
        .containsExactly("MARKET_REGULATION", "APPLICANT", "MARKET_REGULATION");
    assertThat(ledger.path("entries").findValuesAsText("minutes"))
        .containsExactly("20", "90", "10");
    assertThat(ledger.path("entries").findValuesAsText("counted"))
        .containsExactly("true", "false", "true");
    assertThat(ledger.path("elapsedMinutes").asInt()).isEqualTo(120);
    assertThat(ledger.path("countedMinutes").asInt()).isEqualTo(30);
    JsonNode registrar = ledger.at("/byHolder/0");
    assertThat(registrar.path("minutes").asInt()).isEqualTo(30);
    assertThat(registrar.path("ownMinutes").asInt()).as("its task stood still too").isEqualTo(30);
    assertThat(registrar.path("overMinutes").asInt()).isZero();
    assertThat(ledger.at("/byHolder/1/holder").asText()).isEqualTo("APPLICANT");
    assertThat(ledger.at("/byHolder/1/minutes").asInt()).isEqualTo(90);
    assertThat(ledger.at("/byHolder/1/holderName").asText()).isEqualTo("申请人");
    assertThat(ledger.path("late")).isEmpty();
    startup.isWhole();
  }

  @Test
  void whatIsToBeCorrectedIsToldOnceAndASecondTimeOnlyByASupervisorAndMarked() {
    Founder founder = Founder.of(596);
    ObjectNode form = OneForm.ofOne(founder, "TAX");
    Founding startup = Founding.signed(hall, founder, form);
    String list = Founding.correction("门牌号与实际不符");
    startup.by(People.SUPERVISOR, "request-correction", list).is(409, "action-not-allowed");
    startup.by(Founding.REGISTRAR, "request-correction", list).is(200);
    assertThat(startup.seen().path("anomaly").asBoolean()).isFalse();
    startup.does("amend", moved(form, "测试路4号4-4").toString()).is(200);
    startup.signs(founder).is(200);

    startup.by(Founding.REGISTRAR, "request-correction", list).is(409, "action-not-allowed");
    assertThat(startup.stage()).isEqualTo("RECEIVED");
    JsonNode again =
        startup
            .by(People.SUPERVISOR, "request-correction", Founding.correction("经营范围有遗漏"))
            .is(200)
            .json();
    assertThat(again.path("stage").asText()).isEqualTo("CORRECTION_REQUESTED");
    assertThat(again.path("corrections")).hasSize(2);
    assertThat(again.path("anomaly").asBoolean()).isTrue();
    assertThat(startup.entries("REQUEST_CORRECTION").getLast().at("/actor/role").asText())
        .isEqualTo("SUPERVISOR");
    startup.isWhole();
  }

  @Test
  @Needs(Need.TIME)
  void whatIsNotCorrectedInTimeExpires() {
    Founder founder = Founder.of(597);
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder));
    startup
        .by(
            Founding.REGISTRAR,
            "request-correction",
            "{\"faults\":[{\"detail\":\"门牌号与实际不符\"}],\"days\":5}")
        .is(200);
    assertThat(startup.clock("CORRECTION").path("dueAt").asText())
        .isEqualTo("2026-11-30T23:59:59+08:00");
    hall.setTime("2026-12-01T00:00:05+08:00");
    assertThat(startup.stage()).isEqualTo("EXPIRED");
    assertThat(startup.task("LICENCE").path("state").asText()).isEqualTo("CANCELLED");
    assertThat(startup.waits("MARKET_REGULATION")).isEmpty();
    startup.isWhole();
  }

  @Test
  void aDenialSaysWhyAndWhatCanBeDoneInBothLanguagesAndFreesNameAndRepresentative() {
    Founder founder = Founder.of(598);
    ObjectNode form = OneForm.ofOne(founder, "SEAL");
    Founding startup = Founding.signed(hall, founder, form);
    startup
        .by(Founding.REGISTRAR, "deny", "{\"reason\":\" \",\"legalBasis\":\"\"}")
        .is(400, "invalid-body");
    JsonNode denied = startup.by(Founding.REGISTRAR, "deny", DENIAL).is(200).json();
    assertThat(denied.path("stage").asText()).isEqualTo("DENIED");
    assertThat(denied.at("/denial/reason").asText()).isEqualTo("住所不能用于经营");
    assertThat(denied.at("/denial/remedy").asText()).contains("60日", "行政复议", "行政诉讼");
    assertThat(
            founder
                .at(hall)
                .header("Accept-Language", "en")
                .get(startup.path())
                .is(200)
                .text("/denial/remedy"))
        .contains("60 days", "reconsideration", "court");
    assertThat(Founding.tasks(startup.seen()))
        .containsExactlyInAnyOrder("LICENCE CANCELLED", "SEAL CANCELLED");
    assertThat(startup.clock("PROMISED").path("state").asText()).isEqualTo("STOPPED");
    assertThat(startup.told(founder, "STARTUP_DENIED")).isPresent();
    startup.by(Founding.REGISTRAR, "deny", DENIAL).is(409, "action-not-allowed");
    startup.isWhole();
    Founding.files(hall, founder, startup.reservation(), form).is(201);
  }

  @Test
  void itCanBeGivenUpAtEveryStageBeforeTheLicence() {
    Founder founder = Founder.of(599);
    ObjectNode form = OneForm.ofOne(founder, "SEAL");
    Founding first = Founding.filed(hall, founder, form);
    first.does("withdraw", "{\"reason\":\"改日再办\"}").is(200);
    assertThat(first.stage()).isEqualTo("WITHDRAWN");
    first.isWhole();
    for (int step = 0; step < 3; step++) {
      Founding startup = Founding.filedAgain(hall, first, form);
      startup.signs(founder).is(200);
      if (step == 1) {
        startup.claims("LICENCE").is(200);
      } else if (step == 2) {
        startup.by(Founding.REGISTRAR, "request-correction", Founding.correction("有误")).is(200);
      }
      startup.does("withdraw", "{}").is(200);
      startup.does("withdraw", "{}").is(409, "action-not-allowed");
      assertThat(startup.stage()).isEqualTo("WITHDRAWN");
      assertThat(startup.waits("MARKET_REGULATION")).isEmpty();
      startup.by(Founding.REGISTRAR, "deny", DENIAL).is(409, "action-not-allowed");
      startup.isWhole();
    }
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void unsignedForThirtyDaysItExpiresByItselfOrBeforeTheEyesOfWhoeverLooksAndItsNameIsFree() {
    Founder left = Founder.of(601);
    Founder seen = Founder.of(602);
    List<Founder> boards = Founder.from(603, 8);
    Founding alone = Founding.filed(hall, left, OneForm.ofOne(left));
    Founding looked = Founding.filed(hall, seen, OneForm.ofOne(seen));
    Founding partly = Founding.filed(hall, boards.getFirst(), OneForm.ofMany(boards, "20"));
    partly.signedBy(boards.subList(0, 7));
    assertThat(alone.received().text("/receipt/signBy")).isEqualTo("2026-12-23T23:59:59+08:00");
    run();

    hall.setTime("2026-12-23T23:59:30+08:00");
    run();
    assertThat(partly.stage()).isEqualTo("AWAITING_SIGNATURES");
    hall.setTime("2026-12-24T00:00:05+08:00");
    looked.signs(seen).is(409, "action-not-allowed");
    assertThat(looked.stage()).isEqualTo("EXPIRED");
    run();
    for (Founding startup : List.of(alone, looked, partly)) {
      assertThat(startup.listed().path("stage").asText()).as("stored").isEqualTo("EXPIRED");
      assertThat(startup.entries("EXPIRE"))
          .singleElement()
          .satisfies(
              entry ->
                  assertThat(entry.path("at").asText()).isEqualTo("2026-12-23T23:59:59+08:00"));
      startup.isWhole();
    }
    assertThat(partly.told(boards.getLast(), "STARTUP_EXPIRED")).isPresent();
    partly.does("amend", OneForm.ofMany(boards, "20").toString()).is(409, "action-not-allowed");

    // The name is still reserved for its two months, and can be filed for again.
    Founding again = Founding.filedAgain(hall, alone, OneForm.ofOne(left));
    again.signs(left).is(200);
    assertThat(again.completes("LICENCE").is(200).text("/stage")).isEqualTo("COMPLETED");

    hall.setTime("2027-01-24T00:00:05+08:00");
    Founder other = Founder.of(612);
    Founding.reserves(hall, other, 602, "LLC").is(201);
    Founding.reserves(hall, other, 601, "LLC").is(409, "name-taken");
  }

  @Test
  @Needs({Need.TIME, Need.SCHEDULE})
  void aCompanyIsRemindedOfItsAnnualReportEveryYearAndASoleTraderIsNot() {
    Founder founder = Founder.of(613);
    Founder operator = Founder.of(614);
    Founding company = Founding.signed(hall, founder, OneForm.ofOne(founder));
    Founding trader = Founding.signed(hall, operator, OneForm.soleTrader(operator));
    company.completes("LICENCE").is(200);
    trader.completes("LICENCE").is(200);

    hall.setTime("2026-12-31T23:59:00+08:00");
    assertThat(company.stage()).isEqualTo("COMPLETED");
    assertThat(company.told(founder, "ANNUAL_REPORT_OPENS")).isEmpty();
    hall.setTime("2027-01-01T09:00:00+08:00");
    run();
    assertThat(company.told(founder, "ANNUAL_REPORT_OPENS").orElseThrow().path("body").asText())
        .contains("6月30日", Founding.tradeName(613));
    assertThat(company.told(founder, "ANNUAL_REPORT_ENDS")).isEmpty();
    hall.setTime("2028-01-02T09:00:00+08:00");
    run();
    assertThat(company.told(founder, "ANNUAL_REPORT_ENDS")).isPresent();
    assertThat(company.entries("ANNUAL_REPORT_OPENS"))
        .extracting(entry -> entry.path("at").asText().substring(0, 10))
        .containsExactly("2027-01-01", "2028-01-01");
    assertThat(company.entries("ANNUAL_REPORT_ENDS"))
        .extracting(entry -> entry.path("at").asText().substring(0, 10))
        .containsExactly("2027-06-01");
    company.isWhole();

    assertThat(trader.stage()).isEqualTo("COMPLETED");
    assertThat(trader.entries("ANNUAL_REPORT_OPENS")).isEmpty();
    assertThat(trader.told(operator, "ANNUAL_REPORT_OPENS")).isEmpty();
    assertThat(trader.told(operator, "ANNUAL_REPORT_ENDS")).isEmpty();
  }
}
