package banshi.checks;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Every alarm looks at a figure that somebody writes, under the names by which it is written: one
 * that does not would be silent for ever, and nobody would know.
 */
final class AlarmCheck {
  /** Of AWS's own figures those that are looked at, with the dimensions each is written under. */
  private static final Map<String, Set<String>> OF_AWS =
      Map.of(
          "AWS/SQS ApproximateNumberOfMessagesVisible", Set.of("QueueName"),
          "AWS/SQS ApproximateAgeOfOldestMessage", Set.of("QueueName"),
          "AWS/ApiGateway 5XXError", Set.of("ApiName", "Stage"),
          "AWS/ApiGateway Latency", Set.of("ApiName", "Stage"),
          "AWS/DynamoDB WriteThrottleEvents", Set.of("TableName"),
          "AWS/DynamoDB ReadThrottleEvents", Set.of("TableName"),
          "AWS/Lambda Errors", Set.of("FunctionName"),
          "AWS/Lambda Throttles", Set.of("FunctionName"));

  private static final Set<String> OF_FUNCTIONS = Set.of("FunctionName");

  /** How a class that writes figures to the log gives itself away (embedded metric format). */
  private static final String WRITES_FIGURES = "CloudWatchMetrics";

  private final Path folder;
  private final Node template;
  private final List<String> faults = new ArrayList<>();

  private AlarmCheck(Path folder, Node template) {
    this.folder = folder;
    this.template = template;
  }

  /**
   * @param folder what paths in the template are relative to
   */
  static List<String> faults(Path folder, Node template) throws IOException {
    AlarmCheck check = new AlarmCheck(folder, template);
    Optional<Node> resources = Yaml.at(template, "Resources");
    if (resources.isPresent()) {
      for (Map.Entry<String, Node> resource : Yaml.members(resources.get()).entrySet()) {
        Node node = resource.getValue();
        if (text(node, "Type").equals("AWS::CloudWatch::Alarm")) {
          check.alarm(node, Place.of(node, "Resources." + resource.getKey()));
        }
      }
    }
    return check.faults;
  }

  private void alarm(Node alarm, Place place) throws IOException {
    List<String> ways =
        Stream.of("Statistic", "ExtendedStatistic", "Metrics")
            .filter(name -> Yaml.at(alarm, "Properties", name).isPresent())
            .toList();
    if (ways.size() != 1) {
      faults.add(
          place.fault("should have one of Statistic, ExtendedStatistic, Metrics, and has " + ways));
    }
    if (Yaml.at(alarm, "Properties", "Metrics").isEmpty()) {
      figure(Yaml.at(alarm, "Properties").orElse(alarm), place.at(alarm, "Properties"));
      return;
    }
    for (Node query : Yaml.children(Yaml.at(alarm, "Properties", "Metrics").orElseThrow())) {
      Optional<Node> metric = Yaml.at(query, "MetricStat", "Metric");
      if (metric.isPresent()) {
        figure(metric.get(), place.at(metric.get(), "Properties.Metrics"));
      }
    }
  }

  private void figure(Node metric, Place around) throws IOException {
    Place place = around.at(Yaml.at(metric, "MetricName").orElse(metric), "MetricName");
    String namespace = text(metric, "Namespace");
    String name = text(metric, "MetricName");
    Set<String> dimensions = new TreeSet<>();
    String function = "";
    for (Node dimension : Yaml.at(metric, "Dimensions").map(Yaml::children).orElse(List.of())) {
      dimensions.add(text(dimension, "Name"));
      function = text(dimension, "Value");
    }
    Set<String> wanted = OF_AWS.get(namespace + " " + name);
    if (namespace.startsWith("AWS/") && wanted == null) {
      faults.add(place.fault("AlarmCheck knows no figure " + name + " of " + namespace));
      return;
    }
    if (wanted == null) {
      wanted = OF_FUNCTIONS;
      if (!written(function).contains(name)) {
        faults.add(place.fault(function + " writes no figure " + name));
      }
    }
    if (!dimensions.equals(wanted)) {
      faults.add(
          place.fault(
              name + " is written under " + wanted + ", and looked for under " + dimensions));
    }
  }

  /** The figures that a function's code may write: their names begin with a capital in the log. */
  private Set<String> written(String function) throws IOException {
    Set<String> names = new HashSet<>();
    Optional<Node> code = Yaml.at(template, "Resources", function, "Properties", "CodeUri");
    if (code.isEmpty()) {
      return names;
    }
    Path classes = folder.resolve(Yaml.text(code.get())).normalize().resolveSibling("classes");
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        Set<String> constants = constants(ClassFile.of().parse(file));
        if (constants.contains(WRITES_FIGURES)) {
          names.addAll(constants);
        }
      }
    }
    return names;
  }

  private static Set<String> constants(ClassModel model) {
    Set<String> constants = new HashSet<>();
    for (var entry : model.constantPool()) {
      if (entry instanceof StringEntry constant && !constant.stringValue().isEmpty()) {
        String text = constant.stringValue();
        constants.add(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
      }
    }
    return constants;
  }

  private static String text(Node node, String name) {
    return Yaml.at(node, name).map(Yaml::text).orElse("");
  }
}
