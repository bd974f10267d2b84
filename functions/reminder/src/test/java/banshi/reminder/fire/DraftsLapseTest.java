package banshi.reminder.fire;

import static banshi.cases.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.CaseKind;
import banshi.identity.ApplicantKey;
import banshi.store.Drafts;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A draft's owner is told once before it goes, and then it goes. */
class DraftsLapseTest {
  private static final ApplicantKey OWNER = new ApplicantKey("d".repeat(32));
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private static void save(Hall hall, Instant now) {
    new Drafts(hall.engine.table, hall.engine.cipher)
        .save(
            new Drafts.Saving(
                OWNER,
                ID,
                CaseKind.APPLICATION,
                "RESTAURANT@2026-01-01",
                TextNode.valueOf("content")),
            Drafts.Terms.NONE,
            now);
  }

  private static List<String> told(Hall hall) {
    return hall.engine.sortKeys("INBOX#PERSON#" + OWNER.value());
  }

  @Test
  void theOwnerIsToldOnceWhoeverRunsBesideAndTheDraftGoesAtItsTime() {
    try (Hall hall = new Hall()) {
      save(hall, MONDAY);
      Instant warned = MONDAY.plus(Duration.ofDays(83)).plusSeconds(60);
      hall.job().run(warned.minusSeconds(120), Hall.ENOUGH);
      assertThat(told(hall)).isEmpty();

      Hall.inParallel(
          IntStream.range(0, 6)
              .<Callable<Map<String, Object>>>mapToObj(
                  i -> () -> hall.job().run(warned, Hall.ENOUGH))
              .toList());
      assertThat(told(hall)).hasSize(1);
      assertThat(hall.engine.sortKeys("DRAFT#" + OWNER.value())).hasSize(1);

      hall.job().run(MONDAY.plus(Duration.ofDays(90)).plusSeconds(60), Hall.ENOUGH);
      assertThat(hall.engine.sortKeys("DRAFT#" + OWNER.value())).isEmpty();
      assertThat(told(hall)).hasSize(1);
    }
  }

  @Test
  void aDraftThatIsSavedAgainIsKeptAndItsOwnerToldForTheNewDate() {
    try (Hall hall = new Hall()) {
      save(hall, MONDAY);
      save(hall, MONDAY.plus(Duration.ofDays(80)));
      hall.job().run(MONDAY.plus(Duration.ofDays(91)), Hall.ENOUGH);
      assertThat(told(hall)).isEmpty();
      assertThat(hall.engine.sortKeys("DRAFT#" + OWNER.value())).hasSize(1);

      hall.job().run(MONDAY.plus(Duration.ofDays(164)), Hall.ENOUGH);
      assertThat(told(hall)).hasSize(1);
    }
  }
}
