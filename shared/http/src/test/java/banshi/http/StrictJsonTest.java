package banshi.http;

import static banshi.http.Bodies.faults;
import static banshi.http.Bodies.faultsWith;
import static banshi.http.Bodies.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.text.Language;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "{",
        "{\"a\":}",
        "{\"a\":1,}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12G4\"}",
        "{\"a\":1}//",
        "{\"a\":1}{}",
        "{} x",
        "{}]",
        "/* */{}",
        "nul",
        "\uFEFF{}",
        "{\"a\":1]"
      })
  void broken_grammar_is_malformed_json(String body) {
    assertThat(refusal(body).code()).isEqualTo("malformed-json");
  }

  @Test
  void bytes_that_are_not_utf_8_are_malformed_json() {
    assertThat(refusal("{\"name\":\"茶\"}".getBytes(StandardCharsets.UTF_16)).code())
        .isEqualTo("malformed-json");
    assertThat(refusal(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'}).code())
        .isEqualTo("malformed-json");
    // A surrogate encoded by itself, as CESU-8 does.
    assertThat(refusal(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}).code())
        .isEqualTo("malformed-json");
  }

  @Test
  void the_place_of_broken_grammar_is_told_but_never_the_parser_s_own_words() {
    Problem problem = refusal("{\"name\":\n  oops}");

    assertThat(problem.detail().en()).contains("line 2").doesNotContain("oops");
    assertThat(new String(problem.json(Language.ZH_CN), StandardCharsets.UTF_8))
        .contains("第 2 行")
        .doesNotContain("Unrecognized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
  void anything_but_an_object_is_the_wrong_type(String body) {
    assertThat(faults(body)).contains(" wrong-type");
  }

  @Test
  void every_duplicate_key_is_reported_with_its_escaped_pointer() {
    assertThat(
            faults("{\"name\":\"a\",\"score\":1,\"name\":\"b\",\"free\":{\"a/b~\":1,\"a/b~\":2}}"))
        .containsExactlyInAnyOrder("/name duplicate-key", "/free/a~1b~0 duplicate-key");
  }

  @Test
  void control_characters_are_refused_but_tab_and_line_ends_are_not() {
    assertThat(faultsWith("\"anything\":\"a\\u0000b\""))
        .containsExactly("/anything control-character");
    assertThat(faultsWith("\"anything\":[\"\\u0007\",\"\\u009f\",\"\u007f\"]"))
        .containsExactly(
            "/anything/0 control-character",
            "/anything/1 control-character",
            "/anything/2 control-character");
    assertThat(Bodies.with("\"anything\":\"a\\tb\\r\\nc\"").anything().orElseThrow().textValue())
        .isEqualTo("a\tb\r\nc");
  }

  @Test
  void lone_surrogates_and_non_characters_are_refused() {
    assertThat(faultsWith("\"anything\":\"\\ud83d\"")).containsExactly("/anything bad-unicode");
    assertThat(faultsWith("\"anything\":\"\\ude00\\ud83d\""))
        .containsExactly("/anything bad-unicode");
    assertThat(faultsWith("\"anything\":\"\\uffff\"")).containsExactly("/anything bad-unicode");
    assertThat(Bodies.with("\"anything\":\"\\ud83d\\ude00\"").anything()).isPresent();
  }

  @Test
  void a_member_s_name_is_checked_like_its_value() {
    assertThat(faultsWith("\"free\":{\"a\\u0000\":1}")).containsExactly("/free control-character");
    assertThat(faultsWith("\"free\":{\"" + "k".repeat(101) + "\":[[1]]}"))
        .containsExactly("/free name-too-long");
    assertThat(Bodies.with("\"free\":{\"" + "k".repeat(100) + "\":1}").free()).isPresent();
  }

  @Test
  void nesting_ends_at_32() {
    assertThat(Bodies.with("\"anything\":" + "[".repeat(31) + "]".repeat(31)).anything())
        .isPresent();
    assertThat(faultsWith("\"anything\":" + "[".repeat(32) + "]".repeat(32)))
        .containsExactly("/anything" + "/0".repeat(31) + " too-deep");
  }

  @Test
  void a_body_of_brackets_only_is_refused_and_breaks_nothing() {
    assertThat(refusal("[".repeat(200_000)).code()).isEqualTo("malformed-json");
    assertThat(refusal("{\"a\":".repeat(50_000)).code()).isEqualTo("malformed-json");
    assertThat(faultsWith("\"anything\":" + "[".repeat(100_000) + "]".repeat(100_000)))
        .containsExactly("/anything" + "/0".repeat(31) + " too-deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e1000000000",
        "1e99999999999",
        "-1e-1000000000",
        "1e41",
        "0.00000000000000000000000000000000000000001"
      })
  void numbers_too_large_to_be_exact_are_refused_before_they_are_computed(String number) {
    assertThat(faultsWith("\"anything\":" + number)).containsExactly("/anything out-of-range");
    assertThat(faultsWith("\"area\":" + number)).containsExactly("/area out-of-range");
  }

  @Test
  void a_value_refused_while_reading_is_not_reported_again_while_binding() {
    assertThat(faults("{\"name\":\"\\u0000\",\"score\":1e99,\"on\":1}"))
        .containsExactlyInAnyOrder(
            "/name control-character", "/score out-of-range", "/on unknown-field");
  }
}
