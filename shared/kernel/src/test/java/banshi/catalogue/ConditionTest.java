package banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConditionTest {
  private static final Map<String, Answer> ANSWERS =
      Map.of(
          "area", new Answer.Quantity(new BigDecimal("300.0")),
          "seating", new Answer.YesNo(true),
          "cuisine", new Answer.Chosen("RAW"));

  @Example
  void comparisons_hold_as_written() {
    assertThat(truth("area >= 300 and seating == true")).isEqualTo(Truth.TRUE);
    assertThat(truth("area > 300")).isEqualTo(Truth.FALSE);
    assertThat(truth("area < 300.5")).isEqualTo(Truth.TRUE);
    assertThat(truth("area <= 299.99")).isEqualTo(Truth.FALSE);
    assertThat(truth("area != 300")).isEqualTo(Truth.FALSE);
    assertThat(truth("cuisine in [RAW, COLD]")).isEqualTo(Truth.TRUE);
    assertThat(truth("cuisine == HOT")).isEqualTo(Truth.FALSE);
    assertThat(truth("not (cuisine == HOT or seating == false)")).isEqualTo(Truth.TRUE);
  }

  @Example
  void and_binds_closer_than_or() {
    assertThat(truth("seating == true or area > 1000 and cuisine == HOT")).isEqualTo(Truth.TRUE);
    assertThat(truth("(seating == true or area > 1000) and cuisine == HOT")).isEqualTo(Truth.FALSE);
  }

  @Example
  void what_is_not_answered_is_unknown_unless_the_rest_decides() {
    assertThat(truth("other == true")).isEqualTo(Truth.UNKNOWN);
    assertThat(truth("not other == true")).isEqualTo(Truth.UNKNOWN);
    assertThat(truth("other == true and seating == false")).isEqualTo(Truth.FALSE);
    assertThat(truth("other == true or seating == true")).isEqualTo(Truth.TRUE);
    assertThat(ConditionParser.parse("other == true").holds(ANSWERS)).isFalse();
  }

  @Example
  void an_answer_of_another_kind_is_unknown() {
    assertThat(truth("area == true")).isEqualTo(Truth.UNKNOWN);
    assertThat(truth("seating in [YES]")).isEqualTo(Truth.UNKNOWN);
    assertThat(truth("cuisine > 3")).isEqualTo(Truth.UNKNOWN);
  }

  @Example
  void parameters_are_replaced_by_their_numbers() {
    Condition condition =
        ConditionParser.parse("area >= $least", Map.of("least", BigDecimal.valueOf(300)));

    assertThat(condition).hasToString("area >= 300");
  }

  @Example
  void what_does_not_follow_the_grammar_is_refused_with_its_place() {
    for (String bad :
        List.of(
            "",
            "area",
            "area >=",
            "area >= 300 and",
            "area >= 300 seating == true",
            "area = 300",
            "area >= $unknown",
            "cuisine in []",
            "cuisine in [RAW",
            "cuisine in [raw]",
            "(area > 1",
            "area > 1)",
            "and > 1",
            "AREA > 1",
            "area > 1; drop",
            "not",
            "not ".repeat(30) + "area > 1")) {
      assertThatThrownBy(() -> ConditionParser.parse(bad))
          .as(bad)
          .isInstanceOf(BadCondition.class)
          .hasMessageContaining("expected at character");
    }
    assertThatThrownBy(() -> ConditionParser.parse("area > 1 or ".repeat(50) + "area > 1"))
        .isInstanceOf(BadCondition.class);
  }

  @Property
  void what_is_written_reads_back_equal(@ForAll("conditions") Condition condition) {
    assertThat(ConditionParser.parse(condition.toString())).isEqualTo(condition);
  }

  @Property
  void evaluation_is_total_and_more_answers_never_change_what_was_certain(
      @ForAll("conditions") Condition condition, @ForAll("answers") Map<String, Answer> answers) {
    Truth before = condition.under(Map.of());
    Truth after = condition.under(answers);

    assertThat(before == Truth.UNKNOWN || before == after).isTrue();
  }

  @Property
  void de_morgan(
      @ForAll("conditions") Condition one,
      @ForAll("conditions") Condition other,
      @ForAll("answers") Map<String, Answer> answers) {
    Condition notBoth = new Condition.Not(new Condition.All(List.of(one, other)));
    Condition either = new Condition.Any(List.of(new Condition.Not(one), new Condition.Not(other)));

    assertThat(notBoth.under(answers)).isEqualTo(either.under(answers));
  }

  @Property
  void no_text_does_anything_but_parse_or_be_refused(@ForAll String text) {
    Optional<Condition> read;
    try {
      read = Optional.of(ConditionParser.parse(text));
    } catch (BadCondition refused) {
      read = Optional.empty();
    }
    read.ifPresent(
        condition -> assertThat(ConditionParser.parse(condition.toString())).isEqualTo(condition));
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return conditions(3);
  }

  private Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> compare =
        Combinators.combine(questions(), Arbitraries.of(Comparison.class), values())
            .as(Condition.Compare::new);
    Arbitrary<Condition> oneOf =
        Combinators.combine(
                questions(), Arbitraries.of("RED", "BLUE").list().ofMinSize(1).ofMaxSize(2))
            .as(Condition.OneOf::new);
    if (depth == 0) {
      return Arbitraries.oneOf(compare, oneOf);
    }
    Arbitrary<Condition> inner = conditions(depth - 1);
    Arbitrary<List<Condition>> several = inner.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
            compare,
            oneOf,
            inner.map(Condition.Not::new),
            several.map(Condition.All::new),
            several.map(Condition.Any::new))
        .filter(condition -> condition.toString().length() <= ConditionParser.LONGEST);
  }

  @Provide
  Arbitrary<Map<String, Answer>> answers() {
    return Arbitraries.maps(questions(), values()).ofMaxSize(3);
  }

  private Arbitrary<String> questions() {
    return Arbitraries.of("area", "seating", "cuisine");
  }

  private Arbitrary<Answer> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(true, false).map(Answer.YesNo::new),
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1000"), new BigDecimal("1000"))
            .ofScale(2)
            .map(Answer.Quantity::new),
        Arbitraries.of("RED", "BLUE").map(Answer.Chosen::new));
  }

  private static Truth truth(String text) {
    return ConditionParser.parse(text).under(ANSWERS);
  }
}
