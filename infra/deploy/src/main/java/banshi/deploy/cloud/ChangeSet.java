package banshi.deploy.cloud;

import banshi.deploy.console.Console;
import banshi.deploy.template.Template;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * What CloudFormation would do to make a stack what it is to become.
 *
 * @param id its ARN
 * @param stackId the stack's ARN
 * @param nothingToDo whether the stack is what it is to become already
 * @param changes resource by resource; there may be none though outputs or tags change
 */
public record ChangeSet(
    String id, String stackId, boolean nothingToDo, List<ResourceChange> changes) {

  /** Shows the changes, one line for each. */
  public void show(Console console) {
    console.say("将要变更", "Changes: " + changes.size());
    changes.forEach(
        change ->
            console.line(
                "  %s  %s  %s"
                    .formatted(what(change), change.logicalResourceId(), change.resourceType())));
  }

  /** The changes that take away, or may take away, something that holds data. */
  public List<String> dangers() {
    return changes.stream()
        .filter(change -> Template.holdsData(change.resourceType()))
        .filter(change -> change.action() == ChangeAction.REMOVE || mayReplace(change))
        .map(change -> "%s  %s".formatted(change.logicalResourceId(), change.resourceType()))
        .toList();
  }

  private static boolean mayReplace(ResourceChange change) {
    return change.action() == ChangeAction.MODIFY
        && (change.replacement() == Replacement.TRUE
            || change.replacement() == Replacement.CONDITIONAL);
  }

  private static String what(ResourceChange change) {
    if (change.action() == ChangeAction.MODIFY && mayReplace(change)) {
      return change.replacement() == Replacement.TRUE ? "! 替换 replace" : "? 可能替换 may replace";
    }
    return switch (change.action()) {
      case ADD -> "+ 新增 add";
      case MODIFY -> "~ 修改 modify";
      case REMOVE -> "- 移除 remove";
      default -> "  " + change.actionAsString();
    };
  }
}
