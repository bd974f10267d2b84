package banshi.catalogue.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.catalogue.Catalogue;
import banshi.catalogue.build.CatalogueCompiler.Compiled;
import banshi.catalogue.build.CatalogueCompiler.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueCompilerTest {
  private static final String ALPHA = "matters/alpha.yaml";
  private static final String BETA = "matters/beta.yaml";
  private static final String BOTH = "packages/both.yaml";
  private static final String QUESTIONS = "questions.yaml";
  private static final String FIELDS = "fields.yaml";
  private static final String B_TWO = "B-TWO of 2025-01-01";
  private static final String NEW_A = "A-ONE of 2026-01-01";
  private static final String PACKAGE = "BOTH of 2025-06-01";

  @TempDir Path sources;

  static Stream<Arguments> brokenRules() {
    return Stream.of(
        // The shape of entries.
        broken(BETA, "type: \"20\"", "type: \"21\"", B_TWO, "type"),
        broken(BETA, "type: \"20\"", "type: 20", B_TWO, "type"),
        broken(BETA, "servedTo: [\"2\"]", "servedTo: [\"7\"]", B_TWO, "servedTo[0]"),
        broken(BETA, "servedTo: [\"2\"]", "servedTo: []", B_TWO, "servedTo"),
        broken(BETA, "handling: \"1\"", "handling: \"3\"", B_TWO, "handling"),
        broken(BETA, "    online: PARTIAL\n", "", B_TWO, "online"),
        broken(BETA, "online: PARTIAL", "online: PARTIAL\n    onlin: FULL", B_TWO, "onlin"),
        broken(BETA, "medium: EITHER}", "medium: ANY}", B_TWO, "materials[2].medium"),
        broken(BETA, "copies: 3", "copies: 100", B_TWO, "materials[0].copies"),
        broken(BETA, "amount: 1,", "amount: 0,", B_TWO, "statutory.amount"),
        broken(BETA, "unit: WORKING_DAYS", "unit: WEEKS", B_TWO, "statutory.unit"),
        broken(BETA, "en: \"Beta two\"", "en: \"乙二\"", B_TWO, "name.en"),
        broken(BETA, ", en: \"Beta two\"", "", B_TWO, "name.en"),
        broken(BETA, "zh: \"乙二事项\"", "zh: \"\"", B_TWO, "name.zh"),
        broken(BETA, "code: B-TWO", "code: b_two", "b_two of 2025-01-01", "code"),
        broken(BETA, "\"2025-01-01\"", "\"2025-02-30\"", "B-TWO of 2025-02-30", "validFrom"),
        broken(BETA, "      - {zh: \"要点\", en: \"Point\"}", "      []", B_TWO, "reviewPoints"),
        broken(QUESTIONS, "kind: BOOLEAN", "kind: MAYBE", "big", "kind"),
        broken(QUESTIONS, "kind: BOOLEAN", "kind: BOOLEAN\n    min: 1", "big", "min"),
        broken(QUESTIONS, "    max: 1000\n", "", "area", "max"),
        broken(FIELDS, "kind: TEXT, maxLength: 5", "kind: TEXT", "title", "maxLength"),
        broken(
            FIELDS, "kind: CITIZEN_ID, personal: true", "kind: CITIZEN_ID", "person", "personal"),
        // What a matter says must agree with itself.
        broken(BETA, "handling: \"1\"", "handling: \"2\"", B_TWO, "handling"),
        broken(
            BETA,
            "promised: {immediate: true}",
            "promised: {amount: 1, unit: WORKING_DAYS, basis: DEFAULT}",
            B_TWO,
            "handling"),
        broken(
            BETA,
            ", reason: {zh: \"到场核对\", en: \"To be checked in person\"}",
            "",
            B_TWO,
            "visits.reason"),
        broken(BETA, "online: PARTIAL", "online: FULL", B_TWO, "visits.count"),
        broken(BETA, " basis: {zh: \"价目\", en: \"Tariff\"},", "", B_TWO, "fee.basis"),
        broken(BETA, "charged: true", "charged: false", B_TWO, "fee.basis"),
        broken(
            BETA,
            "complaint: \"023-00000104\"",
            "complaint: \"023-00000004\"",
            B_TWO,
            "phones.complaint"),
        broken(BETA, ", complaint: \"023-00000104\"", "", B_TWO, "phones.complaint"),
        broken(
            "departments.yaml", "\"023-00000103\"", "\"023-00000003\"", "BETA", "phones.complaint"),
        broken(ALPHA, "amount: 10,", "amount: 21,", NEW_A, "promised.amount"),
        broken(
            ALPHA,
            "amount: 10, unit: WORKING_DAYS",
            "amount: 10, unit: CALENDAR_DAYS",
            NEW_A,
            "promised.unit"),
        broken(
            ALPHA,
            "amount: 10, unit: WORKING_DAYS",
            "amount: 131, unit: WORKING_HOURS",
            NEW_A,
            "promised.amount"),
        broken(
            BETA,
            "basis: DEFAULT}\n    promised",
            "basis: LAW}\n    promised",
            B_TWO,
            "statutory.explanation"),
        broken(
            BETA,
            "required: false, originals: 0, copies: 3, medium: ELECTRONIC",
            "required: false, originals: 0, copies: 3, medium: ELECTRONIC, owedDays: 1",
            B_TWO,
            "materials[0].owedDays"),
        broken(BETA, "responsible: BETA", "responsible: HALL", B_TWO, "responsible"),
        broken(BETA, "material: PROOF", "material: FORM", B_TWO, "materials"),
        broken(BETA, "field: size", "field: title", B_TWO, "form"),
        broken(ALPHA, "department: BETA", "department: ALPHA", NEW_A, "tasks"),
        broken(ALPHA, "\"2025-12-31\"", "\"2024-12-31\"", "A-ONE of 2025-01-01", "validTo"),
        // What it names must exist.
        broken(BETA, "responsible: BETA", "responsible: GAMMA", B_TWO, "responsible"),
        broken(ALPHA, "department: BETA", "department: GAMMA", NEW_A, "tasks[1].department"),
        broken(BETA, "material: PROOF", "material: NONE", B_TWO, "materials[2].material"),
        broken(BETA, "field: size", "field: none", B_TWO, "form[1].field"),
        broken(BETA, "remedy: LAW", "remedy: NONE", B_TWO, "remedy"),
        broken(BETA, "questions: [area]", "questions: [none]", B_TWO, "questions[0]"),
        broken(BOTH, "lead: ALPHA", "lead: GAMMA", PACKAGE, "lead"),
        broken(BOTH, "matter: B-TWO", "matter: B-THREE", PACKAGE, "matters[1].matter"),
        // Conditions.
        broken(BETA, "area >= $limit", "area >=", B_TWO, "materials[2].when"),
        broken(BETA, "area >= $limit", "area >= $other", B_TWO, "materials[2].when"),
        broken(BETA, "area >= $limit", "area >= true", B_TWO, "materials[2].when"),
        broken(
            BETA, "area >= $limit", "area >= $limit and big == true", B_TWO, "materials[2].when"),
        broken(BETA, "area >= $limit", "area >= 50", B_TWO, "parameters"),
        broken(BOTH, "sort in [RED]", "sort in [GREEN]", PACKAGE, "matters[1].when"),
        broken(BOTH, "sort in [RED]", "sort > RED", PACKAGE, "matters[1].when"),
        broken(BOTH, "sort in [RED]", "big == RED", PACKAGE, "matters[1].when"),
        broken(BOTH, "sort in [RED] or ", "", PACKAGE, "questions"),
        broken(ALPHA, "when: \"big == true\", ", "", "A-ONE of 2025-01-01", "questions"),
        // Packages.
        broken(BOTH, "amount: 45", "amount: 46", PACKAGE, "statutory"),
        broken(BOTH, "unit: WORKING_DAYS", "unit: CALENDAR_DAYS", PACKAGE, "statutory"),
        broken(BOTH, "extension: {amount: 15", "extension: {amount: 16", PACKAGE, "extension"),
        broken(BOTH, "promised: {amount: 15", "promised: {amount: 46", PACKAGE, "promised.amount"),
        broken(BOTH, "promised: {amount: 15", "promised: {amount: 11", PACKAGE, "promised.amount"),
        broken(BETA, "servedTo:", "keywords: []\n    servedTo:", B_TWO, "keywords"),
        broken(BOTH, "[big, area, sort]", "[area, sort]", PACKAGE, "questions"),
        broken(BOTH, "\"2025-06-01\"", "\"2024-06-01\"", "BOTH of 2024-06-01", "matters[0].matter"),
        broken(BOTH, "matter: B-TWO", "matter: A-ONE", PACKAGE, "matters"),
        broken(ALPHA, "\"2025-12-31\"", "\"2025-12-30\"", PACKAGE, "matters[0].matter", BOTH),
        // Codes and versions.
        broken(ALPHA, "\"2025-12-31\"", "\"2026-01-01\"", NEW_A, "validFrom"),
        broken(ALPHA, "    validTo: \"2025-12-31\"\n", "", NEW_A, "validFrom"),
        broken("materials.yaml", "code: PLAN", "code: FORM", "FORM", "code"),
        broken(FIELDS, "name: size", "name: title", "title", "name"),
        broken(QUESTIONS, "code: BLUE", "code: RED", "sort", "choices"),
        broken(QUESTIONS, "default: RED", "default: GREEN", "sort", "default"),
        broken(QUESTIONS, "default: 10", "default: 10.25", "area", "default"),
        broken(QUESTIONS, "min: 1", "min: 1001", "area", "min"),
        broken(
            "materials.yaml",
            "materials:",
            "materials:\n  - {code: SPARE, name: {zh: \"多\"," + " en: \"Spare\"}}",
            "SPARE",
            ""),
        broken("departments.yaml", "code: HALL", "code: HALLE", "HALL", ""),
        // Files.
        broken("materials.yaml", "materials:", "material:", "", "materials"),
        broken(BETA, "type: \"20\"", "type: \"20\"\n    type: \"20\"", "", "line 5"));
  }

  private static Arguments broken(
      String file, String right, String wrong, String entry, String field) {
    return Arguments.of(file, right, wrong, entry, field, file);
  }

  private static Arguments broken(
      String file, String right, String wrong, String entry, String field, String named) {
    return Arguments.of(file, right, wrong, entry, field, named);
  }

  @ParameterizedTest(name = "{0}: {2} is named at {3}: {4}")
  @MethodSource("brokenRules")
  void each_broken_rule_is_named_with_file_entry_and_field(
      String file, String right, String wrong, String entry, String field, String named)
      throws IOException {
    sample();
    edit(file, right, wrong);

    assertThat(problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.file()).isEqualTo(named);
              assertThat(problem.entry()).isEqualTo(entry);
              assertThat(problem.field()).isEqualTo(field);
            });
  }

  @Test
  void the_sample_breaks_no_rule() throws IOException {
    sample();

    assertThat(CatalogueCompiler.compile(sources)).isInstanceOf(Compiled.class);
  }

  @Test
  void all_problems_are_named_at_once() throws IOException {
    sample();
    edit(BETA, "remedy: LAW", "remedy: NONE");
    edit(BETA, "online: PARTIAL", "online: FULL");
    edit(ALPHA, "amount: 10,", "amount: 21,");
    edit(BOTH, "amount: 45", "amount: 46");

    assertThat(problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("remedy", "visits.count", "promised.amount", "statutory");
  }

  @Test
  void a_file_that_nothing_reads_is_a_problem() throws IOException {
    sample();
    Files.writeString(sources.resolve("matters/gamma.yml"), "matters: []");
    Files.writeString(sources.resolve("material.yaml"), "materials: []");

    assertThat(problems())
        .extracting(Problem::file)
        .containsExactlyInAnyOrder("matters/gamma.yml", "material.yaml");
  }

  @Test
  void a_missing_file_is_a_problem() throws IOException {
    sample();
    Files.delete(sources.resolve("remedies.yaml"));

    assertThat(problems()).extracting(Problem::file).contains("remedies.yaml");
  }

  @Test
  void the_build_fails_with_every_problem_in_words_and_writes_nothing(@TempDir Path target)
      throws IOException {
    sample();
    edit(BETA, "remedy: LAW", "remedy: NONE");

    assertThatThrownBy(
            () ->
                CatalogueCompiler.main(
                    new String[] {sources.toString(), target.resolve("out").toString()}))
        .hasMessageContaining("matters/beta.yaml: B-TWO of 2025-01-01: remedy: names no remedy");
    assertThat(target.resolve("out")).doesNotExist();
  }

  @Test
  void compiling_again_leaves_nothing_of_before(@TempDir Path target) throws IOException {
    sample();
    Path out = target.resolve("out");
    CatalogueCompiler.main(new String[] {sources.toString(), out.toString()});
    assertThat(Catalogue.at(out).matter("B-TWO", LocalDate.of(2026, 1, 1))).isPresent();

    edit(BETA, "code: B-TWO", "code: B-NEW");
    edit(BOTH, "matter: B-TWO", "matter: B-NEW");
    CatalogueCompiler.main(new String[] {sources.toString(), out.toString()});

    assertThat(Catalogue.at(out).matter("B-TWO", LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(Catalogue.at(out).matter("B-NEW", LocalDate.of(2026, 1, 1))).isPresent();
  }

  private void sample() throws IOException {
    SampleCatalogue.copySources(sources);
  }

  private void edit(String file, String right, String wrong) throws IOException {
    Path path = sources.resolve(file);
    String text = Files.readString(path);
    int at =
        right.equals("amount: 10,") || right.startsWith("amount: 10, unit")
            ? text.lastIndexOf(right)
            : text.indexOf(right);
    assertThat(at).as("what is to be broken is there: %s", right).isNotNegative();
    Files.writeString(path, text.substring(0, at) + wrong + text.substring(at + right.length()));
  }

  private List<Problem> problems() {
    return switch (CatalogueCompiler.compile(sources)) {
      case Rejected(var problems) -> problems;
      case Compiled _ -> List.of();
    };
  }
}
