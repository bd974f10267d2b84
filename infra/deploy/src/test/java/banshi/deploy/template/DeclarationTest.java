package banshi.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTest {
  private static Declaration declared(String rules) {
    return Template.deployed("t", "Parameters: {P: " + rules + "}").parameters().get("P");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{Type: String, AllowedValues: [dev, prod]} | dev | test | is not one of",
        "{Type: String, AllowedPattern: '^https://[^\\s]+$'} | https://a | http://a | does not fit",
        "{Type: String, MinLength: 2} | ab | a | is shorter than 2",
        "{Type: String, MaxLength: 2} | ab | abc | is longer than 2",
        "{Type: Number} | 587 | many | is not a number",
        "{Type: Number, MinValue: 1} | 1 | 0 | is less than 1",
        "{Type: Number, MaxValue: 65535} | 65535 | 65536 | is more than 65535",
        "{Type: Number, AllowedValues: [1, 2]} | 2 | 3 | is not one of",
      })
  void a_value_that_the_template_would_refuse_is_refused_here(
      String rules, String good, String bad, String why) {
    assertThat(declared(rules).refusal(good)).isEmpty();
    assertThat(declared(rules).refusal(bad).orElseThrow()).contains("P", "\"" + bad + "\"", why);
  }

  @Test
  void a_pattern_has_to_fit_the_whole_value() {
    assertThat(declared("{Type: String, AllowedPattern: '[a-z]+'}").refusal("ab1")).isPresent();
  }

  @Test
  void no_value_is_longer_than_cloudformation_takes() {
    assertThat(declared("{Type: String}").refusal("x".repeat(4096))).isEmpty();
    assertThat(declared("{Type: String}").refusal("公".repeat(1366))).isPresent();
  }

  @Test
  void a_secret_is_refused_without_being_shown() {
    String why =
        declared("{Type: String, NoEcho: true, MinLength: 40}").refusal("hunter2").orElseThrow();
    assertThat(why).contains("P").doesNotContain("hunter2");
  }
}
