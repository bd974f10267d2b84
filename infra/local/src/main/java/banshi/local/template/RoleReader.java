package banshi.local.template;

import banshi.local.template.Template.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an {@code AWS::IAM::Role}: what the function that has it may do. */
final class RoleReader {
  private RoleReader() {}

  static List<Statement> read(String id, Section role) {
    role.withoutEffect("AssumeRolePolicyDocument", "Description", "Tags");
    List<Statement> statements = new ArrayList<>();
    for (Section policy : role.sections("Policies")) {
      policy.withoutEffect("PolicyName");
      Section document = policy.section("PolicyDocument");
      document.oneOf("Version", "2012-10-17");
      for (Section statement : document.sections("Statement")) {
        statements.add(
            new Statement(
                id,
                statement.optionalText("Sid").orElse(""),
                statement.oneOf("Effect", "Allow", "Deny"),
                statement.texts("Action"),
                statement.texts("Resource"),
                condition(statement)));
        statement.end();
      }
      document.end();
      policy.end();
    }
    role.end();
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
