package banshi.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What was answered, as far as it answers the questions, and what is wrong with the rest.
 *
 * @param values by question; unanswered questions that have a fallback have it here
 * @param faults each at {@code /answers/<question>}: {@code required}, {@code wrong-type}, {@code
 *     out-of-range}, {@code not-one-of}, {@code unknown-field}
 */
public record Answers(Map<String, Answer> values, List<Fault> faults) {
  private static final String ANSWERS = "/answers";

  public Answers {
    values = Map.copyOf(values);
    faults = List.copyOf(faults);
  }

  /** Reads the answers to {@code questions}. */
  public static Answers read(List<Question> questions, Map<String, JsonNode> given) {
    Map<String, Answer> values = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    TreeSet<String> unknown = new TreeSet<>(given.keySet());
    for (Question question : questions) {
      unknown.remove(question.id());
      String pointer = Fault.pointer(ANSWERS, question.id());
      Optional<JsonNode> node =
          Optional.ofNullable(given.get(question.id())).filter(value -> !value.isNull());
      if (node.isEmpty()) {
        question.fallback().ifPresent(fallback -> values.put(question.id(), fallback));
        if (question.required()) {
          faults.add(
              Fault.at(
                  pointer,
                  "required",
                  "请回答：" + question.text().zh(),
                  "Please answer: " + question.text().en()));
        }
        continue;
      }
      answer(question.format(), node.get())
          .ifPresentOrElse(
              answer -> values.put(question.id(), answer),
              () -> faults.add(wrong(question.format(), pointer, node.get())));
    }
    unknown.forEach(
        name ->
            faults.add(
                Fault.at(
                    Fault.pointer(ANSWERS, name),
                    "unknown-field",
                    "没有这个问题",
                    "There is no such question.")));
    return new Answers(values, faults);
  }

  /** What {@code node} answers where such answers are looked for; empty if it is no such answer. */
  static Optional<Answer> answer(Question.Format format, JsonNode node) {
    return switch (format) {
      case Question.YesNoFormat _ ->
          node.isBoolean() ? Optional.of(new Answer.YesNo(node.booleanValue())) : Optional.empty();
      case Question.NumberFormat range ->
          Optional.of(node)
              .filter(JsonNode::isNumber)
              .filter(range::admits)
              .map(number -> new Answer.Quantity(number.decimalValue()));
      case Question.ChoiceFormat choices ->
          Optional.of(node)
              .filter(JsonNode::isTextual)
              .map(JsonNode::textValue)
              .filter(choices::admits)
              .map(Answer.Chosen::new);
    };
  }

  private static Fault wrong(Question.Format format, String pointer, JsonNode node) {
    return switch (format) {
      case Question.YesNoFormat _ ->
          Fault.at(pointer, "wrong-type", "请回答是或否", "Please answer true or false.");
      case Question.NumberFormat range ->
          node.isNumber()
              ? Faults.outOfRange(pointer, range)
              : Fault.at(pointer, "wrong-type", "请填写数字", "Please give a number.");
      case Question.ChoiceFormat choices ->
          node.isTextual()
              ? Faults.notOneOf(pointer, choices.choices())
              : Fault.at(pointer, "wrong-type", "请选择一项", "Please choose one.");
    };
  }
}
