package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Start-ups (企业开办) from the form to the last result. Minutes in them are counted by hand on the
 * calendar of 2026: service hours 09:00–12:00 and 14:00–17:30; 14 and 28 February are Saturdays
 * that are worked, 15 to 23 February are off. Each deed is some seconds later in its minute than
 * the one before, so that whole minutes lie between.
 */
class StartupTest {
  private static final String[] EVERYTHING = {
    "SEAL", "TAX", "SOCIAL_INSURANCE", "HOUSING_FUND", "BANK"
  };

  private final Hall hall = TheHall.open();

  private static OffsetDateTime time(JsonNode text) {
    return OffsetDateTime.parse(text.asText());
  }

  /** Holder, minutes, whether the clock ran. */
  private static List<String> entries(JsonNode ledger) {
    List<String> entries = new ArrayList<>();
    JsonNode previous = ledger.path("entries").path(0);
    long sum = 0;
    for (JsonNode entry : ledger.path("entries")) {
      if (entry != previous) {
        assertThat(entry.path("from")).as("no gap").isEqualTo(previous.path("to"));
      }
      previous = entry;
      sum += entry.path("minutes").asLong();
      entries.add(
          "%s %s%s"
              .formatted(
                  entry.path("holder").asText(),
                  entry.path("minutes").asText(),
                  entry.path("counted").asBoolean() ? "" : " not counted"));
    }
    assertThat(sum).isEqualTo(ledger.path("elapsedMinutes").asLong());
    assertThat(ledger.path("byHolder").findValues("minutes").stream().mapToLong(JsonNode::asLong))
        .satisfies(
            minutes ->
                assertThat(minutes.stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(ledger.path("elapsedMinutes").asLong()));
    return entries;
  }

  private static List<String> shares(JsonNode ledger) {
    List<String> shares = new ArrayList<>();
    ledger
        .path("byHolder")
        .forEach(
            share ->
                shares.add(
                    "%s %s own %s over %s"
                        .formatted(
                            share.path("holder").asText(),
                            share.path("minutes").asText(),
                            share.path("ownMinutes").asText(),
                            share.path("overMinutes").asText())));
    return shares;
  }

  @Test
  @Needs(Need.TIME)
  void aCompanyOfOneIsAlwaysWithWhoeverHasItsNextStepAndWhoIsLateIsNamed() {
    hall.setTime("2026-02-13T09:00:00+08:00");
    Founder founder = Founder.of(500);
    Founding startup = Founding.filed(hall, founder, OneForm.ofOne(founder, EVERYTHING));
    JsonNode filed = startup.received().json();
    assertThat(filed.path("stage").asText()).isEqualTo("AWAITING_SIGNATURES");
    assertThat(Founding.allowed(filed))
        .containsExactlyInAnyOrder("sign", "amend", "withdraw", "disclose");
    assertThat(Founding.tasks(filed))
        .containsExactlyInAnyOrder(
            "LICENCE PLANNED",
            "SEAL PLANNED",
            "TAX PLANNED",
            "SOCIAL_INSURANCE PLANNED",
            "HOUSING_FUND PLANNED",
            "BANK PLANNED");
    assertThat(startup.clock("PROMISED").path("state").asText()).isEqualTo("NOT_STARTED");
    assertThat(startup.ledger().path("entries")).isEmpty();
    assertThat(startup.waits("MARKET_REGULATION")).isEmpty();
    hall.as(Founding.REGISTRAR).get(startup.path()).is(404, "not-found");

    hall.setTime("2026-02-13T11:40:05+08:00");
    JsonNode received = startup.signs(founder).is(200).json();
    assertThat(received.path("stage").asText()).isEqualTo("RECEIVED");
    assertThat(Founding.allowed(received))
        .containsExactlyInAnyOrder("withdraw", "disclose", "hurry");
    assertThat(Founding.tasks(received)).contains("LICENCE OPEN", "SEAL PLANNED", "BANK PLANNED");
    assertThat(startup.waits("MARKET_REGULATION").orElseThrow().path("kind").asText())
        .isEqualTo("STARTUP");
    assertThat(startup.told("MARKET_REGULATION", "STARTUP_ARRIVED")).isPresent();
    hall.as(People.officerOf("PUBLIC_SECURITY")).get(startup.path()).is(404, "not-found");
    JsonNode promised = startup.clock("PROMISED");
    // 180 working minutes and 120 of lunch.
    assertThat(time(promised.path("dueAt")))
        .isEqualTo(time(promised.path("startedAt")).plusMinutes(300));
    assertThat(startup.clock("STATUTORY").path("dueAt").asText())
        .as("one working day: the Saturday that is worked")
        .isEqualTo("2026-02-14T17:30:00+08:00");

    JsonNode claimed = startup.claims("LICENCE").is(200).json();
    assertThat(claimed.path("stage").asText()).isEqualTo("LICENSING");
    assertThat(Founding.allowed(claimed))
        .containsExactlyInAnyOrder(
            "claim",
            "release",
            "hand-over",
            "share",
            "complete",
            "deny",
            "request-correction",
            "disclose");

    hall.setTime("2026-02-13T14:10:15+08:00");
    // Claimed for half an hour, which is long over; nobody else has taken it.
    JsonNode licensed = startup.completes("LICENCE").is(200).json();
    assertThat(licensed.path("stage").asText()).isEqualTo("ISSUING");
    assertThat(Founding.tasks(licensed))
        .as("unlocked by the very answer that gives the licence")
        .containsExactlyInAnyOrder(
            "LICENCE DONE",
            "SEAL OPEN",
            "TAX OPEN",
            "SOCIAL_INSURANCE OPEN",
            "HOUSING_FUND OPEN",
            "BANK OPEN");
    assertThat(licensed.at("/licence/code").asText()).startsWith("91500106");
    assertThat(licensed.at("/licence/issuedOn").asText()).isEqualTo("2026-02-13");
    assertThat(startup.waits("BANK")).isPresent();
    assertThat(startup.told("TAX", "SERVICES_OPENED")).isPresent();
    assertThat(startup.told(founder, "LICENCE_ISSUED")).isPresent();
    startup.does("withdraw", "{}").is(409, "action-not-allowed");

    hall.setTime("2026-02-13T16:00:25+08:00");
    assertThat(startup.completes("SEAL").is(200).text("/stage")).isEqualTo("ISSUING");
    JsonNode now = startup.ledger();
    assertThat(entries(now)).containsExactly("MARKET_REGULATION 30", "TAX 110");
    assertThat(now.at("/entries/1/settled").asBoolean()).as("any of four may be last").isFalse();
    assertThat(now.at("/entries/1/waitingFor").toString())
        .isEqualTo("[\"TAX\",\"HUMAN_RESOURCES\",\"HOUSING_FUND\",\"BANK\"]");
    assertThat(now.path("late")).isEmpty();

    hall.setTime("2026-02-13T17:20:30+08:00");
    startup.completes("TAX").is(200);
    hall.setTime("2026-02-14T09:30:35+08:00");
    startup.completes("SOCIAL_INSURANCE").is(200);
    hall.setTime("2026-02-14T10:00:45+08:00");
    startup.completes("HOUSING_FUND").is(200);
    hall.setTime("2026-02-24T09:15:55+08:00");
    JsonNode completed = startup.completes("BANK").is(200).json();
    assertThat(completed.path("stage").asText()).isEqualTo("COMPLETED");
    assertThat(completed.path("results").findValuesAsText("task"))
        .containsExactly("LICENCE", "SEAL", "TAX", "SOCIAL_INSURANCE", "HOUSING_FUND", "BANK");
    assertThat(completed.at("/results/1/reference").asText()).isEqualTo("SEAL-1");
    assertThat(completed.at("/results/5/appointmentAt").asText())
        .isEqualTo("2099-03-02T09:30:00+08:00");

    // Friday 20 + 210, Saturday 180 + 210, nine days off, Tuesday 15.
    JsonNode ledger = startup.ledger();
    assertThat(entries(ledger)).containsExactly("MARKET_REGULATION 30", "BANK 605");
    assertThat(ledger.path("budgetMinutes").asInt()).isEqualTo(180);
    assertThat(ledger.path("countedMinutes").asInt()).isEqualTo(635);
    assertThat(shares(ledger))
        .containsExactly(
            "MARKET_REGULATION 30 own 30 over 0",
            "PUBLIC_SECURITY 0 own 110 over 0",
            "TAX 0 own 190 over 70",
            "HUMAN_RESOURCES 0 own 230 over 110",
            "HOUSING_FUND 0 own 260 over 140",
            "BANK 605 own 605 over 485");
    assertThat(ledger.path("late"))
        .extracting(late -> late.path("holder").asText(), late -> late.path("minutes").asInt())
        .containsExactly(tuple("BANK", 455));
    assertThat(ledger.at("/late/0/holderName").asText()).isNotBlank().isNotEqualTo("BANK");
    assertThat(startup.clock("PROMISED").path("overdue").asBoolean()).isTrue();
    assertThat(startup.entries("COMPLETE")).hasSize(6);
    startup.isWhole();
    assertThat(startup.listed().path("stage").asText()).isEqualTo("COMPLETED");
    assertThat(startup.listed().path("kind").asText()).isEqualTo("STARTUP");
    assertThat(startup.told(founder, "STARTUP_COMPLETED")).isPresent();
    hall.setTime("2026-03-24T09:15:55+08:00");
    assertThat(startup.ledger()).as("what is over changes no more").isEqualTo(ledger);
  }

  @Test
  @Needs(Need.TIME)
  void fiftyShareholdersAndTheirBoardsAllSignAndAChangeVoidsWhatWasSigned() {
    hall.setTime("2026-02-27T09:00:00+08:00");
    List<Founder> everybody = Founder.from(510, 53);
    ObjectNode form = OneForm.ofMany(everybody, "2", "SEAL", "TAX");
    Founding startup = Founding.filed(hall, everybody.getFirst(), form);
    assertThat(startup.received().json().path("signatories")).hasSize(53);
    assertThat(startup.told(everybody.getLast(), "SIGNATURE_REQUESTED")).isPresent();
    String first = startup.received().text("/formHash");

    startup.signedBy(everybody.subList(0, 10));
    assertThat(startup.seen().path("signaturesMissing").asInt()).isEqualTo(43);
    ((ObjectNode) form.at("/company/address")).put("detail", "测试路2号2-2");
    JsonNode amended = startup.does("amend", form.toString()).is(200).json();
    assertThat(amended.path("signaturesMissing").asInt()).isEqualTo(53);
    assertThat(amended.path("signatories").findValuesAsText("signed")).containsOnly("false");
    assertThat(amended.path("formHash").asText()).isNotEqualTo(first);
    everybody
        .get(20)
        .at(hall)
        .post(startup.path() + "/actions/sign", Founding.signature(first))
        .is(409, "form-changed");

    startup.signedBy(everybody.subList(0, 52));
    assertThat(startup.stage()).isEqualTo("AWAITING_SIGNATURES");
    hall.setTime("2026-02-27T17:00:05+08:00");
    JsonNode received = startup.signs(everybody.get(52)).is(200).json();
    assertThat(received.path("stage").asText()).isEqualTo("RECEIVED");
    assertThat(received.path("signatories").findValuesAsText("formHash"))
        .hasSize(53)
        .containsOnly(amended.path("formHash").asText());

    // Friday 30 minutes, the night, Saturday 28 February.
    hall.setTime("2026-02-28T09:20:20+08:00");
    JsonNode licensed = startup.completes("LICENCE").is(200).json();
    assertThat(licensed.at("/licence/capital").asInt()).isEqualTo(500_000);
    assertThat(licensed.at("/licence/premises").asText()).endsWith("测试路2号2-2");
    hall.setTime("2026-02-28T10:00:35+08:00");
    startup.completes("SEAL").is(200);
    hall.setTime("2026-02-28T11:00:50+08:00");
    assertThat(startup.completes("TAX").is(200).text("/stage")).isEqualTo("COMPLETED");
    JsonNode ledger = startup.ledger();
    assertThat(entries(ledger)).containsExactly("MARKET_REGULATION 50", "TAX 100");
    assertThat(shares(ledger))
        .containsExactly(
            "MARKET_REGULATION 50 own 50 over 0",
            "PUBLIC_SECURITY 0 own 40 over 0",
            "TAX 100 own 100 over 0");
    assertThat(ledger.path("late")).isEmpty();
    assertThat(startup.entries("SIGN")).hasSize(63);
    startup.isWhole();
  }

  @Test
  void aSoleTraderWithoutServicesIsDoneWithTheLicence() {
    Founder operator = Founder.of(570);
    Founding startup = Founding.signed(hall, operator, OneForm.soleTrader(operator));
    JsonNode completed = startup.completes("LICENCE").is(200).json();
    assertThat(completed.path("stage").asText()).isEqualTo("COMPLETED");
    assertThat(completed.at("/licence/code").asText()).startsWith("92500106");
    assertThat(completed.path("licence").has("capital")).isFalse();
    assertThat(completed.at("/licence/composition").asText()).isEqualTo("个人经营");
    assertThat(completed.at("/licence/legalRepresentative").asText()).isEqualTo("测试570");
    assertThat(Founding.tasks(completed)).containsExactly("LICENCE DONE");
    assertThat(startup.ledger().path("late")).isEmpty();
    startup.isWhole();
  }

  @Test
  void whoeverSignsSeesWhatIsMaskedAndMaySignAndNothingElse() {
    List<Founder> everybody = Founder.from(571, 8);
    Founding startup =
        Founding.filed(hall, everybody.getFirst(), OneForm.ofMany(everybody, "20", "TAX"));
    Founder signer = everybody.getLast();
    Hall.Call caller = signer.at(hall);
    Exchange seen = caller.get(startup.path()).is(200);
    assertThat(Founding.allowed(seen.json())).containsExactly("sign");
    assertThat(seen.json().path("people").findValuesAsText("name")).containsOnly("测*");
    everybody.forEach(one -> assertThat(seen.body()).doesNotContain(one.idNumber()));
    assertThat(seen.body()).doesNotContain(everybody.getFirst().name());
    caller.get(startup.path() + "/ledger").is(200);

    String amendment = OneForm.ofMany(everybody, "20").toString();
    caller.post(startup.path() + "/actions/amend", amendment).is(403, "forbidden");
    caller.post(startup.path() + "/actions/withdraw", "{}").is(403, "forbidden");
    caller
        .post(
            startup.path() + "/actions/disclose",
            "{\"fields\":[\"applicant.name\"],\"reason\":\"核对\"}")
        .is(403, "forbidden");
    startup.signs(signer).is(200);
    startup.isWhole();
  }

  @Test
  void whoeverHasSignedIsNotOfferedToSignAgain() {
    Founder owner = Founder.of(585);
    Founder head = Founder.of(586);
    Founding startup = Founding.filed(hall, owner, OneForm.ofOneRunBy(owner, head));
    assertThat(Founding.allowed(startup.signs(head).is(200).json())).isEmpty();
  }

  @Test
  void whoeverHoldsTheReceiptSeesWhereItStandsAndNobodysName() {
    Founder founder = Founder.of(580);
    Founding startup = Founding.signed(hall, founder, OneForm.ofOne(founder, "SEAL"));
    String body =
        Hall.JSON
            .createObjectNode()
            .put("number", startup.number())
            .put("code", startup.received().text("/receipt/code"))
            .toString();
    Exchange tracked = hall.anybody().ask("/v1/tracking", body).is(200);
    assertThat(tracked.text("/stage")).isEqualTo("RECEIVED");
    assertThat(tracked.text("/title")).contains(Founding.tradeName(580));
    assertThat(tracked.json().at("/timeline/items").findValuesAsText("action"))
        .containsExactly("SUBMIT", "SIGN");
    assertThat(tracked.body()).doesNotContain(founder.name(), founder.idNumber());
    assertThat(time(Paperwork.find(tracked.json().path("clocks"), "id", "PROMISED").path("dueAt")))
        .isEqualTo(
            OffsetDateTime.parse(
                hall.due(
                    startup.clock("PROMISED").path("startedAt").asText(), 3, "WORKING_HOURS")));
  }
}
