package banshi.e2e;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what the chosen hall cannot serve, and says what it lacks. */
final class NeedsCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return judge(
        TheHall.gives(),
        context
            .getElement()
            .flatMap(element -> findAnnotation(element, Needs.class))
            .map(needs -> List.of(needs.value()))
            .orElse(List.of()));
  }

  static ConditionEvaluationResult judge(Set<Need> gives, List<Need> needs) {
    Set<Need> lacking = EnumSet.noneOf(Need.class);
    lacking.addAll(needs);
    lacking.removeAll(gives);
    return lacking.isEmpty()
        ? ConditionEvaluationResult.enabled("nothing is lacking")
        : ConditionEvaluationResult.disabled(
            "未运行：此环境不提供 Not run, as this hall lacks: "
                + lacking.stream().map(Need::toString).collect(Collectors.joining(", ")));
  }
}
