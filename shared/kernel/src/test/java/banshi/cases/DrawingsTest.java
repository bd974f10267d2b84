package banshi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the drawings in docs/ what the tables say; {@code ./dev docs} draws them anew. */
class DrawingsTest {
  /** Set by {@code ./dev docs}: draw instead of compare. */
  private static final boolean DRAW = System.getenv().containsKey("BANSHI_DRAW");

  static List<LifeCycle> tables() {
    return LifeCycles.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theDrawingInTheDocsIsWhatTheTableSays(LifeCycle table) throws IOException {
    Path page =
        Path.of(System.getProperty("banshi.root"), "docs", "life-cycles", table.kind() + ".md");
    if (DRAW) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, Drawing.page(table));
    }
    assertThat(page).exists().hasContent(Drawing.page(table));
  }
}
