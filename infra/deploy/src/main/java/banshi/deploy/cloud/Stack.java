package banshi.deploy.cloud;

import banshi.deploy.console.Console;
import banshi.deploy.console.Stopped;
import banshi.deploy.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** One stack: waits for it, changes it, deletes it, and says why when that fails. */
public final class Stack {
  private final String name;
  private final CloudFormationClient client;
  private final Console console;
  private final StackDoor door;
  private final ChangeSets changeSets;
  private final Follower follower;

  /** The stack of a name; whether there is one shows when it is looked for. */
  public Stack(String name, Cloud cloud, Console console, Duration poll) {
    this.name = name;
    this.client = cloud.stacks();
    this.console = console;
    this.door = new StackDoor(client);
    this.changeSets = new ChangeSets(client, poll);
    this.follower = new Follower(door, console, poll);
  }

  /**
   * The stack once nothing is under way on it any more; what is, is followed to its end.
   *
   * @throws Stopped when what was under way failed
   */
  public Optional<StackView> settled() {
    while (true) {
      Optional<StackView> stack = present();
      if (stack.isEmpty() || stack.get().standing() != Standing.BUSY) {
        return stack;
      }
      console.say(
          "该部署正在变更，接着看到它结束",
          "The stack is being changed (" + stack.get().status() + "); following that to its end:");
      Operation operation = follower.underWay(stack.get().id());
      if (!operation.succeeded()) {
        throw failed(operation);
      }
    }
  }

  /** The same for whoever wants to delete it: how it ends does not matter. */
  public Optional<StackView> settledHoweverItEnds() {
    Optional<StackView> stack = present();
    if (stack.isEmpty() || stack.get().standing() != Standing.BUSY) {
      return stack;
    }
    follower.underWay(stack.get().id());
    return present();
  }

  /** Some stand-ins go on showing a stack that is deleted. */
  private Optional<StackView> present() {
    return door.find(name).filter(stack -> stack.standing() != Standing.GONE);
  }

  /**
   * Refuses a stack that can be neither made nor changed, with what to do about it.
   *
   * @param destroy the command that deletes it
   */
  public void checkChangeable(StackView stack, String destroy) {
    switch (stack.standing()) {
      case EMPTY, BUSY, READY, GONE -> {}
      case DEAD ->
          throw new Stopped(
              "部署 %s 处于 %s，只能先删除：运行 %s，再重来".formatted(name, stack.status(), destroy),
              "The stack %s is %s and can only be deleted: run %s, then this again."
                  .formatted(name, stack.status(), destroy));
      case STUCK ->
          throw new Stopped(
              "部署 %s 更新失败且未能退回：排除下列原因后运行".formatted(name),
              """
              The stack %1$s is %2$s: an update failed, and so did taking it back. Clear the cause, then run
                aws cloudformation continue-update-rollback --stack-name %1$s
              %3$s"""
                  .formatted(
                      name,
                      stack.status(),
                      Failure.explained(
                          name,
                          new Operation(stack.status(), door.eventsOfOperation(stack.id())))));
    }
  }

  /** Has CloudFormation work out how the stack would become what is proposed. */
  public ChangeSet propose(Proposal proposal, Optional<StackView> now) {
    return changeSets.propose(proposal, now.filter(StackView::made).isPresent(), now.isPresent());
  }

  /** Takes a proposal back. */
  public void drop(ChangeSet changes) {
    changeSets.drop(changes);
  }

  /**
   * Carries a proposal out and follows it.
   *
   * @param cleanly whether what a failure leaves behind is deleted; only where no data is worth
   *     keeping
   * @throws Stopped naming the resource that failed, and why
   */
  public StackView carryOut(ChangeSet changes, boolean cleanly) {
    Optional<String> newest = door.newestEvent(changes.stackId());
    changeSets.carryOut(changes, cleanly);
    Operation operation = follower.after(changes.stackId(), newest);
    if (!operation.succeeded()) {
      throw failed(operation);
    }
    return door.find(changes.stackId())
        .orElseThrow(() -> new Stopped("部署已不存在", "The stack is gone: " + changes.stackId()));
  }

  /** What the stack holds. */
  public List<StackResourceSummary> resources(StackView stack) {
    return door.resources(stack.id()).stream()
        .filter(each -> each.resourceStatus() != ResourceStatus.DELETE_COMPLETE)
        .toList();
  }

  /** What the stack was made from. */
  public Template template(StackView stack) {
    return Template.deployed(name, door.template(stack.id()));
  }

  /**
   * Deletes the stack and follows that.
   *
   * @throws Stopped naming what could not be deleted, and why
   */
  public void delete(StackView stack) {
    Optional<String> newest = door.newestEvent(stack.id());
    String token = UUID.randomUUID().toString();
    client.deleteStack(delete -> delete.stackName(stack.id()).clientRequestToken(token));
    Operation operation = follower.after(stack.id(), newest);
    if (!operation.succeeded()) {
      throw failed(operation);
    }
  }

  private Stopped failed(Operation operation) {
    String explained = Failure.explained(name, operation);
    return new Stopped(
        explained
            + "\n"
            + switch (Standing.of(operation.status())) {
              case READY ->
                  "已退回变更前的样子。排除原因后重来即可 The stack is as it was before. Clear the cause and run this"
                      + " again.";
              case DEAD ->
                  "需先删除再重来 It has to be deleted before another try: ./dev destroy (%s)."
                      .formatted(operation.status());
              case STUCK ->
                  "未能退回 Taking it back failed too: aws cloudformation continue-update-rollback"
                      + " --stack-name "
                      + name;
              case EMPTY, BUSY, GONE -> operation.status();
            });
  }
}
