package banshi.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {
  private static final String GOOD = Resources.text("2026.json");

  private static List<CalendarProblem> problems(String json) {
    return switch (CalendarFile.read(json)) {
      case CalendarFile ignored -> List.of();
      case CalendarReading.Faulty faulty -> faulty.problems();
    };
  }

  private static CalendarFile file(String json) {
    assertThat(problems(json)).isEmpty();
    return (CalendarFile) CalendarFile.read(json);
  }

  /** An invented notice for 2027: no such notice is known. */
  private static String invented2027() {
    return """
    {"year": 2027, "revision": 0,
     "citations": [{"title": "关于2027年部分节假日安排的通知(虚构)", "number": "国办发明电〔2026〕0号",
       "issued": "2026-11-25", "published": "2026-11-25", "source": "https://example.invalid/2027"}],
     "holidays": [
      {"name": {"zh": "元旦", "en": "New Year's Day"},
       "off": {"from": "2026-12-31", "through": "2027-01-02"}, "work": ["2026-12-27"]},
      {"name": {"zh": "春节", "en": "Spring Festival"},
       "off": {"from": "2027-02-05", "through": "2027-02-11"}, "work": ["2027-02-14"]},
      {"name": {"zh": "清明节", "en": "Qingming Festival"},
       "off": {"from": "2027-04-05", "through": "2027-04-05"}, "work": []},
      {"name": {"zh": "劳动节", "en": "Labour Day"},
       "off": {"from": "2027-05-01", "through": "2027-05-05"}, "work": ["2027-05-08"]},
      {"name": {"zh": "端午节", "en": "Dragon Boat Festival"},
       "off": {"from": "2027-06-09", "through": "2027-06-09"}, "work": []},
      {"name": {"zh": "中秋节", "en": "Mid-Autumn Festival"},
       "off": {"from": "2027-09-15", "through": "2027-09-15"}, "work": []},
      {"name": {"zh": "国庆节", "en": "National Day"},
       "off": {"from": "2027-10-01", "through": "2027-10-07"}, "work": ["2027-09-26"]}]}""";
  }

  static Stream<String> everyFile() {
    return Resources.text("index.txt").lines();
  }

  @ParameterizedTest
  @MethodSource("everyFile")
  void every_file_of_this_build_is_free_of_problems(String name) {
    CalendarFile file = file(Resources.text(name));

    String revision = file.revision() == 0 ? "" : "-" + file.revision();
    assertThat(name).isEqualTo(file.year() + revision + ".json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"year\": 2026|\"year\": 2018|/year|year-out-of-range",
        "\"year\": 2026|\"year\": 2101|/year|year-out-of-range",
        "\"year\": 2026|\"year\": \"2026\"|/year|not-a-number",
        "\"revision\": 0|\"revision\": -1|/revision|revision-negative",
        "\"revision\": 0|\"revision\": 1|/citations|citation-missing",
        "关于2026年|关于2025年|/citations/0/title|citation-of-another-year",
        "国办发明电〔2025〕7号|7|/citations/0/number|citation-number",
        "\"国办发明电〔2025〕7号\"|\" \"|/citations/0/number|text-missing",
        "https://www|http://www|/citations/0/source|citation-source",
        "\"issued\": \"2025-11-04\"|\"issued\": \"2024-11-04\"|/citations/0/issued|citation-date",
        "\"published\": \"2025-11-04\"|\"published\": \"2025-11-03\""
            + "|/citations/0/published|citation-date",
        "\"from\": \"2026-01-01\"|\"from\": \"2025-11-30\"|/holidays/0/off|date-of-another-year",
        "\"from\": \"2026-01-01\"|\"from\": \"2026-01-04\"|/holidays/0/off|dates-not-in-order",
        "\"through\": \"2026-01-03\"|\"through\": \"2026-01-17\"|/holidays/0/off|holiday-too-long",
        "\"through\": \"2026-02-23\"|\"through\": \"2026-04-04\""
            + "|/holidays/2/off|dates-not-in-order",
        "\"from\": \"2026-04-04\", \"through\": \"2026-04-06\""
            + "|\"from\": \"2026-04-04\", \"through\": \"2026-04-05\"|/holidays/2/off|only-weekend",
        "\"2026-02-14\", \"2026-02-28\"|\"2026-02-28\", \"2026-02-14\""
            + "|/holidays/1/work/1|dates-not-in-order",
        "\"2026-02-14\", \"2026-02-28\"|\"2026-02-14\", \"2026-02-14\""
            + "|/holidays/1/work/1|date-listed-twice",
        "\"work\": [\"2026-05-09\"]|\"work\": [\"2026-05-10\", \"2026-05-11\"]"
            + "|/holidays/3/work/1|make-up-on-weekday",
        "\"work\": [\"2026-05-09\"]|\"work\": [\"2026-05-03\"]|/holidays/3/work/0|worked-and-off",
        "\"work\": [\"2026-05-09\"]|\"work\": [\"2026-08-09\"]|/holidays/3/work/0|make-up-far-away",
        "\"work\": [\"2026-05-09\"]|\"work\": [\"2026-02-30\"]|/holidays/3/work/0|not-a-date",
        "\"work\": [\"2026-05-09\"]|\"work\": \"2026-05-09\"|/holidays/3/work|not-a-list",
        "\"work\": [\"2026-05-09\"]|\"works\": [\"2026-05-09\"]"
            + "|/holidays/3/works|unknown-field",
        "\"from\": \"2026-10-01\", \"through\": \"2026-10-07\""
            + "|\"from\": \"2026-10-02\", \"through\": \"2026-10-07\""
            + "|/holidays|law-fixed-day-missing",
        "\"year\": 2026|\"year\": 2026, \"year\": 2026||malformed-json",
      })
  void each_slip_is_found_and_its_place_named(
      String written, String slip, String pointer, String code) {
    assertThat(GOOD).contains(written);
    String place = pointer == null ? "" : pointer;

    assertThat(problems(GOOD.replace(written, slip)))
        .anySatisfy(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(place);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "{}", "{\"year\": 2026}", "{} {}"})
  void what_is_no_year_s_file_is_faulty(String json) {
    assertThat(problems(json)).isNotEmpty();
  }

  @Test
  void all_problems_are_found_at_once() {
    String slips =
        GOOD.replace("\"2026-02-28\"", "\"2026-02-26\"")
            .replace("https://", "ftp://")
            .replace("\"through\": \"2026-10-07\"", "\"through\": \"2026-10-02\"");

    assertThat(problems(slips))
        .extracting(CalendarProblem::code)
        .containsExactlyInAnyOrder(
            "citation-source", "make-up-on-weekday", "law-fixed-day-missing");
  }

  @Test
  void a_new_year_follows_the_last_one_and_makes_its_dates_certain() {
    Notices next = Notices.published().with(file(invented2027()));

    assertThat(next.calendar().publishedThrough()).isEqualTo("2027-12-31");
    // A year's file may hold dates of the December before.
    assertThat(next.calendar().isWorkingDay(LocalDate.of(2026, 12, 27))).isTrue();
    assertThat(next.calendar().isWorkingDay(LocalDate.of(2026, 12, 31))).isFalse();
    assertThat(Notices.published().calendar().firstDifference(next.calendar()))
        .contains(LocalDate.of(2026, 12, 27));
  }

  @Test
  void a_file_is_applied_only_where_it_belongs() {
    Notices published = Notices.published();
    Notices known = Notices.asKnownOn(LocalDate.of(2025, 11, 3));

    assertThat(published.problemsWith(file(GOOD)))
        .extracting(CalendarProblem::code)
        .containsExactly("revision-not-next");
    assertThat(known.problemsWith(file(invented2027())))
        .extracting(CalendarProblem::code)
        .containsExactly("year-not-next");
    assertThat(known.problemsWith(file(GOOD))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> published.with(file(GOOD)));
  }

  @Test
  void a_revision_takes_the_place_of_the_year_it_revises() {
    Notices before = Notices.asKnownOn(LocalDate.of(2020, 1, 26));
    CalendarFile revision = file(Resources.text("2020-1.json"));

    assertThat(before.with(revision).calendar().firstDifference(before.calendar()))
        .contains(LocalDate.of(2020, 1, 31));
    assertThat(revision.citations()).hasSize(2);
    assertThat(revision.published()).isEqualTo("2020-01-27");
  }

  @Test
  void a_date_off_here_and_worked_in_the_neighbour_s_file_is_a_contradiction() {
    Notices with2027 = Notices.published().with(file(invented2027()));
    String second =
        """
        {"title": "关于调整2026年年末放假安排的通知(虚构)", "number": "国办发明电〔2026〕0号",
         "issued": "2026-11-26", "published": "2026-11-26", "source": "https://example.invalid/"}""";
    String december =
        """
        {"name": {"zh": "年末", "en": "Year's end"},
         "off": {"from": "2026-12-25", "through": "2026-12-27"}, "work": []}""";
    String revised2026 =
        GOOD.replace("\"revision\": 0", "\"revision\": 1")
            .replace("    }\n  ],\n  \"holidays\"", "    }, " + second + "],\n  \"holidays\"")
            .replace("    }\n  ]\n}", "    }, " + december + "]}");

    assertThat(with2027.problemsWith(file(revised2026)))
        .extracting(CalendarProblem::code)
        .containsExactly("contradicts-neighbour");
  }
}
