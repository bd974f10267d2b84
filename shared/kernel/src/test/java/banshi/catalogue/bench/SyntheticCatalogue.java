package banshi.catalogue.bench;

import banshi.catalogue.build.CatalogueCompiler;
import banshi.catalogue.build.SampleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A catalogue of any size in the real format: the sample's definitions, and matters that are as
 * long as real ones.
 */
public final class SyntheticCatalogue {
  private static final List<String> WORDS =
      List.of("食品", "医疗", "户口", "公司", "消防", "广告", "教育", "住房", "养老", "交通");

  private SyntheticCatalogue() {}

  /** The code of the matter of that number. */
  public static String code(int number) {
    return "SYN-%04d".formatted(number);
  }

  /** Writes {@code matters} of them, and compiles them into {@code target}. */
  public static void compile(int matters, Path sources, Path target) throws IOException {
    SampleCatalogue.copySources(sources);
    for (int first = 0; first < matters; first += 100) {
      StringBuilder file = new StringBuilder("matters:\n");
      for (int number = first; number < Math.min(matters, first + 100); number++) {
        file.append(matter(number));
      }
      Files.writeString(sources.resolve("matters/synthetic-" + first + ".yaml"), file);
    }
    CatalogueCompiler.main(new String[] {sources.toString(), target.toString()});
  }

  /** Removes a folder and all that is in it. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String matter(int number) {
    String word = WORDS.get(number % WORDS.size()) + WORDS.get(number / 10 % WORDS.size());
    StringBuilder text = new StringBuilder();
    text.append(
        """
          - code: %s
            validFrom: "2025-01-01"
            type: "01"
            handling: "2"
            name: {zh: "%s事项第%d号办理", en: "Synthetic matter number %d of its kind"}
            servedTo: ["1", "2"]
            responsible: %s
            tasks:
              - {department: ALPHA, title: {zh: "审查", en: "Review"}}
              - {department: BETA, title: {zh: "会签", en: "Countersign"}}
            statutory: {amount: 20, unit: WORKING_DAYS, basis: DEFAULT}
            promised: {amount: 10, unit: WORKING_DAYS, basis: DEFAULT}
            visits: {count: 0}
            online: FULL
            fee: {charged: false}
            questions: [big, area]
            materials:
              - {material: FORM, required: true, originals: 1, copies: 0, medium: EITHER}
              - {material: PLAN, when: "big == true", required: true, originals: 0, copies: 2, medium: EITHER, owedDays: 5}
              - {material: PROOF, when: "area >= 50", required: true, originals: 0, copies: 1, medium: EITHER}
            form:
              - {field: title, required: true}
              - {field: size, required: true}
              - {field: person, required: true}
        """
            .formatted(code(number), word, number, number, number % 2 == 0 ? "ALPHA" : "BETA"));
    for (String list : List.of("conditions", "reviewPoints", "legalBasis")) {
      text.append("    ").append(list).append(":\n");
      for (int i = 1; i <= 4; i++) {
        text.append("      - {zh: \"").append((word + "的要求应当逐项满足，").repeat(4));
        text.append("\", en: \"").append("Each of the demands has to be met. ".repeat(4));
        text.append("\"}\n");
      }
    }
    return text.append("    remedy: LAW\n").toString();
  }
}
