package banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import banshi.catalogue.Checklist.NeededField;
import banshi.catalogue.Checklist.NeededMaterial;
import banshi.catalogue.build.SampleCatalogue;
import banshi.clock.LimitUnit;
import banshi.clock.TimeLimit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @TempDir Path root;

  @Test
  void a_material_of_several_matters_is_asked_once_on_the_strictest_terms() {
    Checklist checklist = both(DAY, "{big: true, area: 60}");

    assertThat(checklist.matters()).extracting(Matter::code).containsExactly("A-ONE", "B-TWO");
    assertThat(checklist.materials())
        .extracting(each -> each.material().code())
        .containsExactly("FORM", "PLAN", "PROOF");
    NeededMaterial form = checklist.materials().getFirst();
    assertThat(form.matters()).containsExactly("A-ONE", "B-TWO");
    assertThat(form.required()).as("one matter requires it").isTrue();
    assertThat(form.originals()).isEqualTo(1);
    assertThat(form.copies()).isEqualTo(3);
    assertThat(form.medium()).as("paper for one, electronic for the other").isEqualTo(Medium.BOTH);
    assertThat(form.owedDays()).as("the matter that requires it does not allow it").isEmpty();
    NeededMaterial plan = checklist.materials().get(1);
    assertThat(plan.medium()).isEqualTo(Medium.ELECTRONIC);
    assertThat(plan.owedDays()).as("both allow it: the shorter").contains(3);
  }

  @Test
  void a_field_of_several_matters_is_asked_once_and_required_if_any_requires_it() {
    Checklist checklist = both(DAY, "{big: true}");

    assertThat(checklist.form())
        .extracting(each -> each.field().name(), NeededField::required, NeededField::matters)
        .containsExactly(
            tuple("title", true, List.of("A-ONE", "B-TWO")),
            tuple("person", false, List.of("A-ONE")),
            tuple("size", true, List.of("B-TWO")));
  }

  @Test
  void a_matter_applies_only_where_its_condition_holds() {
    assertThat(both(DAY, "{big: false, sort: BLUE}").matters())
        .extracting(Matter::code)
        .containsExactly("A-ONE");
    assertThat(both(DAY, "{big: false, sort: BLUE, area: 501}").matters())
        .extracting(Matter::code)
        .containsExactly("A-ONE", "B-TWO");
  }

  @Test
  void a_package_takes_the_versions_in_force_on_the_day_it_is_received() {
    assertThat(both(LocalDate.of(2025, 12, 31), "{big: true}").matters().getFirst().version())
        .isEqualTo(new MatterVersion("A-ONE", LocalDate.of(2025, 1, 1)));
    assertThat(both(LocalDate.of(2026, 1, 1), "{big: true}").matters().getFirst().version())
        .isEqualTo(new MatterVersion("A-ONE", LocalDate.of(2026, 1, 1)));
  }

  @Test
  void a_package_of_which_one_matter_applies_promises_what_that_matter_alone_does() {
    Checklist checklist = both(LocalDate.of(2026, 1, 1), "{big: true, sort: BLUE}");
    Matter alone = checklist.matters().getFirst();

    assertThat(checklist.matters()).hasSize(1);
    assertThat(checklist.statutory()).isEqualTo(alone.statutory());
    assertThat(checklist.statutory().time()).isEqualTo(TimeLimit.workingDays(20));
    assertThat(checklist.promise().time()).contains(TimeLimit.workingDays(10));
    assertThat(checklist.extension()).isEmpty();
  }

  @Test
  void several_matters_of_a_package_promise_what_the_longest_of_them_does() {
    Checklist checklist = both(LocalDate.of(2026, 1, 1), "{big: true, sort: RED}");

    assertThat(checklist.matters()).hasSize(2);
    assertThat(checklist.promise().time()).contains(TimeLimit.workingDays(10));
    assertThat(checklist.statutory().time()).isEqualTo(TimeLimit.workingDays(20));
    assertThat(checklist.extension().map(Limit::time)).contains(TimeLimit.workingDays(15));
  }

  @Test
  void no_package_promises_more_than_its_ceiling_nor_less_than_one_of_its_matters() {
    Catalogue catalogue = Catalogue.standard();
    Random random = new Random(45);
    for (PackageSummary summary : catalogue.packages(DAY)) {
      ThemePackage themePackage = catalogue.themePackage(summary.version());
      List<Matter> all =
          themePackage.matters().stream()
              .map(part -> catalogue.matter(part.matter(), DAY).orElseThrow())
              .toList();
      for (int i = 0; i < 50; i++) {
        List<Matter> some = all.stream().filter(any -> random.nextBoolean()).toList();
        JointLimits limits = JointLimits.of(themePackage, some);
        if (some.size() != 1) {
          assertThat(days(limits.statutory())).isLessThanOrEqualTo(days(themePackage.statutory()));
          limits
              .promise()
              .time()
              .ifPresent(
                  time ->
                      assertThat(time.amount()).isLessThanOrEqualTo(days(themePackage.promised())));
        }
        for (Matter matter : some) {
          assertThat(days(limits.statutory())).isGreaterThanOrEqualTo(days(matter.statutory()));
          matter
              .promise()
              .time()
              .ifPresent(
                  time ->
                      assertThat(limits.promise().time().orElseThrow().amount())
                          .isGreaterThanOrEqualTo(time.amount()));
        }
      }
    }
  }

  private static BigDecimal days(Limit limit) {
    assertThat(limit.time().unit()).isEqualTo(LimitUnit.WORKING_DAYS);
    return limit.time().amount();
  }

  @Test
  void a_single_matter_has_its_own_limits_and_no_extension_of_a_package() {
    Matter matter = SampleCatalogue.compiled(root).matter("B-TWO", DAY).orElseThrow();

    Checklist checklist = Checklist.of(matter, json("{area: 49}"));

    assertThat(checklist.matters()).containsExactly(matter);
    assertThat(checklist.materials())
        .extracting(each -> each.material().code())
        .containsExactly("FORM", "PLAN");
    assertThat(checklist.promise()).isEqualTo(new Promise.Immediate());
    assertThat(checklist.extension()).isEmpty();
    assertThat(checklist.faults()).isEmpty();
  }

  @Test
  void every_fault_of_the_answers_is_told_with_its_place() {
    Checklist checklist = both(DAY, "{area: 0, sort: GREEN, 'a/b~c': 1}");

    assertThat(checklist.faults())
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/answers/big", "required"),
            tuple("/answers/area", "out-of-range"),
            tuple("/answers/sort", "not-one-of"),
            tuple("/answers/a~1b~0c", "unknown-field"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{big: 'true'} | /answers/big | wrong-type",
        "{big: null} | /answers/big | required",
        "{big: true, area: '7'} | /answers/area | wrong-type",
        "{big: true, area: 10.25} | /answers/area | out-of-range",
        "{big: true, area: 1e999999999} | /answers/area | out-of-range",
        "{big: true, area: 1e-999999999} | /answers/area | out-of-range",
        "{big: true, sort: 1} | /answers/sort | wrong-type",
        "{big: true, sort: red} | /answers/sort | not-one-of"
      })
  void an_answer_that_is_none_is_told_so(String answers, String pointer, String code) {
    assertThat(both(DAY, answers).faults())
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(tuple(pointer, code));
  }

  @Test
  void opening_a_restaurant_brings_four_departments_together() {
    Catalogue catalogue = Catalogue.standard();
    ThemePackage restaurant = catalogue.themePackage("RESTAURANT", DAY).orElseThrow();

    Checklist checklist =
        Checklist.of(
            catalogue,
            restaurant,
            DAY,
            json(
                "{storeArea: 320, seating: true, cuisine: RAW, fumes: true, signboard: true,"
                    + " tobacco: true}"));

    assertThat(checklist.faults()).isEmpty();
    assertThat(checklist.matters())
        .extracting(Matter::responsible)
        .containsExactly("MARKET_REGULATION", "URBAN_MANAGEMENT", "FIRE_RESCUE", "TOBACCO");
  }

  @ParameterizedTest
  @CsvSource({"299.99, false", "300, true"})
  void the_fire_check_begins_at_its_threshold(String area, boolean needed) {
    Catalogue catalogue = Catalogue.standard();
    ThemePackage restaurant = catalogue.themePackage("RESTAURANT", DAY).orElseThrow();

    Checklist checklist =
        Checklist.of(
            catalogue,
            restaurant,
            DAY,
            json(
                "{storeArea: "
                    + area
                    + ", seating: true, cuisine: HOT, fumes: true, signboard: false}"));

    assertThat(checklist.matters().stream().anyMatch(each -> each.code().equals("FR-PREOPEN")))
        .isEqualTo(needed);
  }

  @Test
  void typical_answers_give_the_lists_that_were_looked_through() throws IOException {
    String expected;
    try (InputStream in = ChecklistTest.class.getResourceAsStream("/checklists.txt")) {
      expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> actual = new ArrayList<>();
    expected
        .lines()
        .filter(line -> line.startsWith("# "))
        .forEach(line -> actual.add(line + "\n" + described(line.substring(2))));

    assertThat(String.join("\n", actual)).isEqualTo(expected);
  }

  private static String described(String line) {
    String code = line.substring(0, line.indexOf(' '));
    Catalogue catalogue = Catalogue.standard();
    ThemePackage themePackage = catalogue.themePackage(code, DAY).orElseThrow();
    Checklist list =
        Checklist.of(catalogue, themePackage, DAY, json(line.substring(code.length() + 1)));
    StringBuilder text = new StringBuilder();
    list.matters()
        .forEach(
            matter ->
                text.append("matter   ")
                    .append(matter.code())
                    .append(": ")
                    .append(
                        matter.tasks().stream()
                            .map(Matter.Task::department)
                            .collect(Collectors.joining(", ")))
                    .append('\n'));
    list.materials()
        .forEach(
            each ->
                text.append("material ")
                    .append(each.material().code())
                    .append(each.required() ? "" : "?")
                    .append(each.owedDays().map(days -> " owable " + days).orElse(""))
                    .append(": ")
                    .append(String.join(", ", each.matters()))
                    .append('\n'));
    text.append("form     ")
        .append(
            list.form().stream()
                .map(each -> each.field().name() + (each.required() ? "" : "?"))
                .collect(Collectors.joining(", ")))
        .append('\n');
    list.faults()
        .forEach(
            fault ->
                text.append("fault    ")
                    .append(fault.pointer())
                    .append(' ')
                    .append(fault.code())
                    .append('\n'));
    return text.toString();
  }

  private Checklist both(LocalDate day, String answers) {
    Catalogue sample = SampleCatalogue.compiled(root);
    return Checklist.of(sample, sample.themePackage("BOTH", day).orElseThrow(), day, json(answers));
  }

  /** JSON without the noise: bare names and capital words stand for texts. */
  static Map<String, JsonNode> json(String loose) {
    String strict =
        loose
            .replace('\'', '"')
            .replaceAll("([{,]\\s*)([A-Za-z]\\w*)\\s*:", "$1\"$2\":")
            .replaceAll(":\\s*(?!true|false|null)([A-Za-z]\\w*)", ": \"$1\"");
    try {
      Map<String, JsonNode> values = new HashMap<>();
      JsonNode tree = JsonMapper.builder().build().readTree(strict);
      tree.properties().forEach(each -> values.put(each.getKey(), each.getValue()));
      return values;
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(Optional.ofNullable(strict).orElse(""), malformed);
    }
  }
}
