package banshi.local.template;

import banshi.local.template.Value.Fields;
import banshi.local.template.Value.Items;
import banshi.local.template.Value.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads a SAM template. Everything in it is either understood or a fault with its line and path;
 * nothing is passed over in silence.
 */
public final class TemplateReader {
  private static final String REGION = Template.REGION;
  private static final String ACCOUNT = Template.ACCOUNT;
  private static final String STACK = "banshi";
  private static final String TRANSFORM = "AWS::Serverless-2016-10-31";
  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Region", REGION,
          "AWS::Partition", "aws-cn",
          "AWS::URLSuffix", "amazonaws.com.cn",
          "AWS::AccountId", ACCOUNT,
          "AWS::StackName", STACK);

  private final Path file;
  private final Faults faults = new Faults();

  private TemplateReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a template.
   *
   * @param file the template; paths in it are relative to its folder
   * @param parameters values of its parameters; those it does not declare are not looked at
   * @throws TemplateFault listing all that is not understood
   */
  public static Template read(Path file, Map<String, String> parameters) throws IOException {
    return new TemplateReader(file).read(Files.readString(file), parameters);
  }

  private Template read(String text, Map<String, String> supplied) {
    Place top = new Place(1, "");
    if (!(YamlSource.parse(file.toString(), text) instanceof MappingNode root)) {
      faults.add(top, "should have named members");
      faults.throwIfAny(file.toString());
      throw new AssertionError();
    }
    SequencedMap<String, Node> parts = YamlSource.members(root, top, faults);
    parts.forEach((name, node) -> checkPart(name, node, top.at(YamlSource.line(node), name)));

    Map<String, String> values = new HashMap<>(PSEUDO_PARAMETERS);
    values.putAll(new ParameterReader(faults).read(part(parts, "Parameters"), supplied));
    Map<String, Map<String, Map<String, String>>> mappings =
        new MappingReader(faults).read(members(part(parts, "Mappings"), "Mappings"));
    SequencedMap<String, Node> resources = members(part(parts, "Resources"), "Resources");
    Map<String, Scope.Reference> references = references(resources);
    Conditions conditions =
        new Conditions(members(part(parts, "Conditions"), "Conditions"), values, mappings);
    Intrinsics intrinsics =
        new Intrinsics(new Scope(values, mappings, conditions::met, references), faults);
    conditions.checkAll();

    Optional<Fields> globals =
        part(parts, "Globals")
            .flatMap(node -> intrinsics.resolve(node, top.at(YamlSource.line(node), "Globals")))
            .flatMap(value -> fields(value));
    part(parts, "Outputs")
        .ifPresent(node -> intrinsics.resolve(node, top.at(YamlSource.line(node), "Outputs")));

    ResourceReader reader =
        new ResourceReader(file.toAbsolutePath().getParent(), references, globals, faults);
    resources.forEach(
        (id, node) -> {
          Place place = top.at(YamlSource.line(node), "Resources").at(YamlSource.line(node), id);
          conditionalResource(node, place, conditions)
              .flatMap(resource -> intrinsics.resolve(resource, place))
              .flatMap(this::fields)
              .ifPresent(fields -> reader.read(id, new Section(fields, faults)));
        });
    Template template = reader.finish();
    faults.throwIfAny(file.toString());
    return template;
  }

  private void checkPart(String name, Node node, Place place) {
    boolean known =
        switch (name) {
          case "AWSTemplateFormatVersion", "Description", "Metadata" -> true;
          case "Parameters", "Mappings", "Conditions", "Globals", "Resources", "Outputs" -> true;
          case "Transform" ->
              node instanceof ScalarNode scalar && scalar.getValue().equals(TRANSFORM);
          default -> false;
        };
    if (!known) {
      faults.add(place, "is not understood by the local cloud");
    }
  }

  private Optional<Node> part(SequencedMap<String, Node> parts, String name) {
    return Optional.ofNullable(parts.get(name));
  }

  private SequencedMap<String, Node> members(Optional<Node> part, String name) {
    if (part.isPresent() && part.get() instanceof MappingNode mapping) {
      return YamlSource.members(mapping, new Place(YamlSource.line(mapping), name), faults);
    }
    part.ifPresent(
        node -> faults.add(new Place(YamlSource.line(node), name), "should have named members"));
    return new LinkedHashMap<>();
  }

  private Optional<Fields> fields(Value value) {
    return switch (value) {
      case Fields fields -> Optional.of(fields);
      case Items items -> noFields(items.place());
      case Scalar scalar -> noFields(scalar.place());
    };
  }

  private Optional<Fields> noFields(Place place) {
    faults.add(place, "should have named members");
    return Optional.empty();
  }

  /** A resource whose condition is not met is not there at all. */
  private Optional<Node> conditionalResource(Node node, Place place, Conditions conditions) {
    if (node instanceof MappingNode mapping
        && YamlSource.members(mapping, place, new Faults()).get("Condition")
            instanceof ScalarNode condition) {
      Optional<Boolean> met = conditions.met(condition.getValue());
      if (met.isEmpty()) {
        faults.add(place, "there is no condition " + condition.getValue());
      }
      return met.orElse(false) ? Optional.of(node) : Optional.empty();
    }
    return Optional.of(node);
  }

  private Map<String, Scope.Reference> references(SequencedMap<String, Node> resources) {
    Map<String, Scope.Reference> references = new LinkedHashMap<>();
    resources.forEach(
        (id, node) -> {
          String type =
              node instanceof MappingNode mapping
                      && YamlSource.members(mapping, new Place(1, id), new Faults()).get("Type")
                          instanceof ScalarNode scalar
                  ? scalar.getValue()
                  : "";
          references.put(id, reference(id, type));
        });
    return references;
  }

  private static Scope.Reference reference(String id, String type) {
    String name = STACK + "-" + id;
    String regional = REGION + ":" + ACCOUNT + ":";
    return switch (type) {
      case "AWS::DynamoDB::Table" ->
          new Scope.Reference(
              name, Map.of("Arn", "arn:aws-cn:dynamodb:" + regional + "table/" + name));
      case "AWS::Serverless::Function" ->
          new Scope.Reference(
              name, Map.of("Arn", "arn:aws-cn:lambda:" + regional + "function:" + name));
      case "AWS::IAM::Role" ->
          new Scope.Reference(name, Map.of("Arn", "arn:aws-cn:iam::" + ACCOUNT + ":role/" + name));
      case "AWS::Logs::LogGroup" ->
          new Scope.Reference(
              name, Map.of("Arn", "arn:aws-cn:logs:" + regional + "log-group:" + name + ":*"));
      case "AWS::KMS::Key" ->
          new Scope.Reference(name, Map.of("Arn", "arn:aws-cn:kms:" + regional + "key/" + name));
      case "AWS::SQS::Queue" ->
          new Scope.Reference(
              "https://sqs." + REGION + ".amazonaws.com.cn/" + ACCOUNT + "/" + name,
              Map.of("Arn", "arn:aws-cn:sqs:" + regional + name, "QueueName", name));
      case "AWS::IAM::ManagedPolicy" ->
          new Scope.Reference("arn:aws-cn:iam::" + ACCOUNT + ":policy/" + name, Map.of());
      case "AWS::Serverless::Api" -> new Scope.Reference("local", Map.of());
      default -> new Scope.Reference(name, Map.of());
    };
  }

  /** The template's conditions, each worked out when it is first asked for. */
  private final class Conditions {
    private final SequencedMap<String, Node> nodes;
    private final Intrinsics intrinsics;
    private final Map<String, Optional<Boolean>> known = new HashMap<>();
    private final List<String> underWay = new ArrayList<>();

    Conditions(
        SequencedMap<String, Node> nodes,
        Map<String, String> values,
        Map<String, Map<String, Map<String, String>>> mappings) {
      this.nodes = nodes;
      this.intrinsics = new Intrinsics(new Scope(values, mappings, this::met, Map.of()), faults);
    }

    void checkAll() {
      nodes.sequencedKeySet().forEach(this::met);
    }

    Optional<Boolean> met(String name) {
      if (known.containsKey(name) || !nodes.containsKey(name)) {
        return known.getOrDefault(name, Optional.empty());
      }
      Node node = nodes.get(name);
      Place place = new Place(YamlSource.line(node), "Conditions." + name);
      if (underWay.contains(name)) {
        faults.add(place, "depends on itself");
        return Optional.empty();
      }
      underWay.add(name);
      Optional<Boolean> met =
          intrinsics
              .resolve(node, place)
              .flatMap(
                  value ->
                      value instanceof Scalar scalar && scalar.text().matches("true|false")
                          ? Optional.of(scalar.text().equals("true"))
                          : Optional.empty());
      underWay.remove(name);
      if (met.isEmpty()) {
        faults.add(place, "is not a condition");
      }
      known.put(name, met);
      return met;
    }
  }
}
