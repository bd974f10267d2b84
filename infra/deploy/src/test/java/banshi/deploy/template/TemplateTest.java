package banshi.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.deploy.console.Stopped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** The project's own template on its way to CloudFormation. */
class TemplateTest {
  private static final Path FILE =
      Path.of(System.getProperty("banshi.root"), "infra/template.yaml");

  @TempDir private Path folder;

  @Test
  void nothing_but_the_packages_changes_on_the_way() throws IOException {
    Template template = Template.read(FILE);
    ObjectNode before = template.tree().deepCopy();
    Map<String, String> addresses = new LinkedHashMap<>();
    functions(before).forEach((id, code) -> addresses.put(id, "s3://b/" + id));
    assertThat(addresses).hasSize(6);

    ObjectNode after = template.withPackages(addresses).tree();

    assertThat(template.tree()).isEqualTo(before);
    functions(before)
        .forEach(
            (id, code) -> {
              ObjectNode properties = (ObjectNode) after.at("/Resources/" + id + "/Properties");
              assertThat(properties.path("CodeUri").asText()).isEqualTo("s3://b/" + id);
              properties.put("CodeUri", code);
            });
    assertThat(after).isEqualTo(before);
  }

  private static Map<String, String> functions(ObjectNode tree) {
    Map<String, String> functions = new LinkedHashMap<>();
    tree.path("Resources")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().at("/Properties/CodeUri").isTextual()) {
                functions.put(each.getKey(), each.getValue().at("/Properties/CodeUri").asText());
              }
            });
    return functions;
  }

  @Test
  void every_function_that_the_file_calls_is_in_the_tree() throws IOException {
    Map<String, Integer> inFile = new LinkedHashMap<>();
    new Yaml(new LoaderOptions())
        .parse(Files.newBufferedReader(FILE))
        .forEach(
            event -> {
              if (event instanceof AliasEvent) {
                throw new AssertionError("CloudFormation refuses aliases: " + event.getStartMark());
              }
              String tag =
                  switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case org.yaml.snakeyaml.events.CollectionStartEvent start -> start.getTag();
                    default -> null;
                  };
              if (event instanceof NodeEvent
                  && tag != null
                  && tag.startsWith("!")
                  && tag.length() > 1) {
                inFile.merge(tag.substring(1), 1, Integer::sum);
              }
            });
    String json = Template.read(FILE).tree().toString();

    assertThat(inFile).containsKeys("Ref", "Sub", "GetAtt", "If");
    inFile.forEach(
        (function, times) -> {
          String member = function.equals("Ref") ? "{\"Ref\":" : "{\"Fn::" + function + "\":";
          assertThat(json.split(java.util.regex.Pattern.quote(member), -1).length - 1)
              .as(function)
              .isEqualTo(times);
        });
  }

  @Test
  void written_and_read_again_it_is_the_same() throws IOException {
    Template template = Template.read(FILE);
    assertThat(Template.deployed("s", template.tree().toString()).tree())
        .isEqualTo(template.tree());
  }

  @Test
  void it_asks_for_no_names_of_roles_to_be_allowed() throws IOException {
    assertThat(Template.read(FILE).namesIdentities()).isFalse();
    assertThat(
            Template.deployed(
                    "s", "Resources: {R: {Type: AWS::IAM::Role, Properties: {RoleName: r}}}")
                .namesIdentities())
        .isTrue();
  }

  @Test
  void its_table_key_and_logs_stay_unless_they_are_let_go_of() throws IOException {
    Template template = Template.read(FILE);
    assertThat(template.retained().values())
        .contains("AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::Logs::LogGroup");

    Template released = template.releasingData();
    assertThat(released.retained().values()).noneMatch(Template::holdsData);
    assertThat(released.tree().at("/Resources/Table/DeletionPolicy").asText()).isEqualTo("Delete");
    assertThat(released.tree().at("/Resources/Table/Metadata").isObject()).isTrue();
    assertThat(released.tree().at("/Resources/Table/Properties"))
        .isEqualTo(template.tree().at("/Resources/Table/Properties"));
  }

  @Test
  void packages_are_found_from_the_templates_folder() throws IOException {
    Files.createDirectories(folder.resolve("infra"));
    Files.writeString(folder.resolve("one.zip"), "1");
    Path file = folder.resolve("infra/t.yaml");
    Files.writeString(
        file,
        """
        Resources:
          One: {Type: AWS::Serverless::Function, Properties: {CodeUri: ../one.zip}}
          Away: {Type: AWS::Serverless::Function, Properties: {CodeUri: "s3://b/k"}}
          Table: {Type: AWS::DynamoDB::Table}
        """);
    assertThat(Template.read(file).packages())
        .containsOnly(Map.entry("One", folder.resolve("one.zip")));

    Files.delete(folder.resolve("one.zip"));
    assertThatThrownBy(() -> Template.read(file).packages())
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("One is not built");
  }
}
