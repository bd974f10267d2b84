package banshi.deploy.cloud;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Finds in an operation's events what failed first and what failed besides, and why. */
final class Failure {
  private Failure() {}

  /** What went wrong, for a person; the first resource that failed comes first. */
  static String explained(String stack, Operation operation) {
    List<StackEvent> causes = operation.events().stream().filter(Failure::isCause).toList();
    if (causes.isEmpty()) {
      return "部署 %1$s 以 %2$s 结束%3$s\nThe stack %1$s ended as %2$s%3$s"
          .formatted(stack, operation.status(), reasonOfStack(operation));
    }
    StringBuilder text = new StringBuilder(told("失败 Failed: ", causes.getFirst()));
    causes.stream().skip(1).forEach(cause -> text.append("\n").append(told("另有 Also: ", cause)));
    causes.stream()
        .flatMap(cause -> Advice.on(reason(cause)).stream())
        .distinct()
        .forEach(advice -> text.append("\n→ ").append(advice));
    return text.toString();
  }

  /** What was called off because of a failure elsewhere is none itself. */
  private static boolean isCause(StackEvent event) {
    return event.resourceStatusAsString().endsWith("_FAILED")
        && !Operation.isOfStack(event)
        && !reason(event).matches("Resource (creation|update|deletion) cancelled\\.?");
  }

  private static String told(String what, StackEvent event) {
    String physical =
        Optional.ofNullable(event.physicalResourceId())
            .filter(id -> !id.isEmpty())
            .map(id -> ", " + id)
            .orElse("");
    return "%s%s (%s%s): %s"
        .formatted(what, event.logicalResourceId(), event.resourceType(), physical, reason(event));
  }

  private static String reason(StackEvent event) {
    return Optional.ofNullable(event.resourceStatusReason())
        .filter(reason -> !reason.isBlank())
        .orElse("CloudFormation 未说明原因 no reason given");
  }

  private static String reasonOfStack(Operation operation) {
    return operation.events().stream()
        .filter(Operation::isOfStack)
        .filter(event -> event.resourceStatusReason() != null)
        .filter(event -> !event.resourceStatusReason().equals("User Initiated"))
        .reduce((first, second) -> second)
        .map(event -> ": " + event.resourceStatusReason())
        .orElse("");
  }
}
