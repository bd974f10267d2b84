package banshi.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.local.template.Template.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final String TABLE = "arn:aws-cn:dynamodb:cn-northwest-1:0:table/t";
  private static final Statement OWN =
      allow(
          List.of("dynamodb:GetItem", "dynamodb:Query"),
          Map.of("ForAllValues:StringLike", Map.of(Roles.LEADING_KEYS, List.of("A#*", "B#*"))));
  private static final Statement NOTHING_WITHOUT_A_KEY =
      new Statement(
          "R",
          "NothingWithoutAKey",
          "Deny",
          List.of("dynamodb:*"),
          List.of(TABLE),
          Map.of("Null", Map.of(Roles.LEADING_KEYS, List.of("true"))));

  private static Statement allow(
      List<String> actions, Map<String, Map<String, List<String>>> condition) {
    return new Statement("R", "Own", "Allow", actions, List.of(TABLE), condition);
  }

  private static boolean allowed(Policy policy, String action, String... keys) {
    return policy
        .decide(
            action, TABLE, keys.length == 0 ? Map.of() : Map.of(Roles.LEADING_KEYS, Set.of(keys)))
        .allowed();
  }

  private static boolean allowed(Map<String, Map<String, List<String>>> condition, String... have) {
    return new Policy(List.of(allow(List.of("a:B"), condition)))
        .decide(
            "a:B",
            TABLE,
            have.length == 0 ? Map.of() : Map.of("k", Set.copyOf(Arrays.asList(have))))
        .allowed();
  }

  @Test
  void whatNoStatementAllowsIsDenied() {
    Policy own = new Policy(List.of(OWN));

    assertThat(allowed(own, "dynamodb:GetItem", "A#1")).isTrue();
    assertThat(allowed(own, "dynamodb:GetItem", "C#1")).isFalse();
    assertThat(allowed(own, "dynamodb:PutItem", "A#1")).isFalse();
    assertThat(allowed(own, "dynamodb:GetItems", "A#1")).isFalse();
    assertThat(allowed(new Policy(List.of()), "dynamodb:GetItem", "A#1")).isFalse();
    assertThat(
            own.decide(
                    "dynamodb:Query", TABLE + "/index/i", Map.of(Roles.LEADING_KEYS, Set.of("A#1")))
                .allowed())
        .isFalse();
  }

  @Test
  void everyOneOfSeveralKeysMustBeAmongThoseThatAreAllowed() {
    Policy own = new Policy(List.of(OWN));

    assertThat(allowed(own, "dynamodb:GetItem", "A#1", "B#1", "A#2")).isTrue();
    assertThat(allowed(own, "dynamodb:GetItem", "A#1", "C#1")).isFalse();
  }

  @Test
  void forAllValuesLetsARequestWithoutAnyKeyThroughAndTheDenialStopsIt() {
    Policy open = new Policy(List.of(allow(List.of("dynamodb:Scan"), OWN.condition())));
    Policy closed =
        new Policy(
            List.of(allow(List.of("dynamodb:Scan"), OWN.condition()), NOTHING_WITHOUT_A_KEY));

    assertThat(allowed(open, "dynamodb:Scan")).isTrue();
    assertThat(allowed(closed, "dynamodb:Scan")).isFalse();
    assertThat(closed.decide("dynamodb:Scan", TABLE, Map.of()).by())
        .contains(NOTHING_WITHOUT_A_KEY);
    assertThat(allowed(closed, "dynamodb:Scan", "A#1")).isTrue();
  }

  @Test
  void aDenialGoesBeforeWhatIsAllowedWhereverItStands() {
    Statement denial =
        new Statement("R", "No", "Deny", List.of("dynamodb:getitem"), List.of("*"), Map.of());

    assertThat(allowed(new Policy(List.of(OWN, denial)), "dynamodb:GetItem", "A#1")).isFalse();
    assertThat(allowed(new Policy(List.of(denial, OWN)), "dynamodb:GetItem", "A#1")).isFalse();
    assertThat(allowed(new Policy(List.of(denial, OWN)), "dynamodb:Query", "A#1")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "A#*, A#1, true",
    "A#*, A#, true",
    "A#*, XA#1, false",
    "A#*, a#1, false",
    "A.*, A#1, false",
    "A?1, A#1, true",
    "A?1, A##1, false",
    "*, , true",
    "A#\\E*, A#\\E1, true",
    "*b*bc, abbbc, true",
    "*b*bc, abc, false",
    "a*?, a, false",
    "a**, a, true"
  })
  void starsStandForAnythingAndQuestionMarksForOneCharacter(
      String pattern, String value, boolean fits) {
    assertThat(
            allowed(
                Map.of("StringLike", Map.of("k", List.of(pattern))), value == null ? "" : value))
        .isEqualTo(fits);
  }

  @Test
  void aConditionHoldsWhenAllItsOperatorsAndKeysDo() {
    assertThat(allowed(Map.of("StringEquals", Map.of("k", List.of("a", "b"))), "b")).isTrue();
    assertThat(allowed(Map.of("StringEquals", Map.of("k", List.of("a*"))), "ab")).isFalse();
    assertThat(allowed(Map.of("StringEquals", Map.of("k", List.of("a")))))
        .as("a key that the request lacks")
        .isFalse();
    assertThat(
            allowed(
                Map.of(
                    "StringEquals", Map.of("k", List.of("a")),
                    "StringLike", Map.of("other", List.of("*"))),
                "a"))
        .isFalse();
    assertThat(allowed(Map.of("Null", Map.of("k", List.of("false"))), "a")).isTrue();
    assertThat(allowed(Map.of("Null", Map.of("k", List.of("false"))))).isFalse();
  }

  @Test
  void whatIsNotUnderstoodIsNeverTakenForAllowed() {
    for (String operator :
        List.of("StringNotLike", "ForAnyValue:StringLike", "StringLikeIfExists")) {
      assertThatThrownBy(() -> allowed(Map.of(operator, Map.of("k", List.of("a"))), "a"))
          .as(operator)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> allowed(Map.of(operator, Map.of("k", List.of("a")))))
          .as(operator + " of a key that the request lacks")
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> allowed(Map.of("StringLike", Map.of("k", List.of("*"))), "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
