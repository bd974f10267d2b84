package banshi.store;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Sample;
import banshi.clock.ServiceClock;
import banshi.identity.ApplicantKey;
import banshi.store.Drafts.Saved;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions of drafts, in the real engine. */
class DraftsTest {
  private static final Instant NOW = Sample.MONDAY;
  private static final Random RANDOM = new Random(7);
  private static Engine engine;
  private static Drafts drafts;
  private static int people;

  private final ApplicantKey owner = new ApplicantKey("%032d".formatted(++people));
  private final UUID id = UUID.randomUUID();

  @BeforeAll
  static void start() {
    engine = new Engine();
    drafts = new Drafts(engine.table, engine.cipher);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static JsonNode saying(String words) {
    return Json.object().put("form", words);
  }

  private Saved save(String words, Drafts.Terms terms, Instant now) {
    return save(CaseKind.APPLICATION, words, terms, now);
  }

  private Saved save(CaseKind kind, String words, Drafts.Terms terms, Instant now) {
    return drafts.save(
        new Drafts.Saving(owner, id, kind, kind + "@2026-01-01", saying(words)), terms, now);
  }

  private long kept(Saved saved) {
    assertThat(saved).isInstanceOf(Saved.Kept.class);
    return ((Saved.Kept) saved).draft().version();
  }

  private static Drafts.Terms from(long version) {
    return new Drafts.Terms(Optional.of(version), false);
  }

  private static Drafts.Terms onlyNew() {
    return new Drafts.Terms(Optional.empty(), true);
  }

  private String stored() {
    return drafts.find(owner, id, NOW).orElseThrow().content().path("form").asText();
  }

  private boolean file(CaseNumber number, Instant now) {
    Transaction transaction = engine.table.transaction();
    FiledDrafts.become(transaction, owner, id.toString(), number, now);
    return transaction.commit().isEmpty();
  }

  private static CaseNumber number(CaseKind kind) {
    return CaseNumber.draw(kind, ServiceClock.dateOf(NOW), RANDOM);
  }

  private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<T> future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
    }
    return results;
  }

  @Test
  void aCopyThatIsOlderThanWhatIsStoredIsToldWhatIsStored() {
    long first = kept(save("original", Drafts.Terms.NONE, NOW));
    long second = kept(save("from the telephone", from(first), NOW));

    Saved stale = save("from the computer", from(first), NOW);

    assertThat(second).isEqualTo(first + 1);
    assertThat(stale).isInstanceOf(Saved.Stale.class);
    Draft current = ((Saved.Stale) stale).current().orElseThrow();
    assertThat(current.version()).isEqualTo(second);
    assertThat(current.content()).isEqualTo(saying("from the telephone"));
    assertThat(stored()).isEqualTo("from the telephone");
  }

  @Test
  void ofFiftyWhoSaveTheSameVersionExactlyOneWins() throws Exception {
    long first = kept(save("original", Drafts.Terms.NONE, NOW));

    List<Saved> saved =
        together(
            IntStream.range(0, 50)
                .<Callable<Saved>>mapToObj(i -> () -> save("copy " + i, from(first), NOW))
                .toList());

    assertThat(saved).filteredOn(Saved.Kept.class::isInstance).hasSize(1);
    assertThat(saved).filteredOn(Saved.Stale.class::isInstance).hasSize(49);
    Draft winner =
        saved.stream()
            .filter(Saved.Kept.class::isInstance)
            .map(each -> ((Saved.Kept) each).draft())
            .findFirst()
            .orElseThrow();
    assertThat(winner.version()).isEqualTo(first + 1);
    assertThat(stored()).isEqualTo(winner.content().path("form").asText());
  }

  @Test
  void ofManyWhoCreateOnlyOneDoes() throws Exception {
    List<Saved> saved =
        together(
            IntStream.range(0, 20)
                .<Callable<Saved>>mapToObj(i -> () -> save("copy " + i, onlyNew(), NOW))
                .toList());

    assertThat(saved).filteredOn(Saved.Kept.class::isInstance).hasSize(1);
  }

  @Test
  void savesThatNameNoVersionAreAllTakenAndEachHasItsOwn() throws Exception {
    List<Saved> saved =
        together(
            IntStream.range(0, 20)
                .<Callable<Saved>>mapToObj(i -> () -> save("copy " + i, Drafts.Terms.NONE, NOW))
                .toList());

    Set<Long> versions = new HashSet<>();
    saved.forEach(each -> versions.add(kept(each)));
    assertThat(versions).hasSize(20);
  }

  @Test
  void aSaveWhoseAnswerWasLostIsAnsweredAgainWithoutANewVersion() {
    long first = kept(save("original", Drafts.Terms.NONE, NOW));
    long second = kept(save("the same", from(first), NOW));

    assertThat(kept(save("the same", from(first), NOW))).isEqualTo(second);
    assertThat(drafts.find(owner, id, NOW).orElseThrow().version()).isEqualTo(second);
    long third = kept(save("another", from(second), NOW));
    assertThat(kept(save("the same", from(third), NOW))).isEqualTo(third + 1);
    // The same words again, but others came between: not the same save.
    assertThat(save("the same", from(first), NOW)).isInstanceOf(Saved.Stale.class);
  }

  @Test
  void aNumberOfAnotherClassIsTheSameContent() {
    JsonNode sent = Json.object().set("form", DecimalNode.valueOf(new BigDecimal("1.50")));
    Drafts.Saving saving = new Drafts.Saving(owner, id, CaseKind.APPLICATION, "A@2026-01-01", sent);
    long first = kept(drafts.save(saving, Drafts.Terms.NONE, NOW));
    long second = kept(drafts.save(saving, from(first), NOW));

    assertThat(kept(drafts.save(saving, from(first), NOW))).isEqualTo(second);
  }

  @Test
  void noVersionComesTwiceWhateverIsDeletedFiledOrRunsOut() {
    Set<Long> seen = new HashSet<>();
    Instant now = NOW;
    for (int step = 0; step < 60; step++) {
      switch (RANDOM.nextInt(4)) {
        case 0 -> drafts.delete(owner, id, Optional.empty(), now);
        case 1 -> {
          now = now.plus(Duration.ofDays(91));
          if (RANDOM.nextBoolean()) {
            engine.table.delete(Keys.draftsPk(owner), Keys.draftSk(id.toString()));
          }
        }
        default -> {
          long version = kept(save("step " + step, Drafts.Terms.NONE, now));
          assertThat(seen.add(version)).as("version " + version).isTrue();
        }
      }
    }
    assertThat(seen).isNotEmpty();
  }

  @Test
  void whoHoldsACopyOfADeletedDraftCannotSaveItOverTheNextOne() {
    long first = kept(save("original", Drafts.Terms.NONE, NOW));
    assertThat(drafts.delete(owner, id, Optional.of(first), NOW)).isInstanceOf(Saved.Deleted.class);
    assertThat(drafts.find(owner, id, NOW)).isEmpty();
    assertThat(save("from the old copy", from(first), NOW))
        .isEqualTo(new Saved.Stale(Optional.empty()));

    long again = kept(save("begun again", onlyNew(), NOW));

    assertThat(again).isGreaterThan(first);
    assertThat(save("from the old copy", from(first), NOW)).isInstanceOf(Saved.Stale.class);
    assertThat(stored()).isEqualTo("begun again");
  }

  @Test
  void aStaleDeletionLeavesTheDraftAndARepeatedOneIsNoError() {
    long first = kept(save("original", Drafts.Terms.NONE, NOW));
    long second = kept(save("more", from(first), NOW));

    assertThat(drafts.delete(owner, id, Optional.of(first), NOW)).isInstanceOf(Saved.Stale.class);
    assertThat(stored()).isEqualTo("more");
    assertThat(drafts.delete(owner, id, Optional.of(second), NOW))
        .isInstanceOf(Saved.Deleted.class);
    assertThat(drafts.delete(owner, id, Optional.of(second), NOW))
        .isInstanceOf(Saved.Deleted.class);
    assertThat(drafts.of(owner, Optional.empty(), 20, NOW).items()).isEmpty();
  }

  @Test
  void ofASaveAndADeletionOfOneVersionOneWins() throws Exception {
    for (int round = 0; round < 10; round++) {
      long version = kept(save("round " + round, Drafts.Terms.NONE, NOW));
      List<Saved> done =
          together(
              List.<Callable<Saved>>of(
                  () -> save("changed", from(version), NOW),
                  () -> drafts.delete(owner, id, Optional.of(version), NOW)));

      boolean saved = done.get(0) instanceof Saved.Kept;
      boolean deleted = done.get(1) instanceof Saved.Deleted;
      assertThat(saved).isNotEqualTo(deleted);
      assertThat(drafts.find(owner, id, NOW).isPresent()).isEqualTo(saved);
    }
  }

  @Test
  void aDraftKeepsItsKindAndFormVersionUntilItIsDeleted() {
    kept(save(CaseKind.COMPLAINT, "what could not be done", Drafts.Terms.NONE, NOW));

    assertThat(save(CaseKind.STARTUP, "a company", Drafts.Terms.NONE, NOW))
        .isEqualTo(new Saved.OfKind(CaseKind.COMPLAINT));
    kept(
        drafts.save(
            new Drafts.Saving(owner, id, CaseKind.COMPLAINT, "LATER@2027-01-01", saying("more")),
            Drafts.Terms.NONE,
            NOW));
    assertThat(drafts.find(owner, id, NOW).orElseThrow().formVersion())
        .isEqualTo("COMPLAINT@2026-01-01");
    drafts.delete(owner, id, Optional.empty(), NOW);
    kept(save(CaseKind.STARTUP, "a company", Drafts.Terms.NONE, NOW));
    assertThat(drafts.find(owner, id, NOW).orElseThrow().formVersion())
        .isEqualTo("STARTUP@2026-01-01");
  }

  @Test
  void whatRanOutIsBegunAnew() {
    long first = kept(save(CaseKind.COMPLAINT, "old", Drafts.Terms.NONE, NOW));
    Instant later = NOW.plus(Duration.ofDays(90));

    assertThat(drafts.find(owner, id, later)).isEmpty();
    assertThat(save(CaseKind.COMPLAINT, "old", from(first), later))
        .isEqualTo(new Saved.Stale(Optional.empty()));
    long second = kept(save(CaseKind.STARTUP, "new", onlyNew(), later));
    assertThat(second).isGreaterThan(first);
    assertThat(drafts.find(owner, id, later).orElseThrow().formVersion()).startsWith("STARTUP@");
  }

  @ParameterizedTest
  @EnumSource(CaseKind.class)
  void aDraftIsFiledOnceAndSaysAsWhichCase(CaseKind kind) {
    kept(save(kind, "all of it", Drafts.Terms.NONE, NOW));
    CaseNumber number = number(kind);

    assertThat(file(number, NOW)).isTrue();

    assertThat(drafts.find(owner, id, NOW)).isEmpty();
    assertThat(file(number(kind), NOW)).isFalse();
    assertThat(save(kind, "from the other device", Drafts.Terms.NONE, NOW))
        .isEqualTo(new Saved.Filed(number));
    assertThat(save(kind, "from the other device", onlyNew(), NOW))
        .isEqualTo(new Saved.Filed(number));
    assertThat(drafts.delete(owner, id, Optional.empty(), NOW)).isInstanceOf(Saved.Deleted.class);
    assertThat(file(number(kind), NOW)).isFalse();
    // Nothing of what was written is kept.
    assertThat(engine.item(Keys.draftsPk(owner), Keys.draftSk(id.toString())))
        .doesNotContainKeys(FiledDrafts.CONTENT, Keys.DUE_BUCKET, Keys.DUE_SORT);
  }

  @Test
  void aDraftOfAnotherKindIsNotTakenByAFiling() {
    kept(save(CaseKind.COMPLAINT, "what could not be done", Drafts.Terms.NONE, NOW));

    assertThat(file(number(CaseKind.APPLICATION), NOW)).isFalse();
    assertThat(stored()).isEqualTo("what could not be done");
    assertThat(file(number(CaseKind.COMPLAINT), NOW)).isTrue();
  }

  @Test
  void aDraftThatNobodyEverSavedIsFiledOnceToo() throws Exception {
    List<Boolean> filed =
        together(
            IntStream.range(0, 10)
                .<Callable<Boolean>>mapToObj(i -> () -> file(number(CaseKind.APPLICATION), NOW))
                .toList());

    assertThat(filed).filteredOn(done -> done).hasSize(1);
  }

  @Test
  void aDraftOfBeforeThereWereVersionsAndKindsIsAnApplicationsWithVersionNought() {
    kept(save("old", Drafts.Terms.NONE, NOW));
    engine.table.update(
        request ->
            request
                .key(Attributes.key(Keys.draftsPk(owner), Keys.draftSk(id.toString())))
                .updateExpression("REMOVE version, draftKind"));

    Draft old = drafts.find(owner, id, NOW).orElseThrow();
    assertThat(old.version()).isZero();
    assertThat(old.kind()).isEqualTo(CaseKind.APPLICATION);
    assertThat(save(CaseKind.COMPLAINT, "x", Drafts.Terms.NONE, NOW))
        .isEqualTo(new Saved.OfKind(CaseKind.APPLICATION));
    assertThat(kept(save("new", from(0), NOW))).isPositive();
    assertThat(save("newer", from(0), NOW)).isInstanceOf(Saved.Stale.class);
  }

  @Test
  void nobodyMeetsSomebodyElsesDraftOfTheSameId() {
    long mine = kept(save("mine", Drafts.Terms.NONE, NOW));
    ApplicantKey other = new ApplicantKey("%032d".formatted(++people));

    assertThat(drafts.find(other, id, NOW)).isEmpty();
    assertThat(drafts.delete(other, id, Optional.of(mine), NOW)).isInstanceOf(Saved.Deleted.class);
    assertThat(
            drafts.save(
                new Drafts.Saving(other, id, CaseKind.APPLICATION, "A@1", saying("theirs")),
                from(mine),
                NOW))
        .isEqualTo(new Saved.Stale(Optional.empty()));
    assertThat(stored()).isEqualTo("mine");
  }

  @Test
  void whatADraftCostsGrowsWithItsOwnSizeOnly() {
    JsonNode small = saying("x".repeat(100));
    Drafts.Saving saving =
        new Drafts.Saving(owner, id, CaseKind.APPLICATION, "A@2026-01-01", small);
    double first = engine.cost(() -> drafts.save(saving, Drafts.Terms.NONE, NOW));
    double read = engine.cost(() -> drafts.find(owner, id, NOW));
    long version = drafts.find(owner, id, NOW).orElseThrow().version();
    double again =
        engine.cost(() -> drafts.save(saving, from(version), NOW.plus(Duration.ofDays(1))));
    double deleted = engine.cost(() -> drafts.delete(owner, id, Optional.empty(), NOW));
    assertThat(List.of(first, read, again, deleted)).containsExactly(2.0, 1.0, 3.0, 2.0);
    for (int i = 0; i < 60; i++) {
      drafts.save(
          new Drafts.Saving(
              owner, UUID.randomUUID(), CaseKind.COMPLAINT, "COMPLAINT@2026-01-01", small),
          Drafts.Terms.NONE,
          NOW);
    }
    double ofSixty = engine.cost(() -> drafts.of(owner, Optional.empty(), 20, NOW));
    for (int i = 0; i < 60; i++) {
      drafts.save(
          new Drafts.Saving(
              owner, UUID.randomUUID(), CaseKind.COMPLAINT, "COMPLAINT@2026-01-01", small),
          Drafts.Terms.NONE,
          NOW);
    }
    assertThat(engine.cost(() -> drafts.of(owner, Optional.empty(), 20, NOW))).isEqualTo(ofSixty);
    assertThat(ofSixty).isEqualTo(2.0);
  }
}
