package banshi.catalogue.build;

import banshi.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A small catalogue that shows every feature once, for tests. */
public final class SampleCatalogue {
  private SampleCatalogue() {}

  /** Copies its sources into {@code target}. */
  public static void copySources(Path target) throws IOException {
    Path root = root();
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = target.resolve(root.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  /** Compiles it into {@code target}. */
  public static Catalogue compiled(Path target) {
    try {
      CatalogueCompiler.main(new String[] {root().toString(), target.toString()});
      return Catalogue.at(target);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Path root() {
    try {
      URI uri = SampleCatalogue.class.getResource("/catalogue-sample/departments.yaml").toURI();
      return Path.of(uri).getParent();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
