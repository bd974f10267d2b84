package banshi.local.template;

import banshi.local.schedule.ScheduleExpression;
import banshi.local.template.Template.Function;
import banshi.local.template.Template.Route;
import banshi.local.template.Template.Schedule;
import banshi.local.template.Value.Fields;
import banshi.local.template.Value.Items;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads an {@code AWS::Serverless::Function} and the events that call it. */
final class FunctionReader {
  private static final Pattern PATH =
      Pattern.compile("/|(/([A-Za-z0-9._~-]+|\\{[A-Za-z0-9._-]+}))*(/\\{[A-Za-z0-9._-]+\\+})?");

  private final Path folder;
  private final Map<String, Scope.Reference> references;
  private final Optional<Fields> globals;
  private final Faults faults;
  private List<Route> routes = new ArrayList<>();
  private List<Schedule> schedules = new ArrayList<>();

  FunctionReader(
      Path folder,
      Map<String, Scope.Reference> references,
      Optional<Fields> globals,
      Faults faults) {
    this.folder = folder;
    this.references = references;
    this.faults = faults;
    this.globals = globals.flatMap(this::functionGlobals);
  }

  private Optional<Fields> functionGlobals(Fields all) {
    Section section = new Section(all, faults);
    Optional<Value> function = section.value("Function");
    section.end();
    return function.flatMap(
        value -> value instanceof Fields fields ? Optional.of(fields) : Optional.empty());
  }

  Function read(String id, String name, Section own) {
    Section function = globals.map(shared -> own.under(shared)).orElse(own);
    function.withoutEffect(
        "Description", "LoggingConfig", "Architectures", "KmsKeyArn", "DeadLetterQueue", "Tags");
    function.oneOf("Runtime", "java25");
    Map<String, String> environment = new LinkedHashMap<>();
    function
        .optionalSection("Environment")
        .ifPresent(
            section -> {
              section
                  .optionalSection("Variables")
                  .ifPresent(
                      variables ->
                          variables
                              .names()
                              .forEach(key -> environment.put(key, variables.text(key))));
              section.end();
            });
    function
        .optionalSection("EventInvokeConfig")
        .ifPresent(
            config -> {
              // Here events are never late and never repeated.
              config.number("MaximumEventAgeInSeconds", 60, 21_600);
              config.number("MaximumRetryAttempts", 0, 2);
              config.end();
            });
    Function read =
        new Function(
            id,
            name,
            role(function),
            function.text("Handler"),
            folder.resolve(function.text("CodeUri")).normalize(),
            function.number("MemorySize", 128, 10_240),
            Duration.ofSeconds(function.number("Timeout", 1, 900)),
            environment);
    function.optionalSection("Events").ifPresent(events -> readEvents(id, events));
    function.end();
    return read;
  }

  private Optional<String> role(Section function) {
    Optional<String> arn = function.optionalText("Role");
    Optional<String> role =
        arn.flatMap(
            text ->
                references.entrySet().stream()
                    .filter(each -> text.equals(each.getValue().attributes().get("Arn")))
                    .map(Map.Entry::getKey)
                    .findFirst());
    if (arn.isPresent() && role.isEmpty()) {
      function.fault("Role", "is not a role of this template");
    }
    return role;
  }

  List<Route> takeRoutes() {
    List<Route> taken = routes;
    routes = new ArrayList<>();
    return taken;
  }

  List<Schedule> takeSchedules() {
    List<Schedule> taken = schedules;
    schedules = new ArrayList<>();
    return taken;
  }

  private void readEvents(String function, Section events) {
    for (String name : events.names()) {
      Section event = events.section(name);
      Section properties = event.section("Properties");
      switch (event.oneOf("Type", "Api", "Schedule", "ScheduleV2")) {
        case "Api" -> readRoute(function, properties);
        case "Schedule" -> readSchedule(function, name, properties, false);
        case "ScheduleV2" -> readSchedule(function, name, properties, true);
        default -> properties.withoutEffect(properties.names().toArray(String[]::new));
      }
      properties.end();
      event.end();
    }
  }

  private void readRoute(String function, Section event) {
    event.withoutEffect("RestApiId");
    String path = event.text("Path");
    if (!PATH.matcher(path).matches()) {
      event.fault("Path", "is not a path the local cloud understands");
    }
    String method =
        event.oneOf("Method", "ANY", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    routes.add(new Route(method, path, function));
  }

  private void readSchedule(String function, String event, Section schedule, boolean scheduler) {
    schedule.withoutEffect("Description", "RetryPolicy", "DeadLetterConfig");
    ZoneId zone = ZoneOffset.UTC;
    boolean enabled;
    if (scheduler) {
      schedule.withoutEffect("RoleArn", "PermissionsBoundary", "FlexibleTimeWindow", "GroupName");
      zone = zone(schedule);
      enabled =
          schedule.value("State").isEmpty()
              || schedule.oneOf("State", "ENABLED", "DISABLED").equals("ENABLED");
    } else {
      enabled = schedule.flag("Enabled", true);
    }
    String key = scheduler ? "ScheduleExpression" : "Schedule";
    Optional<ScheduleExpression> expression = Optional.empty();
    try {
      expression = Optional.of(ScheduleExpression.parse(schedule.text(key), zone));
    } catch (IllegalArgumentException e) {
      schedule.fault(key, String.valueOf(e.getMessage()));
    }
    String name = schedule.optionalText("Name").orElse(event);
    Optional<String> input = schedule.optionalText("Input");
    expression.ifPresent(
        when -> schedules.add(new Schedule(name, function, when, input, enabled, scheduler)));
  }

  private static ZoneId zone(Section schedule) {
    String name = schedule.optionalText("ScheduleExpressionTimezone").orElse("UTC");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      schedule.fault("ScheduleExpressionTimezone", "there is no time zone " + name);
      return ZoneOffset.UTC;
    }
  }

  /** One function's properties over those of all, as SAM joins them. */
  static Fields join(Fields shared, Fields own) {
    SequencedMap<String, Value> joined = new LinkedHashMap<>(shared.members());
    own.members().forEach((name, value) -> joined.merge(name, value, FunctionReader::joinValues));
    return new Fields(own.place(), joined);
  }

  private static Value joinValues(Value shared, Value own) {
    if (shared instanceof Fields sharedFields && own instanceof Fields ownFields) {
      return join(sharedFields, ownFields);
    }
    if (shared instanceof Items sharedItems && own instanceof Items ownItems) {
      List<Value> all = new ArrayList<>(sharedItems.values());
      all.addAll(ownItems.values());
      return new Items(own.place(), all);
    }
    return own;
  }
}
