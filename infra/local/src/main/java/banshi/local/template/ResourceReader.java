package banshi.local.template;

import banshi.local.template.Template.Alarm;
import banshi.local.template.Template.Function;
import banshi.local.template.Template.GatewayResponse;
import banshi.local.template.Template.Route;
import banshi.local.template.Template.Schedule;
import banshi.local.template.Template.Table;
import banshi.local.template.Value.Fields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the resources of a template, each by its type. */
final class ResourceReader {
  private final Map<String, Scope.Reference> references;
  private final Faults faults;
  private final FunctionReader functionReader;
  private final List<Table> tables = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<Schedule> schedules = new ArrayList<>();
  private final SequencedMap<String, GatewayResponse> gatewayResponses = new LinkedHashMap<>();
  private final RoleReader roles = new RoleReader();
  private final List<Alarm> alarms = new ArrayList<>();

  ResourceReader(
      Path folder,
      Map<String, Scope.Reference> references,
      Optional<Fields> globals,
      Faults faults) {
    this.references = references;
    this.faults = faults;
    this.functionReader = new FunctionReader(folder, references, globals, faults);
  }

  void read(String id, Section resource) {
    String type = resource.text("Type");
    resource.withoutEffect(
        "DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata", "Condition");
    String name = references.get(id).name();
    switch (type) {
      case "AWS::DynamoDB::Table" ->
          tables.add(TableReader.read(id, name, resource.section("Properties")));
      case "AWS::Serverless::Api" -> readApi(resource.section("Properties"));
      case "AWS::Serverless::Function" -> {
        functions.add(functionReader.read(id, name, resource.section("Properties")));
        routes.addAll(functionReader.takeRoutes());
        schedules.addAll(functionReader.takeSchedules());
      }
      case "AWS::IAM::Role" -> roles.readRole(id, resource.section("Properties"));
      case "AWS::IAM::ManagedPolicy" -> roles.readPolicy(name, resource.section("Properties"));
      case "AWS::CloudWatch::Alarm" ->
          alarms.add(AlarmReader.read(id, resource.section("Properties")));
      case "AWS::Logs::LogGroup" ->
          resource
              .optionalSection("Properties")
              .ifPresent(
                  properties -> {
                    properties.withoutEffect("RetentionInDays", "KmsKeyId", "Tags");
                    properties.end();
                  });
      case "AWS::KMS::Key",
          "AWS::SQS::Queue",
          "AWS::SQS::QueuePolicy",
          "AWS::ApiGateway::Account" ->
          resource.withoutEffect("Properties");
      default -> {
        resource.withoutEffect("Properties");
        resource.fault(
            "Type", "the resource type " + type + " is not understood by the local cloud");
      }
    }
    resource.end();
  }

  private void readApi(Section api) {
    api.withoutEffect("Name", "Description", "StageName", "OpenApiVersion", "Tags");
    // This machine has one caller, whom nothing throttles, and its own log.
    api.withoutEffect(
        "MethodSettings", "AccessLogSetting", "DisableExecuteApiEndpoint", "Variables");
    api.optionalSection("EndpointConfiguration")
        .ifPresent(
            endpoint -> {
              endpoint.oneOf("Type", "REGIONAL");
              endpoint.end();
            });
    if (!api.texts("BinaryMediaTypes").equals(List.of("*~1*"))) {
      api.fault("BinaryMediaTypes", "should be [\"*~1*\"]: every body is passed on as base64");
    }
    api.optionalSection("GatewayResponses").ifPresent(this::readGatewayResponses);
    api.end();
  }

  private void readGatewayResponses(Section responses) {
    for (String type : responses.names()) {
      Section response = responses.section(type);
      int status = response.number("StatusCode", 400, 599);
      Map<String, String> headers = new LinkedHashMap<>();
      response
          .optionalSection("ResponseParameters")
          .ifPresent(
              parameters -> {
                parameters.optionalSection("Headers").ifPresent(section -> copy(section, headers));
                parameters.end();
              });
      Map<String, String> bodies = new LinkedHashMap<>();
      response.optionalSection("ResponseTemplates").ifPresent(section -> copy(section, bodies));
      response.end();
      gatewayResponses.put(type, new GatewayResponse(status, headers, bodies));
    }
  }

  private static void copy(Section from, Map<String, String> to) {
    from.names().forEach(name -> to.put(name, from.text(name)));
  }

  Template finish() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Schedule schedule : schedules) {
      if (names.put(schedule.name().toLowerCase(Locale.ROOT), schedule.function()) != null) {
        faults.add(new Place(1, "Resources"), "two schedules have the name " + schedule.name());
      }
    }
    return new Template(
        List.copyOf(tables),
        List.copyOf(functions),
        List.copyOf(routes),
        List.copyOf(schedules),
        gatewayResponses,
        roles.statements(),
        List.copyOf(alarms));
  }
}
