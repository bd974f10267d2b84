package banshi.local.template;

import banshi.local.template.Template.Alarm;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads an {@code AWS::CloudWatch::Alarm}. It has no effect here; tests of the template read it.
 */
final class AlarmReader {
  private AlarmReader() {}

  static Alarm read(String id, Section alarm) {
    alarm.withoutEffect(
        "AlarmName",
        "AlarmDescription",
        "ActionsEnabled",
        "AlarmActions",
        "OKActions",
        "InsufficientDataActions",
        "Unit",
        "Tags");
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (Section dimension : alarm.sections("Dimensions")) {
      dimensions.put(dimension.text("Name"), dimension.text("Value"));
      dimension.end();
    }
    if (alarm.optionalText("ExtendedStatistic").isEmpty()) {
      alarm.oneOf("Statistic", "Average", "Maximum", "Minimum", "SampleCount", "Sum");
    }
    alarm.number("Period", 10, 86_400);
    int periods = alarm.number("EvaluationPeriods", 1, 1_440);
    if (alarm.value("DatapointsToAlarm").isPresent()) {
      alarm.number("DatapointsToAlarm", 1, periods);
    }
    Alarm read =
        new Alarm(
            id,
            alarm.text("Namespace"),
            alarm.text("MetricName"),
            dimensions,
            alarm.number("Threshold", 0, 999_999_999),
            alarm.oneOf(
                "ComparisonOperator",
                "GreaterThanOrEqualToThreshold",
                "GreaterThanThreshold",
                "LessThanThreshold",
                "LessThanOrEqualToThreshold"),
            alarm.oneOf("TreatMissingData", "breaching", "notBreaching", "ignore", "missing"));
    alarm.end();
    return read;
  }
}
