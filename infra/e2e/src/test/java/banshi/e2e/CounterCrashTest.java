package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import banshi.local.LocalCloud;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/**
 * A function that dies between any two steps of filing at the counter, and an officer who tries
 * again with the same key: the person has one case, one notice, and the receipt that was handed
 * over; the audit has one entry.
 */
@Needs(Need.INSIDE)
class CounterCrashTest {
  private static final int MOST_TRIES = 10;

  @Test
  void whateverDiesWhenNothingIsLostAndNothingIsThereTwice() throws Exception {
    try (PowerCut power = new PowerCut();
        LocalCloud cloud =
            LocalCloud.builder(TheHall.root())
                .inMemory()
                .port(0)
                .withoutSchedules()
                .dynamoForFunctions(power::before)
                .start()) {
      Hall hall = Hall.of(cloud);
      everyMoment(hall, power, cloud, "IntakeFunction", "applications", Paperwork.restaurant(), 0);
      everyMoment(
          hall, power, cloud, "ComplaintFunction", "complaints", Grievance.body("MATERIALS"), 200);
      everyMoment(
          hall,
          power,
          cloud,
          "ConsultationFunction",
          "consultations",
          Inquiry.aboutTheMatter(),
          400);
      everyMomentOfAName(hall, power, cloud);
    }
  }

  private static void everyMoment(
      Hall hall,
      PowerCut power,
      LocalCloud cloud,
      String function,
      String kind,
      ObjectNode body,
      int first) {
    int moment = 0;
    boolean cut = true;
    while (cut) {
      Persona owner = People.resident(first + moment);
      String filed = AtTheCounter.forBearer(owner, "WINDOW", body).toString();
      String key = kind + "-" + moment;
      power.at(moment, () -> kill(cloud, function));
      Tried tried = until(hall, "/v1/" + kind, filed, key);
      cut = power.happened();
      power.spare();
      String as = kind + " cut at moment " + moment;
      assertThat(tried.tries()).as(as).isEqualTo(cut ? 2 : 1);
      isThereOnce(hall, owner, tried.answer(), as);
      Exchange again = until(hall, "/v1/" + kind, filed, key).answer();
      assertThat(again.body()).as(as).isEqualTo(tried.answer().body());
      assertThat(again.header("Idempotent-Replayed")).as(as).contains("true");
      moment++;
    }
    assertThat(moment).as("moments tried of %s", kind).isGreaterThanOrEqualTo(2);
  }

  private static void isThereOnce(Hall hall, Persona owner, Exchange received, String as) {
    String number = received.text("/number");
    assertThat(hall.as(owner).get("/v1/cases").is(200).json().path("items")).as(as).hasSize(1);
    assertThat(hall.as(owner).get("/v1/cases").text("/items/0/number")).as(as).isEqualTo(number);
    assertThat(hall.as(owner).get("/v1/notices").is(200).json().path("items")).as(as).hasSize(1);
    assertThat(
            hall.anybody()
                .ask(
                    "/v1/tracking",
                    Hall.JSON
                        .createObjectNode()
                        .put("number", number)
                        .put("code", received.text("/receipt/code"))
                        .toString())
                .is(200)
                .text("/number"))
        .as(as)
        .isEqualTo(number);
    assertThat(
            hall.as(People.SUPERVISOR)
                .get("/v1/audit?case=" + number)
                .is(200)
                .json()
                .path("items")
                .findValuesAsText("kind"))
        .as(as)
        .filteredOn("ACT"::equals)
        .hasSize(1);
  }

  private static void everyMomentOfAName(Hall hall, PowerCut power, LocalCloud cloud) {
    int moment = 0;
    boolean cut = true;
    while (cut) {
      Founder founder = Founder.of(600 + moment);
      String filed =
          AtTheCounter.forBearer(
                  founder.persona(), "WINDOW", Founding.name(600 + moment, "SOLE_PROPRIETOR"))
              .toString();
      power.at(moment, () -> kill(cloud, "StartupFunction"));
      Tried tried = until(hall, "/v1/startups/names", filed, "name-" + moment);
      cut = power.happened();
      power.spare();
      String as = "a name cut at moment " + moment;
      assertThat(tried.tries()).as(as).isEqualTo(cut ? 2 : 1);
      assertThat(founder.at(hall).get("/v1/startups/names").is(200).json().path("items"))
          .as(as)
          .hasSize(1);
      everyPartOfAStartup(hall, founder, tried.answer().text("/nameReservation"), as);
      moment++;
    }
    assertThat(moment).as("moments tried of a name").isGreaterThanOrEqualTo(2);
    everyMomentOfAStartup(hall, power, cloud);
  }

  /** A name that was reserved over a cut can be used. */
  private static void everyPartOfAStartup(
      Hall hall, Founder founder, String reservation, String as) {
    ObjectNode form = OneForm.soleTrader(founder).put("nameReservation", reservation);
    Exchange filed =
        hall.as(People.WINDOW)
            .post(
                "/v1/startups",
                AtTheCounter.forBearer(founder.persona(), "WINDOW", form).toString())
            .is(201);
    isThereOnce(hall, founder.persona(), filed, as);
  }

  private static void everyMomentOfAStartup(Hall hall, PowerCut power, LocalCloud cloud) {
    int moment = 0;
    boolean cut = true;
    while (cut) {
      Founder founder = Founder.of(800 + moment);
      String reservation = Founding.reserved(hall, founder, "SOLE_PROPRIETOR");
      String filed =
          AtTheCounter.forBearer(
                  founder.persona(),
                  "WINDOW",
                  OneForm.soleTrader(founder).put("nameReservation", reservation))
              .toString();
      power.at(moment, () -> kill(cloud, "StartupFunction"));
      Tried tried = until(hall, "/v1/startups", filed, "startup-" + moment);
      cut = power.happened();
      power.spare();
      String as = "a start-up cut at moment " + moment;
      assertThat(tried.tries()).as(as).isEqualTo(cut ? 2 : 1);
      isThereOnce(hall, founder.persona(), tried.answer(), as);
      moment++;
    }
    assertThat(moment).as("moments tried of a start-up").isGreaterThanOrEqualTo(2);
  }

  private record Tried(int tries, Exchange answer) {}

  private static Tried until(Hall hall, String path, String body, String key) {
    String token = hall.token(People.WINDOW);
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      Exchange answer =
          hall.raw(
              hall.request("POST", path)
                  .header("Authorization", "Bearer " + token)
                  .header("Idempotency-Key", key)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build());
      if (answer.status() == 201) {
        return new Tried(tries, answer);
      }
      assertThat(answer.status()).as(answer.body()).isBetween(502, 504);
    }
    throw new AssertionError("never received");
  }

  private static void kill(LocalCloud cloud, String function) {
    cloud.functions().stream()
        .filter(one -> one.name().equals(function))
        .flatMap(one -> one.environments().stream())
        .forEach(
            environment ->
                ProcessHandle.of(environment.pid()).ifPresent(ProcessHandle::destroyForcibly));
  }
}
