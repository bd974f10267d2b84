package banshi.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.local.template.Template.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private final Routes routes =
      new Routes(
          List.of(
              new Route("ANY", "/v1/{proxy+}", "rest"),
              new Route("ANY", "/v1/cases/{number}", "one"),
              new Route("ANY", "/v1/cases", "all"),
              new Route("ANY", "/v1/cases/mine", "mine"),
              new Route("GET", "/v1/cases", "list"),
              new Route("ANY", "/v1/{kind}/{number}/timeline", "timeline")));

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/cases, list",
    "POST, /v1/cases, all",
    "GET, /v1/cases/mine, mine",
    "GET, /v1/cases/m%69ne, mine",
    "GET, /v1/cases/A1, one",
    "GET, /v1/cases/A1/timeline, timeline",
    "GET, /v1/cases/A1/tasks, rest",
    "GET, /v1/x, rest",
    "GET, /v1/cases/, list",
  })
  void theMoreParticularRouteGoesFirst(String method, String path, String function) {
    assertThat(routes.match(method, path))
        .hasValueSatisfying(match -> assertThat(match.route().function()).isEqualTo(function));
  }

  @ParameterizedTest
  @CsvSource({"/", "/v1", "/v2/cases", "/V1/cases"})
  void whatNoRouteFitsIsNotFound(String path) {
    assertThat(routes.match("GET", path)).isEmpty();
  }

  @Test
  void parametersAreDecodedOnceAndAPlusStaysAPlus() {
    assertThat(routes.match("GET", "/v1/cases/%E5%8A%9E+%252F"))
        .hasValueSatisfying(
            match -> assertThat(match.parameters()).isEqualTo(Map.of("number", "办+%2F")));
    assertThat(routes.match("GET", "/v1/a/b/c"))
        .hasValueSatisfying(
            match -> assertThat(match.parameters()).isEqualTo(Map.of("proxy", "a/b/c")));
  }

  @Test
  void aBrokenEncodingIsToldFromAnUnknownPath() {
    assertThatThrownBy(() -> routes.match("GET", "/v1/cases/%zz"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
