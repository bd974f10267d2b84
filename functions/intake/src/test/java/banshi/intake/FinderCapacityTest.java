package banshi.intake;

import static banshi.cases.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ApplicationStage;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Occasion;
import banshi.cases.Sample;
import banshi.desk.Kinds;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.store.Engine;
import banshi.store.ListedCases;
import banshi.store.ListedCases.Received;
import banshi.store.Listing;
import banshi.store.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a search costs, as docs/capacity.md states it, however many cases there are. */
class FinderCapacityTest {
  private static final Actor WINDOW = officer("HALL");
  private static final Actor ELSEWHERE = officer("TAX");
  private static final Instant NOW = MONDAY.plus(Duration.ofDays(2));
  private static final Received DAYS =
      new Received(Optional.of(MONDAY), Optional.of(MONDAY.plus(Duration.ofDays(1))));

  private static Actor officer(String department) {
    return new Actor(
        "officer",
        Set.of(Role.OFFICER),
        Set.of(department),
        Optional.empty(),
        new ApplicantKey("o".repeat(32)));
  }

  private static void fill(Engine engine, int from, int to) {
    Kernel kernel = Sample.kernel();
    List<Change<JsonNode>> opened =
        IntStream.range(from, to)
            .mapToObj(
                i ->
                    kernel.open(
                        Sample.<JsonNode>filledIn(
                            i, MONDAY.plusSeconds(i), TextNode.valueOf("details")),
                        Occasion.of(MONDAY.plusSeconds(i), Sample.APPLICANT)))
            .toList();
    engine.file(opened);
    engine.list(opened);
  }

  @Test
  void aPageCostsTheSameWithAHundredAndWithFiveThousandCases() {
    try (Engine engine = new Engine()) {
      fill(engine, 0, 100);
      List<Double> few = costs(engine);
      fill(engine, 100, 5_000);
      List<Double> many = costs(engine);

      // A page of the list, and each of twenty cases; of what is not found, a hundred cases.
      assertThat(many).isEqualTo(few).containsExactly(21.0, 21.0, 21.0, 21.0, 105.0, 105.0, 0.0);
    }
  }

  private static List<Double> costs(Engine engine) {
    Finder finder =
        new Finder(
            new ListedCases(engine.table), new Kinds(engine.table, engine.cipher, Sample.clocks()));
    Finder.Source everything = finder.allOf(WINDOW, DAYS);
    Finder.Source matter = finder.of(Listing.ofMatter("FOOD"), DAYS);
    Finder.Source name =
        finder.of(Listing.ofName(Sample.applicant().name(), engine.index), Received.whenever());
    Finder.Source document = finder.ofApplicant(new ApplicantKey("a".repeat(32)));
    Finder.Wanted decided =
        new Finder.Wanted(Optional.empty(), Optional.of(ApplicationStage.DECIDED.name()));
    return List.of(
        cost(engine, finder, everything, Finder.Wanted.EVERYTHING, WINDOW, 20),
        cost(engine, finder, matter, Finder.Wanted.EVERYTHING, WINDOW, 20),
        cost(engine, finder, name, Finder.Wanted.EVERYTHING, WINDOW, 20),
        cost(engine, finder, document, Finder.Wanted.EVERYTHING, WINDOW, 20),
        cost(engine, finder, everything, decided, WINDOW, 0),
        cost(engine, finder, name, Finder.Wanted.EVERYTHING, ELSEWHERE, 0),
        cost(
            engine, finder, finder.allOf(ELSEWHERE, DAYS), Finder.Wanted.EVERYTHING, ELSEWHERE, 0));
  }

  private static double cost(
      Engine engine,
      Finder finder,
      Finder.Source source,
      Finder.Wanted wanted,
      Actor actor,
      int found) {
    return engine.cost(
        () -> {
          Page<Case<JsonNode>> page = finder.page(source, wanted, actor, Optional.empty(), 20, NOW);
          assertThat(page.items()).hasSize(found);
        });
  }
}
