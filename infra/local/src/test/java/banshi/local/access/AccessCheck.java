package banshi.local.access;

import banshi.local.template.Template;
import banshi.local.template.Template.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds a template's roles to a table of who may do what. */
final class AccessCheck {
  static final String TABLE = "arn:aws-cn:dynamodb:cn-northwest-1:000000000000:table/banshi-Table";

  /** What the store does, by the letters of the table. */
  private static final Map<Character, String> ACTIONS =
      Map.of(
          'G', "dynamodb:GetItem",
          'Q', "dynamodb:Query",
          'P', "dynamodb:PutItem",
          'U', "dynamodb:UpdateItem",
          'D', "dynamodb:DeleteItem");

  private static final List<String> NOBODYS =
      List.of(
          "dynamodb:Scan",
          "dynamodb:BatchGetItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:PartiQLSelect",
          "dynamodb:PartiQLDelete",
          "dynamodb:DescribeTable",
          "dynamodb:UpdateTable",
          "dynamodb:DeleteTable",
          "dynamodb:UpdateTimeToLive",
          "dynamodb:ExportTableToPointInTime",
          "dynamodb:GetRecords");

  private final ExpectedAccess expected;
  private final Map<String, Policy> roles;

  AccessCheck(Template template, ExpectedAccess expected) {
    this.expected = expected;
    this.roles = roles(template);
  }

  /** The functions' policies, by what the table calls the functions. */
  static Map<String, Policy> roles(Template template) {
    Map<String, Policy> roles = new LinkedHashMap<>();
    for (Function function : template.functions()) {
      roles.put(
          function.logicalId().replaceAll("Function$", "").toLowerCase(Locale.ROOT),
          Roles.policy(template, function));
    }
    return roles;
  }

  /** Where a role allows more or less than the table says; empty where all is as it says. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!expected.functions().equals(List.copyOf(roles.keySet()))) {
      return List.of("the table is of " + expected.functions() + ", not of " + roles.keySet());
    }
    for (ExpectedAccess.Row row : expected.rows()) {
      for (int column = 0; column < expected.functions().size(); column++) {
        faults.addAll(faults(expected.functions().get(column), row, row.letters().get(column)));
      }
    }
    roles.keySet().forEach(function -> faults.addAll(withoutKey(function)));
    return faults;
  }

  private List<String> faults(String function, ExpectedAccess.Row row, Set<Character> letters) {
    String resource = row.index().isEmpty() ? TABLE : TABLE + "/index/" + row.index();
    Map<String, Set<String>> keys = Map.of(Roles.LEADING_KEYS, Set.of(row.under() + "1"));
    List<String> faults = new ArrayList<>();
    ACTIONS.forEach(
        (letter, action) ->
            compared(function, action, resource, keys, letters.contains(letter))
                .ifPresent(faults::add));
    NOBODYS.forEach(
        action -> compared(function, action, resource, keys, false).ifPresent(faults::add));
    return faults;
  }

  private List<String> withoutKey(String function) {
    return Stream.concat(ACTIONS.values().stream(), NOBODYS.stream())
        .flatMap(
            action ->
                Stream.of("", "/index/byApplicant", "/index/byQueue", "/index/byDue")
                    .flatMap(
                        part -> compared(function, action, TABLE + part, Map.of(), false).stream()))
        .toList();
  }

  private Optional<String> compared(
      String function,
      String action,
      String resource,
      Map<String, Set<String>> context,
      boolean may) {
    Policy.Decision decision = roles.get(function).decide(action, resource, context);
    return decision.allowed() == may
        ? Optional.empty()
        : Optional.of(
            "%s %s: %s of %s, keys %s; %s"
                .formatted(
                    function,
                    may ? "should be allowed" : "should be denied",
                    action,
                    resource.substring(resource.indexOf("banshi-Table")),
                    context.getOrDefault(Roles.LEADING_KEYS, Set.of()),
                    decision
                        .by()
                        .map(by -> "decided by " + by.role() + ", " + by.sid())
                        .orElse("no statement speaks of it")));
  }

  /** Whether a function may do something else than with the table. */
  boolean allows(
      String function, String action, String resource, Map<String, Set<String>> context) {
    return roles.get(function).decide(action, resource, context).allowed();
  }
}
