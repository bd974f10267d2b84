package banshi.catalogue.build;

import banshi.catalogue.build.Rules.Validity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compiles the catalogue: {@code CatalogueCompiler SOURCES TARGET}. Fails, and writes nothing, if
 * anything is wrong; then names every problem's file, entry and field.
 */
public final class CatalogueCompiler {
  private CatalogueCompiler() {}

  /** What came of it. */
  public sealed interface Outcome {}

  /** Nothing is wrong: each file's text, by its path under the target. */
  public record Compiled(Map<String, String> files) implements Outcome {
    public Compiled {
      files = Map.copyOf(files);
    }
  }

  /** Something is wrong: everything that was found. */
  public record Rejected(List<Problem> problems) implements Outcome {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Compiles from one folder into another, which it empties first.
   *
   * @throws IllegalStateException naming every problem, if there are any
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("CatalogueCompiler SOURCES TARGET");
    }
    switch (compile(Path.of(arguments[0]))) {
      case Compiled(var files) -> Output.replace(Path.of(arguments[1]), files);
      case Rejected(var problems) ->
          throw new IllegalStateException(
              problems.stream()
                  .map(Problem::toString)
                  .collect(
                      Collectors.joining(
                          "\n  ",
                          "The catalogue breaks its rules in " + problems.size() + " places:\n  ",
                          "\n")));
    }
  }

  /** Compiles the sources in {@code root}; writes nothing. */
  public static Outcome compile(Path root) {
    List<Problem> problems = new ArrayList<>();
    Sources sources = new Sources(root, problems);
    sources.checkNames();
    Definitions definitions = new Definitions(sources);

    MatterCompiler matterCompiler = new MatterCompiler(definitions);
    List<MatterCompiler.Compiled> matters = new ArrayList<>();
    Set<String> faulty = new HashSet<>();
    for (Entry entry : sources.folder("matters")) {
      matterCompiler
          .compile(entry)
          .ifPresentOrElse(matters::add, () -> faulty.add(entry.node().path("code").asText()));
    }
    Map<String, List<MatterCompiler.Compiled>> byCode =
        versions(matters, each -> each.matter().code(), MatterCompiler.Compiled::validity);

    PackageCompiler packageCompiler = new PackageCompiler(definitions, byCode, faulty);
    List<PackageCompiler.Compiled> packages = new ArrayList<>();
    for (Entry entry : sources.folder("packages")) {
      packageCompiler.compile(entry).ifPresent(packages::add);
    }
    Map<String, List<PackageCompiler.Compiled>> packagesByCode =
        versions(packages, each -> each.themePackage().code(), PackageCompiler.Compiled::validity);

    definitions.checkUse(problems);
    return problems.isEmpty()
        ? new Compiled(Output.files(definitions.departments(), byCode, packagesByCode))
        : new Rejected(problems);
  }

  private static <T> Map<String, List<T>> versions(
      List<T> compiled, Function<T, String> code, Function<T, Validity> validity) {
    Map<String, List<T>> byCode =
        compiled.stream()
            .sorted(Comparator.comparing(each -> validity.apply(each).from()))
            .collect(Collectors.groupingBy(code, TreeMap::new, Collectors.toList()));
    byCode.values().forEach(each -> Validity.checkOverlap(each.stream().map(validity).toList()));
    return byCode;
  }
}
