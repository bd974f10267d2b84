package banshi.local.access;

import banshi.local.template.Template;
import banshi.local.template.Template.Function;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The roles of a template's functions as judges of what they ask of the table. A function without a
 * role may do nothing.
 */
public final class Roles implements AccessGate.Judge {
  /** The condition key of the partition keys that a request reaches. */
  public static final String LEADING_KEYS = "dynamodb:LeadingKeys";

  private final Map<String, Policy> byFunction = new LinkedHashMap<>();

  /** Of this template's functions, each by its logical id. */
  public Roles(Template template) {
    for (Function function : template.functions()) {
      byFunction.put(function.logicalId(), policy(template, function));
    }
  }

  /** What the role of one function allows. */
  static Policy policy(Template template, Function function) {
    return new Policy(
        template.statements().stream()
            .filter(statement -> function.role().filter(statement.role()::equals).isPresent())
            .toList());
  }

  @Override
  public Optional<String> objection(String function, Need need) {
    Policy policy = byFunction.get(function);
    if (policy == null) {
      return Optional.of("no function has this access key");
    }
    Policy.Decision decision =
        policy.decide(
            need.action(),
            need.resource(),
            need.leadingKeys().isEmpty() ? Map.of() : Map.of(LEADING_KEYS, need.leadingKeys()));
    return decision.allowed()
        ? Optional.empty()
        : Optional.of(
            decision
                .by()
                .map(statement -> statement.sid() + " of its role denies it")
                .orElse("no statement of its role allows it"));
  }
}
