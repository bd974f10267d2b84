package banshi.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a condition.
 *
 * <pre>
 * any        = all { "or" all }
 * all        = single { "and" single }
 * single     = "not" single | "(" any ")" | question test
 * test       = comparison value | "in" "[" choice { "," choice } "]"
 * comparison = "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 * value      = "true" | "false" | number | choice | "$" parameter
 * question   = lower-case letter { letter or digit }, choice = upper-case letter { A-Z, 0-9, _ }
 * </pre>
 *
 * <p>A text of more than {@value #LONGEST} characters is refused, and so is one nested more than
 * {@value #DEEPEST} deep. Good for one text.
 */
public final class ConditionParser {
  /** Most characters of a condition. */
  public static final int LONGEST = 500;

  /** Most parentheses and {@code not}s within one another. */
  public static final int DEEPEST = 20;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<word>\\$?[A-Za-z][A-Za-z0-9_]*)|(?<number>-?[0-9]{1,12}(?:\\.[0-9]{1,6})?)"
              + "|(?<sign>[=!<>]=|[<>(),\\[\\]])|(?<end>\\z))");
  private static final Pattern QUESTION = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern CHOICE = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final String text;
  private final Map<String, BigDecimal> parameters;
  private final Matcher matcher;
  private String token = "";
  private int at;
  private int depth;

  private ConditionParser(String text, Map<String, BigDecimal> parameters) {
    this.text = text;
    this.parameters = parameters;
    this.matcher = TOKEN.matcher(text);
  }

  /**
   * The condition that {@code text} writes.
   *
   * @throws BadCondition if it does not follow the grammar
   */
  public static Condition parse(String text) {
    return parse(text, Map.of());
  }

  /**
   * The same, with each {@code $parameter} replaced by its number.
   *
   * @throws BadCondition if it does not follow the grammar or names an unknown parameter
   */
  public static Condition parse(String text, Map<String, BigDecimal> parameters) {
    if (text.length() > LONGEST) {
      throw new BadCondition("at most " + LONGEST + " characters", text, LONGEST);
    }
    return new ConditionParser(text, parameters).whole();
  }

  private Condition whole() {
    next();
    Condition condition = any();
    if (!token.isEmpty()) {
      throw expected("\"and\", \"or\" or the end");
    }
    return condition;
  }

  private Condition any() {
    List<Condition> parts = new ArrayList<>(List.of(all()));
    while (skip("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
  }

  private Condition all() {
    List<Condition> parts = new ArrayList<>(List.of(single()));
    while (skip("and")) {
      parts.add(single());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  private Condition single() {
    if (++depth > DEEPEST) {
      throw expected("less nesting");
    }
    Condition condition;
    if (skip("not")) {
      condition = new Condition.Not(single());
    } else if (skip("(")) {
      condition = any();
      require(")");
    } else {
      condition = test();
    }
    depth--;
    return condition;
  }

  private Condition test() {
    if (!QUESTION.matcher(token).matches() || reserved(token)) {
      throw expected("a question");
    }
    String question = take();
    if (skip("in")) {
      return new Condition.OneOf(question, choices());
    }
    for (Comparison comparison : Comparison.values()) {
      if (skip(comparison.symbol())) {
        return new Condition.Compare(question, comparison, value());
      }
    }
    throw expected("a comparison");
  }

  private List<String> choices() {
    require("[");
    List<String> choices = new ArrayList<>();
    do {
      if (!CHOICE.matcher(token).matches()) {
        throw expected("a choice");
      }
      choices.add(take());
    } while (skip(","));
    require("]");
    return choices;
  }

  private Answer value() {
    if (token.equals("true") || token.equals("false")) {
      return new Answer.YesNo(Boolean.parseBoolean(take()));
    }
    if (CHOICE.matcher(token).matches()) {
      return new Answer.Chosen(take());
    }
    if (token.startsWith("$")) {
      BigDecimal number =
          Optional.ofNullable(parameters.get(token.substring(1)))
              .orElseThrow(() -> expected("a declared parameter"));
      next();
      return new Answer.Quantity(number);
    }
    if (!token.isEmpty() && (Character.isDigit(token.charAt(0)) || token.startsWith("-"))) {
      return new Answer.Quantity(new BigDecimal(take()));
    }
    throw expected("a value");
  }

  private static boolean reserved(String word) {
    return switch (word) {
      case "and", "or", "not", "in", "true", "false" -> true;
      default -> false;
    };
  }

  private boolean skip(String expected) {
    if (!token.equals(expected)) {
      return false;
    }
    next();
    return true;
  }

  private void require(String sign) {
    if (!skip(sign)) {
      throw expected("\"" + sign + "\"");
    }
  }

  private String take() {
    String taken = token;
    next();
    return taken;
  }

  private void next() {
    int from = at;
    if (!matcher.region(at, text.length()).lookingAt()) {
      throw expected("a word, a number or a sign");
    }
    token = matcher.group().strip();
    at = matcher.end();
    if (token.isEmpty() && at < text.length()) {
      at = from;
      throw expected("a word, a number or a sign");
    }
  }

  private BadCondition expected(String what) {
    return new BadCondition(what, text, Math.max(0, at - token.length()));
  }
}
