package banshi.consultation.knowledge;

import banshi.catalogue.Catalogue;
import banshi.catalogue.Matter;
import banshi.catalogue.MatterSummary;
import banshi.catalogue.SearchPage;
import banshi.text.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The review points (审核要点) of the catalogue as entries: one for each matter that is in force and
 * has any, in both languages, {@code review-points:<matter code>} by id.
 */
public final class ReviewPoints {
  private static final ZoneId HALL = ZoneId.of("Asia/Shanghai");
  private static final int PAGE = 100;

  private ReviewPoints() {}

  /** Those in force on {@code day}, by code of the matter. */
  public static List<KnowledgeEntry> inForce(Catalogue catalogue, LocalDate day) {
    List<KnowledgeEntry> entries = new ArrayList<>();
    SearchPage<MatterSummary> page = catalogue.search("", day, PAGE);
    add(catalogue, page, entries);
    while (page.next().isPresent()) {
      page = catalogue.search("", day, PAGE, page.next().orElseThrow());
      add(catalogue, page, entries);
    }
    return List.copyOf(entries);
  }

  private static void add(
      Catalogue catalogue, SearchPage<MatterSummary> page, List<KnowledgeEntry> entries) {
    page.items().stream()
        .map(summary -> catalogue.matter(summary.version()))
        .filter(matter -> !matter.reviewPoints().isEmpty())
        .map(ReviewPoints::of)
        .forEach(entries::add);
  }

  private static KnowledgeEntry of(Matter matter) {
    return new KnowledgeEntry(
        "review-points:" + matter.code(),
        KnowledgeEntry.Kind.REVIEW_POINTS,
        new Text(matter.name().zh() + "：审核要点", matter.name().en() + ": review points"),
        new Text(lines(matter, Text::zh), lines(matter, Text::en)),
        Optional.of(matter.code()),
        Optional.of(matter.responsible()),
        matter.version().validFrom().atStartOfDay(HALL).toInstant(),
        1);
  }

  private static String lines(Matter matter, Function<Text, String> language) {
    return matter.reviewPoints().stream().map(language).collect(Collectors.joining("\n"));
  }
}
