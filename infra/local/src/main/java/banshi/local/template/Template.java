package banshi.local.template;

import banshi.local.schedule.ScheduleExpression;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a template asks for, as far as this machine can give it.
 *
 * @param gatewayResponses what the gateway itself answers, by API Gateway's response type
 */
public record Template(
    List<Table> tables,
    List<Function> functions,
    List<Route> routes,
    List<Schedule> schedules,
    SequencedMap<String, GatewayResponse> gatewayResponses,
    List<Statement> statements,
    List<Alarm> alarms) {
  /** The region that this machine passes for. */
  public static final String REGION = "cn-northwest-1";

  /** The account that this machine passes for. */
  public static final String ACCOUNT = "000000000000";

  /**
   * A DynamoDB table.
   *
   * @param logicalId its name in the template
   * @param attributes the types (S, N, B) of the attributes that are keys, by name
   * @param timeToLive the attribute that says when an item expires
   */
  public record Table(
      String logicalId,
      String name,
      Map<String, String> attributes,
      KeySchema key,
      List<Index> indexes,
      Optional<String> timeToLive) {}

  /** The attributes of a key: the partition's, and the one sorted by. */
  public record KeySchema(String partition, Optional<String> sort) {}

  /**
   * A global secondary index.
   *
   * @param projection ALL, KEYS_ONLY or INCLUDE
   * @param included the attributes of an INCLUDE projection
   */
  public record Index(String name, KeySchema key, String projection, List<String> included) {}

  /**
   * A Lambda function.
   *
   * @param logicalId its name in the template
   * @param code its zip file
   * @param role the logical id of its role; empty where the template leaves it to SAM
   * @param environment its variables, with parameters filled in
   */
  public record Function(
      String logicalId,
      String name,
      Optional<String> role,
      String handler,
      Path code,
      int memoryMegabytes,
      Duration timeout,
      Map<String, String> environment) {}

  /**
   * A path of the API and who answers it.
   *
   * @param method an HTTP method in capitals, or ANY
   * @param path with {@code {name}} for one segment and {@code {name+}} for all that follow
   * @param function the logical id of a function
   */
  public record Route(String method, String path, String function) {}

  /**
   * What calls a function by the clock.
   *
   * @param input the event instead of the usual one
   * @param scheduler whether it is EventBridge Scheduler's (ScheduleV2) and not a rule's
   */
  public record Schedule(
      String name,
      String function,
      ScheduleExpression expression,
      Optional<String> input,
      boolean enabled,
      boolean scheduler) {}

  /** What the gateway itself answers: a status, and bodies by media type. */
  public record GatewayResponse(
      int status, Map<String, String> headers, Map<String, String> bodies) {}

  /**
   * A permission of a function's role. Nothing here enforces it; tests of the template read it.
   *
   * @param condition operator → key → values
   */
  public record Statement(
      String role,
      String sid,
      String effect,
      List<String> actions,
      List<String> resources,
      Map<String, Map<String, List<String>>> condition) {
    /** The same permission of another role. */
    Statement of(String other) {
      return new Statement(other, sid, effect, actions, resources, condition);
    }
  }

  /**
   * What rings when a figure is out of bounds. Nothing here rings; tests of the template read it.
   *
   * @param logicalId its name in the template
   * @param missing what it makes of figures that are missing
   */
  public record Alarm(
      String logicalId,
      String namespace,
      String metric,
      Map<String, String> dimensions,
      int threshold,
      String comparison,
      String missing) {}

  /** The function with a logical id. */
  public Function function(String logicalId) {
    return functions.stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }
}
