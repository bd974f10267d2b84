package banshi.local.template;

import banshi.local.template.Template.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Reads {@code AWS::IAM::Role}s and the {@code AWS::IAM::ManagedPolicy}s that several share: what
 * the function that has a role may do. A policy of AWS's own is not looked into.
 */
final class RoleReader {
  private record Role(List<Statement> own, List<String> policies) {}

  private final SequencedMap<String, Role> roles = new LinkedHashMap<>();
  private final Map<String, List<Statement>> policies = new LinkedHashMap<>();

  void readRole(String id, Section role) {
    role.withoutEffect("AssumeRolePolicyDocument", "Description", "Tags");
    List<Statement> own = new ArrayList<>();
    for (Section policy : role.sections("Policies")) {
      policy.withoutEffect("PolicyName");
      own.addAll(document(id, policy.section("PolicyDocument")));
      policy.end();
    }
    roles.put(id, new Role(own, role.texts("ManagedPolicyArns")));
    role.end();
  }

  /**
   * @param arn what a role names it by
   */
  void readPolicy(String arn, Section policy) {
    policy.withoutEffect("Description", "ManagedPolicyName", "Path");
    policies.put(arn, document("", policy.section("PolicyDocument")));
    policy.end();
  }

  /** What every role allows and denies: its own statements, then those of policies it shares. */
  List<Statement> statements() {
    List<Statement> all = new ArrayList<>();
    roles.forEach(
        (id, role) -> {
          all.addAll(role.own());
          for (String arn : role.policies()) {
            policies.getOrDefault(arn, List.of()).forEach(shared -> all.add(shared.of(id)));
          }
        });
    return List.copyOf(all);
  }

  private static List<Statement> document(String role, Section document) {
    document.oneOf("Version", "2012-10-17");
    List<Statement> statements = new ArrayList<>();
    for (Section statement : document.sections("Statement")) {
      statements.add(
          new Statement(
              role,
              statement.optionalText("Sid").orElse(""),
              statement.oneOf("Effect", "Allow", "Deny"),
              statement.texts("Action"),
              statement.texts("Resource"),
              condition(statement)));
      statement.end();
    }
    document.end();
    return statements;
  }

  private static Map<String, Map<String, List<String>>> condition(Section statement) {
    Map<String, Map<String, List<String>>> condition = new LinkedHashMap<>();
    statement
        .optionalSection("Condition")
        .ifPresent(
            section -> {
              for (String operator : section.names()) {
                Section keys = section.section(operator);
                Map<String, List<String>> values = new LinkedHashMap<>();
                keys.names().forEach(key -> values.put(key, keys.texts(key)));
                condition.put(operator, values);
              }
            });
    return condition;
  }
}
