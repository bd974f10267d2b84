package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.e2e.Hall.Persona;
import banshi.local.LocalCloud;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A function that dies between any two steps of a submission, and a client that tries again. */
@Needs(Need.INSIDE)
class CrashTest {
  private static final int MOST_TRIES = 10;

  @Test
  void aSubmissionCutOffAnywhereAndRepeatedIsOneCase() throws Exception {
    try (PowerCut power = new PowerCut();
        LocalCloud cloud =
            LocalCloud.builder(TheHall.root())
                .inMemory()
                .port(0)
                .dynamoForFunctions(power::before)
                .start()) {
      Hall hall = Hall.of(cloud);
      int moment = 0;
      boolean cut = true;
      while (cut) {
        String token =
            hall.token(
                new Persona(
                    "resident-" + moment, List.of("applicant"), List.of(), Optional.empty()));
        power.at(moment, () -> kill(cloud));
        int tries = submitUntilReceived(hall, token, "key-" + moment);
        cut = power.happened();
        power.spare();
        assertThat(tries).as("cut at moment %d", moment).isEqualTo(cut ? 2 : 1);
        assertThat(hall.with(token).get("/v1/cases").is(200).json().path("items"))
            .as("cases after a cut at moment %d", moment)
            .hasSize(1);
        moment++;
      }
      assertThat(moment).as("moments tried").isGreaterThanOrEqualTo(3);
    }
  }

  private static int submitUntilReceived(Hall hall, String token, String key) {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      Exchange answer =
          hall.raw(
              hall.request("POST", "/v1/applications")
                  .header("Authorization", "Bearer " + token)
                  .header("Idempotency-Key", key)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(Paperwork.restaurant().toString()))
                  .build());
      if (answer.status() == 201) {
        return tries;
      }
      assertThat(answer.status()).as(answer.body()).isBetween(502, 504);
    }
    throw new AssertionError("never received");
  }

  private static void kill(LocalCloud cloud) {
    cloud.functions().stream()
        .flatMap(function -> function.environments().stream())
        .forEach(
            environment ->
                ProcessHandle.of(environment.pid()).ifPresent(ProcessHandle::destroyForcibly));
  }
}
