package banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.catalogue.build.SampleCatalogue;
import banshi.clock.TimeLimit;
import banshi.text.Text;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final int EVERYTHING = 1000;

  private final Catalogue standard = Catalogue.standard();

  @Test
  void the_hall_has_at_least_32_matters_of_10_departments_and_8_packages() {
    List<MatterSummary> matters = standard.search("", DAY, EVERYTHING).items();

    assertThat(matters).hasSizeGreaterThanOrEqualTo(32);
    assertThat(matters.stream().map(MatterSummary::responsible).distinct())
        .hasSizeGreaterThanOrEqualTo(10);
    assertThat(standard.packages(DAY))
        .extracting(each -> each.version().code())
        .containsExactly(
            "COMPANY-CHANGE",
            "COMPANY-CLOSING",
            "CONVENIENCE-STORE",
            "NEWBORN",
            "RESTAURANT",
            "RETIREMENT",
            "SCHOOL-ENTRY",
            "UTILITIES");
  }

  @Test
  void the_list_says_of_each_matter_what_the_matter_itself_says() {
    for (MatterSummary summary : standard.search("", DAY, EVERYTHING).items()) {
      MatterSummary whole = MatterSummary.of(standard.matter(summary.version()));

      assertThat(summary).isEqualTo(withoutExplanations(whole));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "餐饮, RESTAURANT",
    "开办餐饮店, RESTAURANT",
    "restaurant opening, RESTAURANT",
    "ＲＥＳＴＡＵＲＡＮＴ, RESTAURANT",
    "烟草, CONVENIENCE-STORE RESTAURANT",
    "tobacco, CONVENIENCE-STORE RESTAURANT",
    "TB-RETAIL, CONVENIENCE-STORE RESTAURANT",
    "出生, NEWBORN"
  })
  void a_package_is_found_by_its_own_words_and_by_those_of_its_matters(
      String query, String expected) {
    List<String> found =
        standard.packages(query, DAY, Optional.empty(), EVERYTHING).items().stream()
            .map(each -> each.version().code())
            .toList();

    assertThat(found).containsAll(List.of(expected.split(" ")));
    assertThat(found).hasSizeLessThan(standard.packages(DAY).size());
  }

  @Test
  void packages_are_paged_as_matters_are() {
    List<String> codes = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      SearchPage<PackageSummary> page = standard.packages("", DAY, after, 3);
      page.items().forEach(each -> codes.add(each.version().code()));
      after = page.next();
    } while (after.isPresent());

    assertThat(codes).doesNotHaveDuplicates().hasSize(standard.packages(DAY).size());
    assertThat(standard.packages("没有这样的事", DAY, Optional.empty(), 3).items()).isEmpty();
  }

  @Test
  void departments_come_with_the_catalogue() {
    assertThat(standard.departments()).extracting(Department::code).contains(Department.HALL);
    assertThat(standard.department("FIRE_RESCUE"))
        .contains(new Department("FIRE_RESCUE", new Text("消防救援支队", "Fire and rescue brigade")));
    assertThat(standard.department("NONE")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-31,",
    "2025-01-01, 甲一事项（旧）",
    "2025-12-31, 甲一事项（旧）",
    "2026-01-01, 甲一事项",
    "2099-01-01, 甲一事项"
  })
  void a_day_has_the_version_in_force_from_its_first_to_its_last_day(
      LocalDate day, String name, @TempDir Path root) {
    Catalogue sample = SampleCatalogue.compiled(root);

    assertThat(sample.matter("A-ONE", day).map(matter -> matter.name().zh()))
        .isEqualTo(Optional.ofNullable(name));
    assertThat(sample.search("甲一", day, 10).items().stream().map(matter -> matter.name().zh()))
        .isEqualTo(Optional.ofNullable(name).stream().toList());
  }

  @Test
  void a_version_is_found_long_after_its_last_day(@TempDir Path root) {
    Catalogue sample = SampleCatalogue.compiled(root);
    MatterVersion old = new MatterVersion("A-ONE", LocalDate.of(2025, 1, 1));

    assertThat(sample.matter(old).name().en()).isEqualTo("Alpha one, old");
    assertThat(sample.matter(old).inForce(DAY)).isFalse();
    assertThatThrownBy(() -> sample.matter(new MatterVersion("A-ONE", DAY)))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void a_package_is_there_from_its_first_day(@TempDir Path root) {
    Catalogue sample = SampleCatalogue.compiled(root);

    assertThat(sample.themePackage("BOTH", LocalDate.of(2025, 5, 31))).isEmpty();
    ThemePackage both = sample.themePackage("BOTH", LocalDate.of(2025, 6, 1)).orElseThrow();
    assertThat(sample.themePackage(both.version())).isEqualTo(both);
  }

  @Test
  void a_matter_is_read_as_it_was_written(@TempDir Path root) {
    Matter matter = SampleCatalogue.compiled(root).matter("B-TWO", DAY).orElseThrow();

    assertThat(matter.immediate()).isTrue();
    assertThat(matter.promise().time()).isEmpty();
    assertThat(matter.statutory().time()).isEqualTo(TimeLimit.workingDays(1));
    assertThat(matter.contacts()).isEqualTo(new Matter.Contacts("023-00000004", "023-00000104"));
    assertThat(matter.visits().reason()).contains(new Text("到场核对", "To be checked in person"));
    assertThat(matter.fee().standard()).contains(new Text("十元", "10 yuan"));
    assertThat(matter.remedy()).isEqualTo(new Text("可以申请复议", "Reconsideration is open"));
    assertThat(matter.materials())
        .last()
        .isEqualTo(
            new Matter.MaterialUse(
                new Material("PROOF", new Text("证明", "Proof")),
                Optional.of(ConditionParser.parse("area >= 50")),
                true,
                0,
                1,
                Medium.EITHER,
                Optional.empty()));
  }

  @Test
  void a_matter_without_phones_of_its_own_has_its_departments(@TempDir Path root) {
    assertThat(SampleCatalogue.compiled(root).matter("A-ONE", DAY).orElseThrow().contacts())
        .isEqualTo(new Matter.Contacts("023-00000002", "023-00000102"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mr-food-new",
        "NONE",
        "../departments.json",
        "..",
        "MR-FOOD-NEW/",
        "MR-FOOD-NEW/versions",
        "MR%2FFOOD",
        "餐饮",
        "A\u0000B",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void what_is_no_code_finds_nothing(String code) {
    assertThat(standard.matter(code, DAY)).isEmpty();
    assertThat(standard.themePackage(code, DAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "食品经营许可, MR-FOOD-NEW",
    "餐饮许可, MR-FOOD-NEW",
    "上户口, PS-BIRTH-HUKOU",
    "food business, MR-FOOD-NEW",
    "FOOD business, MR-FOOD-NEW",
    "ｆｏｏｄ, MR-FOOD-NEW",
    "mr-food, MR-FOOD-NEW",
    "许可 烟草, TB-RETAIL",
    "tobacco, TB-RETAIL",
    "FIRE_RESCUE, FR-PREOPEN",
    "消防救援, FR-PREOPEN",
    "000131127004, MR-COMPANY-CHANGE"
  })
  void search_finds_by_name_code_and_department_in_both_languages(String query, String code) {
    assertThat(codes(standard.search(query, DAY, EVERYTHING))).contains(code);
  }

  @Test
  void search_puts_what_is_found_word_by_word_before_what_is_nearly_found() {
    List<String> found = codes(standard.search("烟草专卖零售", DAY, EVERYTHING));
    List<String> near = codes(standard.search("烟草零售许可", DAY, EVERYTHING));

    assertThat(found).first().isEqualTo("TB-RETAIL");
    assertThat(near).contains("TB-RETAIL");
    assertThat(codes(standard.search("公司注销登记", DAY, EVERYTHING)))
        .containsExactly("MR-COMPANY-CLOSE", "HR-EMPLOYER-CLOSE");
  }

  @Test
  void search_finds_nothing_for_what_is_not_there() {
    assertThat(standard.search("submarine", DAY, EVERYTHING).items()).isEmpty();
    assertThat(standard.search("潜水艇牌照", DAY, EVERYTHING).items()).isEmpty();
    assertThat(standard.search("food submarine", DAY, EVERYTHING).items()).isEmpty();
    assertThat(standard.search("\"code\":", DAY, EVERYTHING).items()).isEmpty();
    assertThat(standard.search("", LocalDate.of(1999, 1, 1), EVERYTHING).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "登记", "公司注销登记", "许可"})
  void pages_put_together_are_the_whole_list_each_matter_once(String query) {
    List<String> whole = codes(standard.search(query, DAY, EVERYTHING));
    for (int limit : List.of(1, 2, 3, whole.size())) {
      List<String> paged = new ArrayList<>();
      SearchPage<MatterSummary> page = standard.search(query, DAY, limit);
      paged.addAll(codes(page));
      while (page.next().isPresent()) {
        page = standard.search(query, DAY, limit, page.next().get());
        assertThat(page.items()).isNotEmpty();
        paged.addAll(codes(page));
      }
      assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "2MR-FOOD-NEW", "MR-FOOD-NEW"})
  void what_is_no_key_of_a_page_is_refused(String key) {
    assertThatThrownBy(() -> standard.search("", DAY, 10, key))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_query_of_any_length_is_answered() {
    String query = "许".repeat(100_000);

    assertThat(standard.search(query, DAY, 10).items()).isEmpty();
  }

  private static List<String> codes(SearchPage<MatterSummary> page) {
    return page.items().stream().map(each -> each.version().code()).collect(Collectors.toList());
  }

  private static MatterSummary withoutExplanations(MatterSummary whole) {
    return new MatterSummary(
        whole.version(),
        whole.validTo(),
        whole.name(),
        whole.type(),
        whole.responsible(),
        plain(whole.statutory()),
        switch (whole.promise()) {
          case Promise.Immediate now -> now;
          case Promise.Within(var limit) -> new Promise.Within(plain(limit));
        },
        whole.visits(),
        whole.online(),
        whole.charged());
  }

  private static Limit plain(Limit limit) {
    return new Limit(limit.time(), limit.basis(), Optional.empty());
  }
}
