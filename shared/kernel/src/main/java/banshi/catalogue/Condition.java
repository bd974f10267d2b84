package banshi.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When something applies, as a question of the answers: {@code area >= 300 and seating == true}.
 *
 * <p>Evaluation is total: it neither throws nor loops, whatever the answers. A comparison with an
 * answer that is missing or of another kind is {@link Truth#UNKNOWN}. {@link #toString()} writes
 * what {@link ConditionParser} reads back as an equal condition.
 */
public sealed interface Condition {

  /** The truth under these answers, by question. */
  Truth under(Map<String, Answer> answers);

  /** The questions it asks, sorted. */
  Set<String> questions();

  /** Whether it certainly holds: what is unknown does not apply. */
  default boolean holds(Map<String, Answer> answers) {
    return under(answers) == Truth.TRUE;
  }

  /** An answer against a value. */
  record Compare(String question, Comparison comparison, Answer value) implements Condition {
    @Override
    public Truth under(Map<String, Answer> answers) {
      return Optional.ofNullable(answers.get(question)).map(this::compare).orElse(Truth.UNKNOWN);
    }

    private Truth compare(Answer given) {
      return switch (value) {
        case Answer.Quantity(var bound) ->
            given instanceof Answer.Quantity(var number)
                ? Truth.of(comparison.holds(number.compareTo(bound)))
                : Truth.UNKNOWN;
        case Answer.YesNo(var expected) ->
            given instanceof Answer.YesNo(var yes) ? same(yes == expected) : Truth.UNKNOWN;
        case Answer.Chosen(var expected) ->
            given instanceof Answer.Chosen(var code) ? same(code.equals(expected)) : Truth.UNKNOWN;
      };
    }

    private Truth same(boolean same) {
      return comparison.ordered() ? Truth.UNKNOWN : Truth.of(comparison.holds(same ? 0 : 1));
    }

    @Override
    public Set<String> questions() {
      return Set.of(question);
    }

    @Override
    public String toString() {
      return question + " " + comparison.symbol() + " " + value;
    }
  }

  /** An answer that is one of several choices. */
  record OneOf(String question, List<String> choices) implements Condition {
    public OneOf {
      choices = List.copyOf(choices);
    }

    @Override
    public Truth under(Map<String, Answer> answers) {
      return answers.get(question) instanceof Answer.Chosen(var code)
          ? Truth.of(choices.contains(code))
          : Truth.UNKNOWN;
    }

    @Override
    public Set<String> questions() {
      return Set.of(question);
    }

    @Override
    public String toString() {
      return question + " in [" + String.join(", ", choices) + "]";
    }
  }

  /** The opposite. */
  record Not(Condition condition) implements Condition {
    @Override
    public Truth under(Map<String, Answer> answers) {
      return condition.under(answers).negated();
    }

    @Override
    public Set<String> questions() {
      return condition.questions();
    }

    @Override
    public String toString() {
      return "not " + operand(condition);
    }
  }

  /** All of them; none at all is true. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Truth under(Map<String, Answer> answers) {
      return conditions.stream().map(each -> each.under(answers)).reduce(Truth.TRUE, Truth::and);
    }

    @Override
    public Set<String> questions() {
      return union(conditions);
    }

    @Override
    public String toString() {
      return joined(conditions, " and ");
    }
  }

  /** At least one of them. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Truth under(Map<String, Answer> answers) {
      return conditions.stream().map(each -> each.under(answers)).reduce(Truth.FALSE, Truth::or);
    }

    @Override
    public Set<String> questions() {
      return union(conditions);
    }

    @Override
    public String toString() {
      return joined(conditions, " or ");
    }
  }

  private static Set<String> union(List<Condition> conditions) {
    return conditions.stream()
        .flatMap(each -> each.questions().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String joined(List<Condition> conditions, String word) {
    return conditions.stream().map(Condition::operand).collect(Collectors.joining(word));
  }

  private static String operand(Condition condition) {
    return switch (condition) {
      case Compare _, OneOf _, Not _ -> condition.toString();
      case All _, Any _ -> "(" + condition + ")";
    };
  }
}
