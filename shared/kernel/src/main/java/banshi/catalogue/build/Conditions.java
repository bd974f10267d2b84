package banshi.catalogue.build;

import banshi.catalogue.Answer;
import banshi.catalogue.BadCondition;
import banshi.catalogue.Condition;
import banshi.catalogue.ConditionParser;
import banshi.catalogue.Question;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conditions of one entry: read with its parameters, checked against its questions. */
final class Conditions {
  private final Entry entry;
  private final Map<String, Question> questions;
  private final Map<String, BigDecimal> parameters = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final StringBuilder written = new StringBuilder();

  Conditions(Entry entry, Map<String, Question> questions) {
    this.entry = entry;
    this.questions = questions;
    List<JsonNode> declared = entry.list("parameters");
    Rules.noted(entry, "parameters", Rules.repeated(declared, "name"));
    declared.forEach(
        each -> parameters.put(each.get("name").textValue(), each.get("value").decimalValue()));
  }

  /** The condition of {@code user}, written canonically; notes what is wrong with it. */
  Optional<String> read(JsonNode user, String field) {
    if (!user.has("when")) {
      return Optional.empty();
    }
    String text = user.get("when").textValue();
    written.append(text).append(' ');
    try {
      Condition condition = ConditionParser.parse(text, parameters);
      check(condition, field + ".when");
      asked.addAll(condition.questions());
      return Optional.of(condition.toString());
    } catch (BadCondition malformed) {
      entry.problem(field + ".when", malformed.getMessage());
      return Optional.empty();
    }
  }

  /** The questions that some condition asks. */
  Set<String> asked() {
    return asked;
  }

  /** Notes parameters that no condition uses. */
  void checkParametersUsed() {
    for (String name : parameters.keySet()) {
      if (!written.toString().matches("(?s).*\\$" + name + "\\b.*")) {
        entry.problem("parameters", "is used by no condition: " + name);
      }
    }
  }

  private void check(Condition condition, String field) {
    switch (condition) {
      case Condition.All(var parts) -> parts.forEach(part -> check(part, field));
      case Condition.Any(var parts) -> parts.forEach(part -> check(part, field));
      case Condition.Not(var part) -> check(part, field);
      case Condition.Compare(var id, var comparison, var value) -> {
        question(id, field).ifPresent(question -> fits(question, value, field));
        if (comparison.ordered() && !(value instanceof Answer.Quantity)) {
          entry.problem(field, "only numbers have an order: " + condition);
        }
      }
      case Condition.OneOf(var id, var choices) ->
          question(id, field)
              .ifPresent(
                  question ->
                      choices.forEach(choice -> fits(question, new Answer.Chosen(choice), field)));
    }
  }

  private Optional<Question> question(String id, String field) {
    Optional<Question> question = Optional.ofNullable(questions.get(id));
    if (question.isEmpty()) {
      entry.problem(field, "asks a question that is not declared: " + id);
    }
    return question;
  }

  private void fits(Question question, Answer value, String field) {
    boolean fits =
        switch (question.format()) {
          case Question.YesNoFormat _ -> value instanceof Answer.YesNo;
          case Question.NumberFormat _ -> value instanceof Answer.Quantity;
          case Question.ChoiceFormat(var choices) ->
              value instanceof Answer.Chosen(var code)
                  && choices.stream().anyMatch(choice -> choice.code().equals(code));
        };
    if (!fits) {
      entry.problem(field, "compares " + question.id() + " with " + value);
    }
  }
}
