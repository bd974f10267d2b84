package banshi.deploy.cloud;

import banshi.deploy.console.Stopped;
import banshi.deploy.parameter.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Proposes changes to a stack. Those that were never carried out are cleared away first. */
final class ChangeSets {
  private static final String PREFIX = "banshi-";

  private final CloudFormationClient client;
  private final Duration poll;

  ChangeSets(CloudFormationClient client, Duration poll) {
    this.client = client;
    this.poll = poll;
  }

  /**
   * Has the changes worked out.
   *
   * @param made whether the stack has ever been more than a name
   * @param known whether the name is taken, if only by an earlier proposal
   */
  ChangeSet propose(Proposal proposal, boolean made, boolean known) {
    if (known) {
      clear(proposal.stack());
    }
    String token = UUID.randomUUID().toString();
    String id =
        client
            .createChangeSet(
                create ->
                    create
                        .stackName(proposal.stack())
                        .changeSetName(PREFIX + token)
                        .changeSetType(made ? ChangeSetType.UPDATE : ChangeSetType.CREATE)
                        .clientToken(token)
                        .templateURL(proposal.templateAddress())
                        .parameters(parameters(proposal))
                        .capabilities(capabilities(proposal))
                        .tags(tags(proposal)))
            .id();
    return workedOut(id);
  }

  private static List<Parameter> parameters(Proposal proposal) {
    return proposal.settings().entrySet().stream()
        .map(
            each ->
                switch (each.getValue()) {
                  case Setting.Given(String value) ->
                      Parameter.builder().parameterKey(each.getKey()).parameterValue(value).build();
                  case Setting.Kept() ->
                      Parameter.builder()
                          .parameterKey(each.getKey())
                          .usePreviousValue(true)
                          .build();
                })
        .toList();
  }

  /** The transform makes more resources of fewer, which has to be allowed as well. */
  private static List<Capability> capabilities(Proposal proposal) {
    return List.of(
        proposal.namesIdentities() ? Capability.CAPABILITY_NAMED_IAM : Capability.CAPABILITY_IAM,
        Capability.CAPABILITY_AUTO_EXPAND);
  }

  private static List<Tag> tags(Proposal proposal) {
    return proposal.tags().entrySet().stream()
        .map(each -> Tag.builder().key(each.getKey()).value(each.getValue()).build())
        .toList();
  }

  private ChangeSet workedOut(String id) {
    while (true) {
      DescribeChangeSetResponse first = client.describeChangeSet(ask -> ask.changeSetName(id));
      ChangeSetStatus status = first.status();
      if (status == ChangeSetStatus.CREATE_COMPLETE) {
        return new ChangeSet(id, first.stackId(), false, changes(first));
      }
      if (status == ChangeSetStatus.FAILED) {
        client.deleteChangeSet(delete -> delete.changeSetName(id));
        if (saysNothingToDo(first.statusReason())) {
          return new ChangeSet(id, first.stackId(), true, List.of());
        }
        throw new Stopped(
            "CloudFormation 不接受该变更",
            "CloudFormation does not take the change: " + first.statusReason());
      }
      if (status != ChangeSetStatus.CREATE_PENDING
          && status != ChangeSetStatus.CREATE_IN_PROGRESS) {
        throw new Stopped(
            "变更集被他人删除，请重来", "The change set is " + first.statusAsString() + "; run this again.");
      }
      pause();
    }
  }

  /** It counts as a failure when there is nothing to change; only the reason tells. */
  static boolean saysNothingToDo(String reason) {
    return reason != null
        && (reason.contains("didn't contain changes")
            || reason.contains("No updates are to be performed"));
  }

  private List<ResourceChange> changes(DescribeChangeSetResponse first) {
    List<ResourceChange> changes = new ArrayList<>();
    DescribeChangeSetResponse page = first;
    while (true) {
      page.changes().stream().map(Change::resourceChange).forEach(changes::add);
      Optional<String> next = Optional.ofNullable(page.nextToken());
      if (next.isEmpty()) {
        return changes;
      }
      page =
          client.describeChangeSet(
              ask -> ask.changeSetName(first.changeSetId()).nextToken(next.get()));
    }
  }

  /**
   * Carries a change set out.
   *
   * @param cleanly whether what a failure leaves behind is to be deleted even where the template
   *     says to keep it; only where no data is worth keeping
   */
  void carryOut(ChangeSet changes, boolean cleanly) {
    String token = UUID.randomUUID().toString();
    client.executeChangeSet(
        execute ->
            execute
                .changeSetName(changes.id())
                .clientRequestToken(token)
                .retainExceptOnCreate(cleanly));
  }

  /** Takes a proposal back. */
  void drop(ChangeSet changes) {
    client.deleteChangeSet(delete -> delete.changeSetName(changes.id()));
  }

  /**
   * What somebody did not carry out stands in nobody's way; failing to clear it does not matter.
   */
  private void clear(String stack) {
    client.listChangeSetsPaginator(ask -> ask.stackName(stack)).summaries().stream()
        .filter(left -> left.changeSetName().startsWith(PREFIX))
        .filter(left -> left.executionStatus() != ExecutionStatus.EXECUTE_COMPLETE)
        .forEach(
            left -> {
              try {
                client.deleteChangeSet(delete -> delete.changeSetName(left.changeSetId()));
              } catch (InvalidChangeSetStatusException busy) {
                // It is still being worked out; the next deployment clears it.
              }
            });
  }

  private void pause() {
    try {
      Thread.sleep(poll);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped("已中断", "Interrupted.");
    }
  }
}
