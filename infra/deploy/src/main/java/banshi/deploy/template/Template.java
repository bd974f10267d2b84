package banshi.deploy.template;

import banshi.deploy.console.Stopped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A SAM template.
 *
 * @param folder what paths in it are relative to
 * @param tree the whole template, intrinsic functions in their long form
 */
public record Template(Path folder, ObjectNode tree) {
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String CODE = "CodeUri";

  /** What holds what people have told, or opens or records it. */
  private static final Set<String> DATA =
      Set.of("AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::Logs::LogGroup", "AWS::S3::Bucket");

  private static final List<String> NAMES =
      List.of("RoleName", "ManagedPolicyName", "UserName", "GroupName", "InstanceProfileName");

  /** Reads a template's file. */
  public static Template read(Path file) throws IOException {
    return new Template(
        file.toAbsolutePath().getParent(),
        TemplateTree.parse(file.getFileName().toString(), Files.readString(file)));
  }

  /** Reads what a stack was made from. */
  public static Template deployed(String stack, String text) {
    return new Template(Path.of(""), TemplateTree.parse(stack, text));
  }

  /** Whether losing a resource of a type could lose data. */
  public static boolean holdsData(String type) {
    return DATA.contains(type);
  }

  /** Its parameters by name, in the template's order. */
  public SequencedMap<String, Declaration> parameters() {
    SequencedMap<String, Declaration> parameters = new LinkedHashMap<>();
    tree.path("Parameters")
        .properties()
        .forEach(
            each -> parameters.put(each.getKey(), new Declaration(each.getKey(), each.getValue())));
    return parameters;
  }

  /**
   * The package of each function by logical id. Those that are in the cloud already are left out.
   *
   * @throws Stopped when one is not built
   */
  public SequencedMap<String, Path> packages() {
    SequencedMap<String, Path> packages = new LinkedHashMap<>();
    resources()
        .forEach(
            (id, resource) -> code(resource).ifPresent(path -> packages.put(id, built(id, path))));
    return packages;
  }

  private Path built(String id, String path) {
    Path file = folder.resolve(path).normalize();
    if (!Files.isRegularFile(file)) {
      throw new Stopped(id + " 尚未构建：没有文件 " + file, id + " is not built: there is no file " + file);
    }
    return file;
  }

  private static Optional<String> code(JsonNode resource) {
    JsonNode code = resource.path("Properties").path(CODE);
    return resource.path("Type").asText().equals(FUNCTION)
            && code.isTextual()
            && !code.asText().startsWith("s3://")
        ? Optional.of(code.asText())
        : Optional.empty();
  }

  /**
   * The template with its functions' packages elsewhere: an {@code s3://} address by logical id.
   */
  public Template withPackages(Map<String, String> addresses) {
    ObjectNode copy = tree.deepCopy();
    addresses.forEach(
        (id, address) ->
            ((ObjectNode) copy.path("Resources").path(id).path("Properties")).put(CODE, address));
    return new Template(folder, copy);
  }

  /** Whether it gives roles or policies names of its own, which CloudFormation wants allowed. */
  public boolean namesIdentities() {
    return resources().values().stream()
        .filter(resource -> resource.path("Type").asText().startsWith("AWS::IAM::"))
        .anyMatch(resource -> NAMES.stream().anyMatch(resource.path("Properties")::has));
  }

  /** Logical ids, with types, of what stays when the stack is deleted. */
  public SequencedMap<String, String> retained() {
    SequencedMap<String, String> retained = new LinkedHashMap<>();
    resources()
        .forEach(
            (id, resource) -> {
              if (resource.path("DeletionPolicy").asText().startsWith("Retain")) {
                retained.put(id, resource.path("Type").asText());
              }
            });
    return retained;
  }

  /**
   * The template with everything that holds data left to be deleted with the stack. What is kept
   * for others' sake, such as the account's role for logs, stays.
   */
  public Template releasingData() {
    ObjectNode copy = tree.deepCopy();
    new ArrayList<>(retained().entrySet())
        .stream()
            .filter(each -> holdsData(each.getValue()))
            .forEach(
                each -> {
                  ObjectNode resource = (ObjectNode) copy.path("Resources").path(each.getKey());
                  resource.put("DeletionPolicy", "Delete");
                  // CloudFormation takes a new deletion policy only along with another change.
                  resource.withObject("/Metadata").put("Deletion", "asked for");
                });
    return new Template(folder, copy);
  }

  private SequencedMap<String, JsonNode> resources() {
    SequencedMap<String, JsonNode> resources = new LinkedHashMap<>();
    tree.path("Resources")
        .properties()
        .forEach(each -> resources.put(each.getKey(), each.getValue()));
    return resources;
  }
}
