package banshi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.http.testing.FunctionRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureTest {
  static final List<ArchRule> RULES = FunctionRules.of("notice", "Nobody", "NoticeBeans");

  private static final JavaClasses FUNCTION = FunctionRules.classesOf("notice");

  @Test
  void theRulesSeeTheFunction() {
    assertThat(FUNCTION).isNotEmpty();
    assertThat(FUNCTION.contain(ArchitectureTest.class)).isFalse();
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void theFunctionKeepsTheRule(ArchRule rule) {
    rule.check(FUNCTION);
  }
}
