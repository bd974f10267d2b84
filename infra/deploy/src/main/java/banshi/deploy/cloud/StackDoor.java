package banshi.deploy.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** Looks at one stack. */
final class StackDoor {
  private final CloudFormationClient client;

  StackDoor(CloudFormationClient client) {
    this.client = client;
  }

  /** The stack of a name or an ARN, if there is one; of an ARN also one that was deleted. */
  Optional<StackView> find(String nameOrId) {
    try {
      return client.describeStacks(ask -> ask.stackName(nameOrId)).stacks().stream()
          .findFirst()
          .map(StackView::of);
    } catch (CloudFormationException e) {
      if (isMissing(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static boolean isMissing(CloudFormationException e) {
    return String.valueOf(e.getMessage()).contains("does not exist");
  }

  /** The id of the newest event. */
  Optional<String> newestEvent(String stackId) {
    return client.describeStackEvents(ask -> ask.stackName(stackId)).stackEvents().stream()
        .findFirst()
        .map(StackEvent::eventId);
  }

  /** Events up to the first, from the newest back, that is not wanted; oldest first. */
  List<StackEvent> eventsBackTo(String stackId, Predicate<StackEvent> tooOld) {
    List<StackEvent> events = new ArrayList<>();
    for (StackEvent event :
        client.describeStackEventsPaginator(ask -> ask.stackName(stackId)).stackEvents()) {
      if (tooOld.test(event)) {
        break;
      }
      events.addFirst(event);
    }
    return events;
  }

  /** The events of the newest operation, from its start on. */
  List<StackEvent> eventsOfOperation(String stackId) {
    List<StackEvent> seen = new ArrayList<>();
    return eventsBackTo(
        stackId,
        event -> {
          boolean complete = !seen.isEmpty() && Operation.isStart(seen.getLast());
          seen.add(event);
          return complete;
        });
  }

  List<StackResourceSummary> resources(String stackId) {
    return client.listStackResourcesPaginator(ask -> ask.stackName(stackId)).stream()
        .flatMap(page -> page.stackResourceSummaries().stream())
        .toList();
  }

  /** What the stack was made from, before transforms. */
  String template(String stackId) {
    return client
        .getTemplate(ask -> ask.stackName(stackId).templateStage(TemplateStage.ORIGINAL))
        .templateBody();
  }
}
