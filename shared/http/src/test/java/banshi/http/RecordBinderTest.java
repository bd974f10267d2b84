package banshi.http;

import static banshi.http.Bodies.everything;
import static banshi.http.Bodies.faults;
import static banshi.http.Bodies.faultsWith;
import static banshi.http.Bodies.refusal;
import static banshi.http.Bodies.utf8;
import static banshi.http.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.http.Bodies.Code;
import banshi.http.Bodies.Form;
import banshi.http.Bodies.Range;
import banshi.http.Bodies.Reason;
import banshi.text.Language;
import jakarta.validation.constraints.Email;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordBinderTest {

  @Test
  void every_kind_of_component_is_read() {
    var body =
        everything(
            """
            {"name": "开办餐饮店", "shortText": "😀😀", "lower": "abc", "score": 5, "many": 9007199254740993,
             "flag": false, "area": 120.50, "form": "LLC", "day": "2024-02-29",
             "moment": "2026-11-23T09:00:00+08:00", "local": "2026-11-23T09:00:00.5+08:00",
             "id": "00000000-0000-4000-8000-00000000000A", "range": {"from": 1, "to": 1}, "code": "AB",
             "list": ["a", "b"], "set": [2, 1], "free": {"x": null, "y": {"z": [1]}}, "anything": [true]}
            """);

    assertThat(body.name()).isEqualTo("开办餐饮店");
    assertThat(body.shortText()).hasValue("😀😀");
    assertThat(body.many()).hasValue(9007199254740993L);
    assertThat(body.flag()).hasValue(false);
    assertThat(body.area()).hasValue(new BigDecimal("120.50"));
    assertThat(body.form()).hasValue(Form.LLC);
    assertThat(body.day()).hasValue(LocalDate.of(2024, 2, 29));
    assertThat(body.moment()).hasValue(Instant.parse("2026-11-23T01:00:00Z"));
    assertThat(body.local()).hasValue(OffsetDateTime.parse("2026-11-23T09:00:00.5+08:00"));
    assertThat(body.id()).hasValue(UUID.fromString("00000000-0000-4000-8000-00000000000a"));
    assertThat(body.range()).hasValue(new Range(1, 1));
    assertThat(body.code()).hasValue(new Code("AB"));
    assertThat(body.list()).hasValue(List.of("a", "b"));
    assertThat(body.set()).hasValue(Set.of(1, 2));
    assertThat(body.free().orElseThrow()).containsOnlyKeys("x", "y");
    assertThat(body.anything().orElseThrow().toString()).isEqualTo("[true]");
  }

  @Test
  void all_faults_of_a_body_are_reported_at_once() {
    assertThat(
            faults(
                """
                {"name": " ", "score": 6, "form": "llc", "day": "2026-02-30", "list": ["abc", 1],
                 "range": {"from": 1, "too": 2}, "typo": 1}
                """))
        .containsExactlyInAnyOrder(
            "/name blank",
            "/score out-of-range",
            "/form not-one-of",
            "/day bad-format",
            "/list/0 too-long",
            "/list/1 wrong-type",
            "/range/to required",
            "/range/too unknown-field",
            "/typo unknown-field");
  }

  @Test
  void what_is_not_optional_is_required_and_null_is_as_good_as_missing() {
    assertThat(faults("{}")).containsExactly("/name required", "/score required");
    assertThat(faults("{\"name\":null,\"score\":null}"))
        .containsExactly("/name required", "/score required");
    assertThat(with("\"flag\":null").flag()).isEmpty();
    assertThat(faultsWith("\"list\":[null]")).containsExactly("/list/0 required");
  }

  @Test
  void no_body_reads_as_an_object_without_members() {
    assertThat(faults("")).containsExactly("/name required", "/score required");
    assertThat(RecordBinder.read(new byte[0], Reason.class).reason()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shortText | 12",
        "score2 | 1",
        "many | \"1\"",
        "many | 1.0",
        "many | 1e2",
        "many | true",
        "flag | 1",
        "flag | \"true\"",
        "area | \"1.5\"",
        "form | 0",
        "day | 20261123",
        "moment | 1795395600",
        "id | 1",
        "range | []",
        "range | \"1-2\"",
        "list | \"a\"",
        "list | {}",
        "free | []"
      })
  void nothing_is_converted(String name, String value) {
    String expected = name.equals("score2") ? "unknown-field" : "wrong-type";

    assertThat(faultsWith("\"" + name + "\":" + value))
        .containsExactly("/" + name + " " + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T09:00:00",
        "2026-11-23 09:00:00+08:00",
        "2026-11-23T09:00+08:00",
        "2026-11-23T09:00:60+08:00",
        "2026-02-29T09:00:00+08:00",
        "2026-11-23T24:00:00+08:00",
        "2026-11-23T09:00:00+0800",
        "2026-11-23T09:00:00+19:00",
        "2026-11-23T09:00:00.0123456789Z",
        "２０２６-11-23T09:00:00Z",
        "2026-11-23"
      })
  void a_moment_has_the_form_of_rfc_3339_and_exists(String moment) {
    assertThat(faultsWith("\"moment\":\"" + moment + "\"")).containsExactly("/moment bad-format");
  }

  @Test
  void sizes_count_code_points() {
    assertThat(with("\"shortText\":\"😀😀😀\"").shortText()).isPresent();
    assertThat(faultsWith("\"shortText\":\"😀\"")).containsExactly("/shortText too-short");
    assertThat(faultsWith("\"shortText\":\"😀😀😀😀\"")).containsExactly("/shortText too-long");
  }

  @Test
  void a_pattern_must_match_the_whole_string() {
    assertThat(faultsWith("\"lower\":\"abC\"")).containsExactly("/lower bad-format");
  }

  @Test
  void ranges_are_inclusive_unless_they_say_otherwise() {
    assertThat(with("\"area\":0.01").area()).isPresent();
    assertThat(faultsWith("\"area\":0")).containsExactly("/area out-of-range");
    assertThat(faultsWith("\"many\":9223372036854775808")).containsExactly("/many out-of-range");
    assertThat(faults("{\"name\":\"a\",\"score\":2147483648}"))
        .containsExactly("/score out-of-range");
  }

  @Test
  void lists_and_free_objects_have_a_largest_size() {
    assertThat(faultsWith("\"list\":[\"a\",\"b\",\"c\",\"d\"]")).containsExactly("/list too-many");
    assertThat(faultsWith("\"free\":{\"a\":1,\"b\":1,\"c\":1}")).containsExactly("/free too-many");
    assertThat(faultsWith("\"set\":[" + "1,".repeat(100) + "1]")).contains("/set too-many");
  }

  @Test
  void a_string_without_a_stated_size_has_the_default_maximum() {
    assertThat(RecordBinder.read(utf8("{\"reason\":\"" + "x".repeat(1000) + "\"}"), Reason.class))
        .isNotNull();
    assertThat(faultsWith("\"lower\":\"" + "x".repeat(1001) + "\""))
        .containsExactly("/lower too-long");
  }

  @Test
  void a_set_has_no_element_twice() {
    assertThat(faultsWith("\"set\":[1,2,1]")).containsExactly("/set/2 duplicate-value");
  }

  @Test
  void what_a_constructor_refuses_is_a_fault_at_its_place_without_its_text() {
    assertThat(faultsWith("\"code\":\"ab\"")).containsExactly("/code bad-format");
    assertThat(faultsWith("\"range\":{\"from\":2,\"to\":1}")).containsExactly("/range bad-format");
    assertThat(
            new String(
                refusal("{\"name\":\"a\",\"score\":1,\"code\":\"ab\"}").json(Language.EN),
                StandardCharsets.UTF_8))
        .doesNotContain("told to nobody");
  }

  @Test
  void an_answer_lists_a_hundred_faults_and_counts_the_rest() {
    var body = new StringBuilder("{\"name\":\"a\",\"score\":1");
    for (int i = 0; i < 150; i++) {
      body.append(",\"x").append(i).append("\":1");
    }
    Problem problem = refusal(body.append('}').toString());

    assertThat(problem.errors()).hasSize(100);
    assertThat(problem.extensions()).containsEntry("errorsOmitted", 50);
  }

  record Unsupported(@Email String address) {}

  record NoJson(Thread thread) {}

  @Test
  void a_constraint_or_type_that_would_never_be_checked_is_a_mistake_of_ours() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordBinder.read(utf8("{}"), Unsupported.class));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordBinder.read(utf8("{}"), NoJson.class));
  }
}
