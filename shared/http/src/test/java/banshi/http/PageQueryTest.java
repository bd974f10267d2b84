package banshi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import banshi.text.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {

  @Test
  void twenty_items_are_the_default_and_a_hundred_the_most() {
    assertThat(new PageQuery(List.of(), List.of()).limit()).isEqualTo(20);
    assertThat(new PageQuery(List.of("1"), List.of()).limit()).isEqualTo(1);
    assertThat(new PageQuery(List.of("100"), List.of("abc_-")).limit()).isEqualTo(100);
    assertThat(new PageQuery(List.of(), List.of("abc_-")).cursor()).hasValue("abc_-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "1.0", "", " 1", "०", "1e1", "99999999999", "abc"})
  void any_other_limit_is_refused_by_name(String limit) {
    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> new PageQuery(List.of(limit), List.of()))
            .problem();

    assertThat(problem.code()).isEqualTo("invalid-parameter");
    assertThat(problem.errors()).extracting(Fault::pointer).containsExactly("limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a=", "中"})
  void what_no_cursor_looks_like_is_an_invalid_cursor(String cursor) {
    assertThat(
            catchThrowableOfType(
                    ProblemException.class, () -> new PageQuery(List.of(), List.of(cursor)))
                .problem()
                .code())
        .isEqualTo("invalid-cursor");
  }

  @Test
  void a_repeated_parameter_is_refused() {
    assertThat(
            catchThrowableOfType(
                ProblemException.class, () -> new PageQuery(List.of("1", "2"), List.of())))
        .isNotNull();
    assertThat(
            catchThrowableOfType(
                ProblemException.class, () -> new PageQuery(List.of(), List.of("a", "b"))))
        .isNotNull();
  }
}
