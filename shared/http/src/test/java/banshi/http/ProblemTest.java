package banshi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.text.Fault;
import banshi.text.Language;
import banshi.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

  @Test
  void a_problem_has_the_members_of_rfc_9457_and_a_stable_code() {
    Problem problem =
        Problem.of(
                ProblemCode.INVALID_BODY,
                List.of(new Fault("/a~1b", "required", new Text("必填。", "Required."))))
            .with("allowedActions", List.of("withdraw"));

    assertThat(new String(problem.json(Language.EN), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"type\":\"/problems/invalid-body\",\"title\":\"Invalid body\",\"status\":400,"
                + "\"detail\":\"The body has faults; errors lists every one.\","
                + "\"code\":\"invalid-body\","
                + "\"errors\":[{\"pointer\":\"/a~1b\",\"code\":\"required\","
                + "\"detail\":\"Required.\"}],\"allowedActions\":[\"withdraw\"]}");
    assertThat(new String(problem.json(Language.ZH_CN), StandardCharsets.UTF_8))
        .contains("内容有误", "必填。")
        .doesNotContain("Required");
  }

  @Test
  void an_extension_cannot_replace_a_member() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Problem.of(ProblemCode.NOT_FOUND).with("status", 200));
  }

  @Test
  void a_refusal_is_no_accident_and_has_no_stack() {
    assertThat(Problem.of(ProblemCode.NOT_FOUND).asException().getStackTrace()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void every_kind_speaks_both_languages_and_is_an_error(ProblemCode code) {
    assertThat(code.code()).matches("[a-z]+(-[a-z]+)*");
    assertThat(code.status()).isBetween(400, 599);
    for (Text text : List.of(code.title(), code.detail())) {
      assertThat(text.zh()).matches(".*\\p{IsHan}.*");
      assertThat(text.en()).matches("\\p{ASCII}+");
    }
  }

  @Test
  void the_codes_of_the_contract_have_the_statuses_of_the_contract() {
    assertThat(Arrays.stream(ProblemCode.values()).map(code -> code.status() + " " + code.code()))
        .contains(
            "400 malformed-json",
            "400 invalid-cursor",
            "400 invalid-number",
            "400 idempotency-key-required",
            "401 unauthorized",
            "403 conflict-of-interest",
            "404 not-found",
            "405 method-not-allowed",
            "406 not-acceptable",
            "409 action-not-allowed",
            "409 already-claimed",
            "412 stale-version",
            "413 body-too-large",
            "415 unsupported-media-type",
            "422 idempotency-key-reused",
            "428 precondition-required");
  }
}
