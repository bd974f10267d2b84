package banshi.local.access;

import banshi.local.template.Template.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What a role allows, by IAM's rules for the part of its language that the template uses: a
 * statement that denies goes before any that allows, and what none allows is denied. Actions and
 * resources may have {@code *} and {@code ?}; actions are alike in capitals and small letters.
 *
 * <p>Of conditions there are StringEquals, StringLike, ArnLike, Null, and the first two with
 * ForAllValues. {@code ForAllValues} holds where the request has no value at all, the others do
 * not; {@code Null: "true"} holds just there. All operators of a statement must hold, all keys of
 * an operator, and one of a key's values.
 *
 * @param statements of one role
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public record Policy(List<Statement> statements) {
  private static final String ALL = "ForAllValues:";

  public Policy {
    statements = List.copyOf(statements);
  }

  /**
   * Why something is or is not allowed.
   *
   * @param by the statement that decided; empty where none speaks of it
   */
  public record Decision(boolean allowed, Optional<Statement> by) {}

  /**
   * Decides about a request.
   *
   * @param context the request's values by condition key; a key that it lacks has none
   * @throws IllegalArgumentException where a statement that speaks of the request has a condition
   *     that is not understood here
   */
  public Decision decide(String action, String resource, Map<String, Set<String>> context) {
    Optional<Statement> denying = first("Deny", action, resource, context);
    if (denying.isPresent()) {
      return new Decision(false, denying);
    }
    Optional<Statement> allowing = first("Allow", action, resource, context);
    return new Decision(allowing.isPresent(), allowing);
  }

  private Optional<Statement> first(
      String effect, String action, String resource, Map<String, Set<String>> context) {
    return statements.stream()
        .filter(statement -> statement.effect().equals(effect))
        .filter(
            statement ->
                statement.actions().stream()
                    .anyMatch(pattern -> like(lower(pattern), lower(action))))
        .filter(
            statement ->
                statement.resources().stream().anyMatch(pattern -> like(pattern, resource)))
        .filter(statement -> holds(statement.condition(), context))
        .findFirst();
  }

  private static boolean holds(
      Map<String, Map<String, List<String>>> condition, Map<String, Set<String>> context) {
    return condition.entrySet().stream()
        .allMatch(
            operator ->
                operator.getValue().entrySet().stream()
                    .allMatch(
                        key ->
                            holds(
                                operator.getKey(),
                                key.getValue(),
                                context.getOrDefault(key.getKey(), Set.of()))));
  }

  private static boolean holds(String operator, List<String> wanted, Set<String> values) {
    if (operator.equals("Null")) {
      return wanted.contains(Boolean.toString(values.isEmpty()));
    }
    boolean all = operator.startsWith(ALL);
    BiPredicate<String, String> equal = equality(operator, all ? ALL.length() : 0);
    if (values.size() > 1 && !all) {
      throw new IllegalArgumentException(operator + " of several values is not understood here");
    }
    return (all || !values.isEmpty())
        && values.stream()
            .allMatch(value -> wanted.stream().anyMatch(text -> equal.test(text, value)));
  }

  private static BiPredicate<String, String> equality(String operator, int from) {
    return switch (operator.substring(from)) {
      case "StringEquals" -> String::equals;
      case "StringLike", "ArnLike" -> Policy::like;
      default ->
          throw new IllegalArgumentException("the condition " + operator + " is not understood");
    };
  }

  /** Of the last star it is remembered where it stood, to let it take one character more. */
  private static boolean like(String pattern, String text) {
    int at = 0;
    int star = -1;
    int after = 0;
    for (int i = 0; i < text.length(); ) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        after = i;
      } else if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++after;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(left -> left == '*');
  }

  private static String lower(String action) {
    return action.toLowerCase(Locale.ROOT);
  }
}
