package banshi.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The words of faults that answers and form fields share. */
final class Faults {
  private Faults() {}

  static Fault outOfRange(String pointer, Question.NumberFormat range) {
    String from = range.min().toPlainString();
    String to = range.max().toPlainString();
    return Fault.at(
        pointer,
        "out-of-range",
        "应在" + from + "至" + to + "之间，最多" + range.decimals() + "位小数",
        "Must be from " + from + " to " + to + ", with at most " + range.decimals() + " decimals.");
  }

  static Fault notOneOf(String pointer, List<Choice> choices) {
    String zh = choices.stream().map(each -> each.name().zh()).collect(Collectors.joining("、"));
    String en = choices.stream().map(each -> each.name().en()).collect(Collectors.joining(", "));
    return Fault.at(pointer, "not-one-of", "请从中选择：" + zh, "Choose one of: " + en + ".");
  }
}
