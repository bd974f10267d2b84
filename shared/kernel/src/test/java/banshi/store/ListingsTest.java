package banshi.store;

import static banshi.cases.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ActorStamp;
import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Complaints;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Part;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.PersonName;
import banshi.identity.Role;
import banshi.store.ListedCases.Listed;
import banshi.store.ListedCases.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists by which cases are found are at every moment those of the cases as they are. */
class ListingsTest {
  private static final Set<Party> PEOPLE = EnumSet.complementOf(EnumSet.of(Party.SYSTEM));
  private static final Listings<String> LISTINGS = new Listings<>(details -> Set.of());
  private static Engine engine;
  private static int seeds;

  @BeforeAll
  static void start() {
    engine = new Engine();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static WriteTerms terms() {
    return new WriteTerms("listings", "key-" + seeds++, "body");
  }

  private static StoredAnswer answer() {
    return new StoredAnswer(
        200, Optional.of(1L), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));
  }

  /** A store's whole view of a case: whatever its walk was, it is found by what it is. */
  private static void isFoundByWhatItIs(Case<String> c) {
    assertThat(engine.listsOf(c.number()))
        .containsExactlyInAnyOrderElementsOf(
            LISTINGS.of(c, engine.index).stream().map(Listing::pk).toList());
    for (String department : List.of("MARKET", "URBAN", "TAX", Parties.DISCIPLINE_DEPARTMENT)) {
      assertThat(Parties.departments(c).contains(department))
          .as("officers of %s see %s at %s", department, c.number(), c.stage())
          .isEqualTo(!Parties.of(officerOf(department), c).isEmpty());
    }
  }

  private static Actor officerOf(String department) {
    return new Actor(
        "officer",
        Set.of(Role.OFFICER),
        Set.of(department),
        Optional.empty(),
        new ApplicantKey("o".repeat(32)));
  }

  private static void walk(
      CaseStore<String> store,
      Change<String> opened,
      int steps,
      Function<Case<String>, Change<String>> step) {
    assertThat(store.create(opened, "hash", Optional.empty(), terms(), answer(), MONDAY))
        .isInstanceOf(Commit.Written.class);
    Case<String> c = opened.after();
    isFoundByWhatItIs(c);
    for (int i = 0; i < steps; i++) {
      Change<String> change = step.apply(c);
      if (!change.entries().isEmpty()) {
        Change<String> next = change.following(c.version());
        assertThat(store.save(c, next, MONDAY)).isInstanceOf(Commit.Written.class);
        c = next.after();
        isFoundByWhatItIs(c);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aComplaintIsOnItsListsAfterAnyWalk(long seed) {
    Random random = new Random(seed);
    walk(
        engine.store(engine.table, CaseKind.COMPLAINT),
        Complaints.submitted(seed, MONDAY, "details"),
        20,
        c -> Complaints.anyStep(c, c.timeline().at().plusSeconds(random.nextInt(90_000)), random));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void anApplicationIsOnItsListsAndRunsForItsMattersAfterAnyWalk(long seed) {
    Random random = new Random(seed);
    RunningMatters running = new RunningMatters(engine.table);
    Case<String> filledIn = Sample.filledIn(seed, MONDAY, "details");
    Change<String> opened = Sample.kernel().open(filledIn, Occasion.of(MONDAY, Sample.APPLICANT));
    engine.write(
        RunningMatters.entering(
                filledIn.owner(),
                running.of(filledIn.owner(), matters(filledIn)),
                filledIn.number(),
                MONDAY)
            .toArray(Companion[]::new));
    List<Case<String>> last = new ArrayList<>(List.of(opened.after()));
    walk(
        engine.store(),
        opened,
        15,
        c -> {
          runsForWhatIsUndecided(running, c);
          Change<String> next = anyStep(c, random);
          last.set(0, next.after());
          return next;
        });
    runsForWhatIsUndecided(running, last.getFirst());
  }

  private static void runsForWhatIsUndecided(RunningMatters running, Case<String> c) {
    running
        .of(c.owner(), matters(c))
        .forEach(
            (matter, numbers) ->
                assertThat(numbers.contains(c.number()))
                    .as("%s runs for %s at %s", c.number(), matter, c.stage())
                    .isEqualTo(
                        !c.stage().isFinal() && c.part(matter).orElseThrow().outcome().isEmpty()));
  }

  private static List<String> matters(Case<String> c) {
    return c.parts().stream().map(Part::id).toList();
  }

  /** Some act, or time, or the decision on one of the parts. */
  private static Change<String> anyStep(Case<String> c, Random random) {
    Kernel kernel = Sample.kernel();
    Instant now = c.timeline().at().plus(Duration.ofHours(random.nextInt(30)));
    // Of the two that need a plan or an extension no list depends.
    List<ApplicationAction> actions =
        new ArrayList<>(
            EnumSet.complementOf(EnumSet.of(ApplicationAction.SUSPEND, ApplicationAction.EXTEND)));
    ApplicationAction action = actions.get(random.nextInt(actions.size()));
    Outcome<Change<String>> outcome =
        random.nextInt(6) == 0
            ? Outcome.done(kernel.settleAll(c, now))
            : kernel.perform(
                c,
                random.nextInt(3) == 0 ? ApplicationAction.ACCEPT : action,
                PEOPLE,
                move -> {
                  Occasion occasion =
                      Occasion.of(now, new ActorStamp(Party.WINDOW, Optional.of("HALL")))
                          .deadline(ApplicationAction.LAPSE, now.plusSeconds(3600));
                  return move.action() == ApplicationAction.ACCEPT
                      ? occasion.marking(Mark.ACCEPTANCE, Optional.of("EXPRESS"))
                      : occasion;
                });
    return switch (outcome) {
      case Outcome.Done<Change<String>>(Change<String> done) ->
          random.nextBoolean() && !done.entries().isEmpty() && done.after().undecided() > 1
              ? done.deciding(
                  done.after().parts().get(random.nextInt(2)).id(),
                  random.nextBoolean() ? "GRANTED" : "DENIED")
              : done;
      case Outcome.Refused<Change<String>>(var refusal) -> new Change<>(c, List.of(), List.of());
    };
  }

  @Test
  void aCaseThatIsOnNoListCanBeWrittenAllTheSame() {
    CaseStore<String> store = engine.store();
    Change<String> opened = Sample.received(501);
    store.create(opened, "hash", Optional.empty(), terms(), answer(), MONDAY);
    for (String list : engine.listsOf(opened.after().number())) {
      engine.table.delete(list, Keys.listedSk(MONDAY, opened.after().number()));
    }
    Change<String> withdrawn =
        done(
            Sample.kernel()
                .perform(
                    opened.after(),
                    ApplicationAction.WITHDRAW,
                    Set.of(Party.APPLICANT),
                    move -> Occasion.of(MONDAY, Sample.APPLICANT)));
    assertThat(store.save(opened.after(), withdrawn.following(1), MONDAY))
        .isInstanceOf(Commit.Written.class);
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
    };
  }

  @Test
  void aFilingOnWhatNoLongerHoldsIsNotWritten() {
    ApplicantKey owner = new ApplicantKey("q".repeat(32));
    RunningMatters running = new RunningMatters(engine.table);
    var none = running.of(owner, List.of("FOOD"));
    CaseNumber one = Sample.received(601).after().number();
    CaseNumber other = Sample.received(602).after().number();
    assertThat(engine.write(companions(owner, none, one))).isTrue();
    assertThat(engine.write(companions(owner, none, other))).isFalse();
    assertThat(running.of(owner, List.of("FOOD", "SIGN")))
        .isEqualTo(Map.of("FOOD", Set.of(one), "SIGN", Set.of()));
    assertThat(engine.write(companions(owner, running.of(owner, List.of("FOOD")), other))).isTrue();
    assertThat(running.of(owner, List.of("FOOD")).get("FOOD"))
        .containsExactlyInAnyOrder(one, other);
    assertThat(running.of(new ApplicantKey("p".repeat(32)), List.of("FOOD")).get("FOOD")).isEmpty();
  }

  private static Companion[] companions(
      ApplicantKey owner, Map<String, ? extends Set<CaseNumber>> others, CaseNumber number) {
    return RunningMatters.entering(owner, others, number, MONDAY).toArray(Companion[]::new);
  }

  @Test
  void pagesOfSomeListsShowEachCaseOnceNewestFirstAndWithinTheDays() {
    try (Engine own = new Engine()) {
      CaseStore<String> store = own.store();
      List<Case<String>> cases =
          IntStream.range(0, 23)
              .mapToObj(i -> filed(store, i, MONDAY.plus(Duration.ofHours(i))))
              .toList();
      ListedCases lists = new ListedCases(own.table);
      Set<Listing> some = Set.of(Listing.ofMatter("FOOD"), Listing.ofMatter("SIGN"));
      Received days =
          new Received(
              Optional.of(MONDAY.plus(Duration.ofHours(3))),
              Optional.of(MONDAY.plus(Duration.ofHours(20))));
      List<CaseNumber> seen = new ArrayList<>();
      Optional<String> after = Optional.empty();
      do {
        Page<Listed> page = lists.of(some, days, after, 4);
        page.items().forEach(each -> seen.add(each.number()));
        after = page.next();
      } while (after.isPresent());
      assertThat(seen)
          .containsExactlyElementsOf(
              cases.subList(3, 20).reversed().stream().map(Case::number).toList());
    }
  }

  private static Case<String> filed(CaseStore<String> store, int seed, Instant at) {
    Change<String> opened =
        Sample.kernel()
            .open(Sample.filledIn(seed, at, "details"), Occasion.of(at, Sample.APPLICANT));
    store.create(opened, "hash", Optional.empty(), terms(), answer(), at);
    return opened.after();
  }

  @Test
  void aNameIsFoundHoweverItIsTypedAndNoOtherIs() {
    Set<String> same =
        List.of("艾力·买买提", "艾力•买买提", "艾力‧买买提", "艾力・买买提", "艾力．买买提", "艾力.买买提", "艾力 ･ 买买提").stream()
            .map(name -> new PersonName(name).foundBy(engine.index))
            .collect(Collectors.toSet());
    assertThat(same).hasSize(1);
    assertThat(new PersonName("Ｌｉ  Lei").foundBy(engine.index))
        .isEqualTo(new PersonName("LI LEI").foundBy(engine.index));
    Set<String> others = new HashSet<>(same);
    List.of("艾力买买提", "艾力·买买", "买买提·艾力", "张三", "张叁")
        .forEach(name -> others.add(new PersonName(name).foundBy(engine.index)));
    assertThat(others).hasSize(6);
    assertThat(same).noneMatch(hash -> hash.contains("艾"));
  }
}
