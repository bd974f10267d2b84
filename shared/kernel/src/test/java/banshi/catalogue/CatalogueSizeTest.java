package banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.catalogue.bench.SyntheticCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a catalogue of 2,000 matters reads: the reason why its size does not slow a cold start. */
class CatalogueSizeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int MATTERS = 2000;

  @Test
  void a_question_reads_what_it_needs_however_many_matters_there_are(@TempDir Path folder)
      throws IOException {
    Path root = folder.resolve("classes");
    SyntheticCatalogue.compile(
        MATTERS, Files.createDirectory(folder.resolve("src")), root.resolve("catalogue"));
    List<String> read = new ArrayList<>();
    try (URLClassLoader loader = new NotingLoader(root, read)) {
      Catalogue catalogue = Catalogue.at(loader);
      assertThat(read).as("opening").isEmpty();

      assertThat(catalogue.matter("SYN-1234", DAY)).isPresent();
      assertThat(read)
          .as("a matter by code")
          .containsExactly(
              "catalogue/matters/SYN-1234/versions", "catalogue/matters/SYN-1234/2025-01-01.json");
      read.clear();

      catalogue.matter(new MatterVersion("SYN-1234", LocalDate.of(2025, 1, 1)));
      assertThat(read)
          .as("a known version")
          .containsExactly("catalogue/matters/SYN-1234/2025-01-01.json");
      read.clear();

      assertThat(catalogue.search("syn-1999", DAY, 20).items()).hasSize(1);
      assertThat(catalogue.search("", DAY, 20).items()).hasSize(20);
      assertThat(read).as("two searches").containsExactly("catalogue/matters/index");
    }
    assertThat(Files.size(root.resolve("catalogue/matters/index")) / MATTERS)
        .as("bytes of the index for each matter")
        .isLessThan(600);
  }

  private static final class NotingLoader extends URLClassLoader {
    private final List<String> read;

    private NotingLoader(Path root, List<String> read) throws IOException {
      super(new URL[] {root.toUri().toURL()}, null);
      this.read = read;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      read.add(name);
      return super.getResourceAsStream(name);
    }
  }
}
