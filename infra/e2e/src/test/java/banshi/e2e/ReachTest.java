package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import banshi.local.LocalCloud;
import banshi.sms.Received;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose telephone a text message comes to, when, and what becomes of it, on the whole hall. */
@Needs(Need.INSIDE)
class ReachTest {
  private static LocalCloud cloud;
  private static Hall hall;

  @BeforeAll
  static void open() throws Exception {
    cloud = LocalCloud.builder(TheHall.root()).inMemory().port(0).withoutSchedules().start();
    hall = Hall.of(cloud);
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  @BeforeEach
  void anEmptyHall() {
    hall.setTime("2026-11-23T10:00:00+08:00");
    cloud.forgetData();
    cloud.sms().forget();
  }

  private static JsonNode run() {
    return hall.anybody().ask("/dev/schedules/reminder/runs", "").is(200).json().path("sent");
  }

  private static List<String> sent(String name) {
    return StreamSupport.stream(
            hall.anybody().get("/dev/outbox").is(200).json().path("items").spliterator(), false)
        .filter(item -> item.path("name").asText().equals(name))
        .map(item -> item.path("to").asText() + " " + item.path("state").asText())
        .sorted()
        .toList();
  }

  private static Hall.Call calledAt(Persona resident, String phone) {
    return hall.with(hall.token(resident, Hall.JSON.createObjectNode().put("phone", phone)));
  }

  private static void files(Hall.Call resident) {
    resident.post("/v1/applications", Paperwork.matter("MR-FOOD-NEW").toString()).is(201);
  }

  @Test
  void whoMustSignIsToldAtTheMobileInTheFormThoughTheyNeverSignedIn() {
    Founding.filed(hall, Founder.of(710), OneForm.ofOneRunBy(Founder.of(710), Founder.of(711)));

    run();

    assertThat(sent("SIGNATURE_REQUESTED")).containsExactly("138****0000 SENT", "138****0711 SENT");
    assertThat(cloud.sms().received()).extracting(Received::text).allMatch(t -> t.contains("签署"));

    hall.setTime("2026-11-23T10:05:00+08:00");
    assertThat(run().path("confirmed").asInt()).isEqualTo(2);
    assertThat(sent("SIGNATURE_REQUESTED"))
        .containsExactly("138****0000 CONFIRMED", "138****0711 CONFIRMED");
  }

  @Test
  void aSignatureThatHasThirtyDaysWakesNobody() {
    hall.setTime("2026-11-24T02:58:00+08:00");
    Founding.filed(hall, Founder.of(720), OneForm.ofOneRunBy(Founder.of(720), Founder.of(721)));
    assertThat(run().path("held").asInt()).isEqualTo(2);
    assertThat(cloud.sms().received()).isEmpty();

    hall.setTime("2026-11-24T08:00:00+08:00");
    run();
    assertThat(sent("SIGNATURE_REQUESTED")).containsExactly("138****0000 SENT", "138****0721 SENT");
  }

  @Test
  void whatWaitsForTheMorningGoesToTheTelephoneOfTheLastSignIn() {
    hall.setTime("2026-11-23T23:00:00+08:00");
    files(calledAt(People.resident(731), "13800000731"));
    run();
    hall.setTime("2026-11-24T07:00:00+08:00");
    files(calledAt(People.resident(731), "13700000731"));

    hall.setTime("2026-11-24T08:00:00+08:00");
    run();

    assertThat(sent("RECEIVED")).containsExactly("137****0731 SENT", "137****0731 SENT");
  }

  @Test
  void aMessageThatDidNotArriveIsFoundOutAndIsADeadLetterWhereNobodyElseCanBringIt() {
    hall.anybody().put("/dev/sms", "{\"report\":\"MK:0001\"}").is(200);
    files(hall.as(People.resident(741)));
    run();
    assertThat(sent("RECEIVED")).containsExactly("138****0000 SENT");

    hall.setTime("2026-11-23T10:05:00+08:00");
    JsonNode report = run();

    assertThat(report.path("undelivered").asInt()).isEqualTo(1);
    assertThat(report.path("dead").asInt()).isEqualTo(1);
    assertThat(sent("RECEIVED")).containsExactly("138****0000 FAILED");
  }

  @Test
  void aNumberThatTheProviderRefusesIsRefusedAtOnceAndOurFaultIsCounted() {
    hall.anybody()
        .put("/dev/sms", "{\"code\":\"FailedOperation.SignatureIncorrectOrUnapproved\"}")
        .is(200);
    files(hall.as(People.resident(751)));

    JsonNode report = run();

    assertThat(report.path("faults").asInt()).isEqualTo(1);
    assertThat(sent("RECEIVED")).containsExactly("138****0000 FAILED");
    hall.anybody().put("/dev/sms", "{\"colour\":\"red\"}").is(400);
  }
}
