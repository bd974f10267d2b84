package banshi.checks;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What Banshi asks of its template beyond what CloudFormation does. */
final class HouseRules {
  /** The Cybersecurity Law (网络安全法) asks that network logs be kept for six months at least. */
  private static final int LEAST_DAYS_OF_LOGS = 184;

  private static final Pattern TIED =
      Pattern.compile(
          "arn:aws(-cn)?:|\\b[a-z]{2}(-[a-z]+)?-(north|south|east|west|central)[a-z]*-[0-9]\\b|\\b[0-9]{12}\\b");

  /**
   * What the regions of China do not have, by what it looks like in a template.
   *
   * @see <a href="https://docs.amazonaws.cn/en_us/aws/latest/userguide/services.html">Differences
   *     by service</a>
   */
  private static final Map<String, Pattern> NOT_IN_CHINA =
      new TreeMap<>(
          Map.of(
              "Cognito", Pattern.compile("AWS::Cognito::.*|.*[Cc]ognito.*"),
              "SES", Pattern.compile("AWS::SES::.*|ses:.*"),
              "X-Ray", Pattern.compile("AWS::XRay::.*|xray:.*"),
              "function URLs", Pattern.compile("AWS::Lambda::Url"),
              "edge endpoints", Pattern.compile("EDGE"),
              "Amplify", Pattern.compile("AWS::Amplify::.*"),
              "Bedrock", Pattern.compile("AWS::Bedrock::.*|bedrock:.*")));

  /** What functions do not have there, by the property that asks for it. */
  private static final Map<String, String> NOT_OF_FUNCTIONS_IN_CHINA =
      new TreeMap<>(
          Map.of(
              "FunctionUrlConfig", "function URLs",
              "RecursiveLoop", "detection of recursive loops",
              "SourceKMSKeyArn", "keys of one's own for packages"));

  private final List<String> faults = new ArrayList<>();

  private HouseRules() {}

  static List<String> faults(String text, Node template) {
    HouseRules rules = new HouseRules();
    rules.aliases(text);
    Yaml.at(template, "Globals")
        .ifPresent(node -> rules.scalars(node, Place.of(node, "Globals"), rules::neutral));
    Yaml.at(template, "Resources")
        .ifPresent(node -> rules.scalars(node, Place.of(node, "Resources"), rules::neutral));
    Yaml.at(template, "Resources").ifPresent(rules::resources);
    return rules.faults;
  }

  /** CloudFormation refuses them: only tools that expand a template first take them. */
  private void aliases(String text) {
    for (Event event : new org.yaml.snakeyaml.Yaml().parse(new StringReader(text))) {
      if (event instanceof NodeEvent node && node.getAnchor() != null) {
        faults.add(
            new Place(event.getStartMark().getLine() + 1, node.getAnchor())
                .fault("CloudFormation refuses anchors and aliases"));
      }
    }
  }

  private void scalars(Node node, Place place, BiConsumer<String, Place> each) {
    if (node instanceof ScalarNode scalar) {
      each.accept(scalar.getValue(), place);
    }
    Yaml.members(node).forEach((name, child) -> scalars(child, place.at(child, name), each));
    if (Yaml.members(node).isEmpty()) {
      Yaml.children(node).forEach(child -> scalars(child, place.at(child, "[]"), each));
    }
  }

  private void neutral(String text, Place place) {
    if (TIED.matcher(text).find()) {
      faults.add(place.fault("is tied to one partition, region or account: " + text));
    }
    NOT_IN_CHINA.forEach(
        (what, pattern) -> {
          if (pattern.matcher(text).matches()) {
            faults.add(place.fault("the regions of China have no " + what));
          }
        });
  }

  private void resources(Node resources) {
    List<String> roles = new ArrayList<>();
    List<String> logs = new ArrayList<>();
    Yaml.members(resources)
        .forEach(
            (id, resource) -> {
              Place place = Place.of(resource, "Resources." + id);
              switch (Yaml.at(resource, "Type").map(Yaml::text).orElse("")) {
                case "AWS::Serverless::Function" -> {
                  own("Role", Yaml.at(resource, "Properties", "Role"), roles, place);
                  own(
                      "LogGroup",
                      Yaml.at(resource, "Properties", "LoggingConfig", "LogGroup"),
                      logs,
                      place);
                  untraced(Yaml.at(resource, "Properties", "Tracing"), place);
                  NOT_OF_FUNCTIONS_IN_CHINA.forEach(
                      (property, what) ->
                          Yaml.at(resource, "Properties", property)
                              .ifPresent(
                                  node ->
                                      faults.add(
                                          place
                                              .at(node, "Properties." + property)
                                              .fault("the regions of China have no " + what))));
                }
                case "AWS::Serverless::Api" ->
                    untraced(Yaml.at(resource, "Properties", "TracingEnabled"), place);
                case "AWS::Logs::LogGroup" -> kept(resource, place);
                case "AWS::DynamoDB::Table" -> table(resource, place);
                case "AWS::KMS::Key" -> retained(resource, place);
                default -> {}
              }
            });
  }

  private void own(String what, java.util.Optional<Node> named, List<String> others, Place place) {
    String text = named.map(Yaml::text).orElse("");
    if (text.isEmpty()) {
      faults.add(place.fault("the function has no " + what + " of its own"));
    } else if (others.contains(text)) {
      faults.add(place.fault("the function has its " + what + " from another: " + text));
    }
    others.add(text);
  }

  private void untraced(java.util.Optional<Node> tracing, Place place) {
    tracing
        .filter(node -> !Yaml.text(node).equals("false") && !Yaml.text(node).equals("Disabled"))
        .ifPresent(
            node ->
                faults.add(place.at(node, "Tracing").fault("the regions of China have no X-Ray")));
  }

  private void kept(Node log, Place place) {
    retained(log, place);
    String days = Yaml.at(log, "Properties", "RetentionInDays").map(Yaml::text).orElse("0");
    if (!days.matches("[0-9]+") || Integer.parseInt(days) < LEAST_DAYS_OF_LOGS) {
      faults.add(place.fault("RetentionInDays should be " + LEAST_DAYS_OF_LOGS + " or more"));
    }
  }

  private void table(Node table, Place place) {
    retained(table, place);
    if (!Yaml.at(
            table, "Properties", "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")
        .map(Yaml::text)
        .orElse("")
        .equals("true")) {
      faults.add(place.fault("the table has no point-in-time recovery"));
    }
    if (Yaml.at(table, "Properties", "DeletionProtectionEnabled")
        .flatMap(Yaml::call)
        .filter(call -> call.function().equals("Ref"))
        .isEmpty()) {
      faults.add(place.fault("DeletionProtectionEnabled should be a parameter"));
    }
  }

  private void retained(Node resource, Place place) {
    for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
      if (!Yaml.at(resource, policy).map(Yaml::text).orElse("").equals("Retain")) {
        faults.add(place.fault(policy + " should be Retain: it holds what cannot be made again"));
      }
    }
  }
}
