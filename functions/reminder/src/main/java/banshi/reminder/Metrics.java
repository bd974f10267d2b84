package banshi.reminder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;

/**
 * Figures as CloudWatch reads them from the log (embedded metric format): a line that is one JSON
 * object and nothing else, so it goes past the logger.
 *
 * @param out where the log's lines go
 * @param function the function's name, by which the alarms find its figures
 */
public record Metrics(PrintStream out, String function) {
  static final String NAMESPACE = "Banshi";
  static final String DIMENSION = "FunctionName";

  /** The figures that are metrics, with their units. */
  private static final Map<String, String> UNITS =
      Map.of(
          "oldestDueSeconds", "Seconds",
          "setAside", "Count",
          "oldestWaitingSeconds", "Seconds",
          "deadLetters", "Count",
          "sent", "Count",
          "failed", "Count",
          "faults", "Count",
          "undelivered", "Count",
          "held", "Count");

  /** Writes those of a job's figures that are metrics. */
  public void emit(Instant now, Map<String, Object> figures) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    ObjectNode aws = line.putObject("_aws");
    aws.put("Timestamp", now.toEpochMilli());
    ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE);
    directive.putArray("Dimensions").addArray().add(DIMENSION);
    var metrics = directive.putArray("Metrics");
    line.put(DIMENSION, function);
    figures.forEach(
        (name, value) -> {
          if (UNITS.containsKey(name) && value instanceof Number number) {
            String metric = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            metrics.addObject().put("Name", metric).put("Unit", UNITS.get(name));
            line.put(metric, number.longValue());
          }
        });
    out.println(line);
  }
}
