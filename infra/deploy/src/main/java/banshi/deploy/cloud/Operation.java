package banshi.deploy.cloud;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * What became of one operation on a stack.
 *
 * @param status the stack's status at its end
 * @param events what happened, oldest first
 */
record Operation(String status, List<StackEvent> events) {
  private static final Set<String> GOOD =
      Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "DELETE_COMPLETE", "IMPORT_COMPLETE");
  private static final Set<String> STARTS =
      Set.of(
          "CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS", "IMPORT_IN_PROGRESS");

  boolean succeeded() {
    return GOOD.contains(status);
  }

  static boolean isOfStack(StackEvent event) {
    return event.stackId() != null && event.stackId().equals(event.physicalResourceId());
  }

  static boolean isStart(StackEvent event) {
    return isOfStack(event) && STARTS.contains(event.resourceStatusAsString());
  }
}
