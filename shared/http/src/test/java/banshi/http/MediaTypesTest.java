package banshi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=UTF-8",
        "application/json;charset=\"utf-8\"",
        "application/json; v=1"
      })
  void json_in_utf_8_is_read(String type) {
    assertThat(MediaTypes.isJson(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "application/json; charset=gbk",
        "application/jsonp",
        "application/merge-patch+json",
        "text/json",
        ";;//"
      })
  void nothing_else_is_read(String type) {
    assertThat(MediaTypes.isJson(type)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "application/json",
        "text/html, application/json;q=0.1",
        "text/html;q=1, */*;q=0.001",
        "APPLICATION/JSON",
        "///, */*"
      })
  void a_caller_who_takes_json_gets_it(String accept) {
    assertThat(MediaTypes.acceptJson(List.of(accept))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml, text/*",
        "application/json;q=0",
        "application/json;q=0, */*",
        "application/*;q=0, */*;q=1",
        "///",
        "*/*;q=none"
      })
  void the_most_specific_range_decides_who_does_not(String accept) {
    assertThat(MediaTypes.acceptJson(List.of(accept))).isFalse();
  }

  @Test
  void no_header_takes_anything_and_several_lines_are_one_header() {
    assertThat(MediaTypes.acceptJson(List.of())).isTrue();
    assertThat(MediaTypes.acceptJson(List.of("text/html", "application/json"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/pdf | true",
        "application/json, application/pdf | true",
        "application/json, application/pdf;q=0.9 | false",
        "application/pdf;q=0 | false",
        "*/* | false",
        "application/* | false",
        "application/json | false"
      })
  void anotherTypeIsGivenWhenItIsNamedAndTakenAsGladlyAsJson(String accept, boolean preferred) {
    assertThat(MediaTypes.prefer(List.of(accept), "application/pdf")).isEqualTo(preferred);
  }

  @Test
  void whoeverSaysNothingGetsJson() {
    assertThat(MediaTypes.prefer(List.of(), "application/pdf")).isFalse();
  }
}
