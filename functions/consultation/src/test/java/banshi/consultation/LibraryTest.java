package banshi.consultation;

import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.catalogue.Catalogue;
import banshi.consultation.knowledge.Hits;
import banshi.store.Engine;
import banshi.store.Published;
import banshi.store.PublishedAnswers;
import banshi.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one environment publishes is found by every other within a minute, and cheaply. */
class LibraryTest {
  private static final Instant NOW = at("2026-11-24T10:00:00+08:00");
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration A_LITTLE = Duration.ofSeconds(5);

  private Engine engine;
  private PublishedAnswers answers;
  private Library library;

  @BeforeEach
  void start() {
    engine = new Engine();
    answers = new PublishedAnswers(engine.table);
    library = new Library(answers, Catalogue.standard());
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private void publish(String id, String title, Instant when) {
    assertThat(
            engine.write(
                answers.publishing(
                    new Published(id, title, title + "，见窗口公告。", Optional.empty(), "HALL", when))))
        .isTrue();
  }

  private void takeDown(String id, Instant when) {
    assertThat(engine.write(answers.takingDown(id, when))).isTrue();
  }

  private List<String> found(String query, Instant now) {
    Hits hits = library.at(now).search(query, Language.ZH_CN, 0, 3);
    return hits.hits().stream().map(hit -> hit.entry().id()).toList();
  }

  @Test
  void theReviewPointsOfTheCatalogueAreFoundThoughNothingIsPublished() {
    assertThat(found("食品经营许可", NOW)).first().isEqualTo("review-points:MR-FOOD-NEW");
  }

  @Test
  void whatAnotherEnvironmentPublishesIsFoundWithinAMinute() {
    assertThat(found("延时服务", NOW)).doesNotContain("evening");
    publish("evening", "窗口延时服务到几点", NOW.plusSeconds(1));
    assertThat(found("延时服务", NOW.plusSeconds(2)))
        .as("nobody has looked again yet")
        .doesNotContain("evening");
    assertThat(found("延时服务", NOW.plus(A_MINUTE))).first().isEqualTo("evening");
  }

  @Test
  void whatIsTakenDownIsGoneWithinAMinuteAndWhatIsPublishedAnewIsSaidAnew() {
    publish("evening", "窗口延时服务到几点", NOW.minus(A_MINUTE));
    publish("morning", "窗口早间服务从几点起", NOW.minus(A_MINUTE));
    assertThat(found("窗口服务几点", NOW)).contains("evening", "morning");
    takeDown("evening", NOW.plusSeconds(1));
    publish("morning", "周末谁当班", NOW.plusSeconds(1));
    Instant later = NOW.plus(A_MINUTE);
    assertThat(found("窗口延时服务", later)).doesNotContain("evening");
    assertThat(found("周末当班", later)).first().isEqualTo("morning");
    publish("evening", "窗口延时服务到几点", later.plusSeconds(1));
    assertThat(found("延时服务", later.plus(A_MINUTE))).first().isEqualTo("evening");
  }

  @Test
  void aChangeThatArrivesAfterALaterOneIsNotMissed() {
    found("延时服务", NOW);
    found("延时服务", NOW.plus(A_MINUTE));
    publish("evening", "窗口延时服务到几点", NOW.plus(A_MINUTE).minus(A_LITTLE));
    assertThat(found("延时服务", NOW.plus(A_MINUTE).plus(A_MINUTE)))
        .as("written late, at the time of its own request")
        .first()
        .isEqualTo("evening");
  }

  @Test
  void whoHasNotLookedForADayReadsTheWholeAgain() {
    publish("evening", "窗口延时服务到几点", NOW.minus(A_MINUTE));
    assertThat(found("延时服务", NOW)).contains("evening");
    takeDown("evening", NOW.plusSeconds(1));
    // The engine may have forgotten the change by then.
    Instant nextWeek = NOW.plus(Duration.ofDays(7));
    assertThat(found("延时服务", nextWeek)).doesNotContain("evening");
  }

  @Test
  void aLookCostsHalfAUnitHoweverMuchIsKnownAndTheFirstReadGrowsWithWhatThereIs() {
    int known = 0;
    double last = 0;
    for (int entries : List.of(100, 400)) {
      for (; known < entries; known++) {
        publish("answer-" + known, "第" + known + "问：窗口几点开门".repeat(10), NOW.minus(A_MINUTE));
      }
      Library fresh = new Library(answers, Catalogue.standard());
      Instant now = NOW.plus(Duration.ofHours(1));
      double first = engine.cost(() -> fresh.at(now));
      assertThat(first).isGreaterThan(3 * last);
      last = first;
      assertThat(engine.cost(() -> fresh.at(now.plusSeconds(1)))).as("again at once").isZero();
      assertThat(engine.cost(() -> fresh.at(now.plus(A_MINUTE))))
          .as("a look without changes, among %d", entries)
          .isLessThanOrEqualTo(0.5);
    }
  }

  @Test
  void timeThatRunsBackHidesNothing() {
    publish("evening", "窗口延时服务到几点", NOW.minus(A_MINUTE));
    assertThat(found("延时服务", NOW)).contains("evening");
    publish("morning", "窗口早间服务从几点起", NOW.minus(A_LITTLE));
    assertThat(found("早间服务", NOW.minusSeconds(1))).first().isEqualTo("morning");
  }
}
