package banshi.deploy.cloud;

import banshi.deploy.console.Console;
import banshi.deploy.console.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Follows an operation on a stack until it ends, one line for each event. */
final class Follower {
  /** Looks at a stack that shows no sign of an operation before its status is believed. */
  private static final int PATIENT_LOOKS = 5;

  private final StackDoor door;
  private final Console console;
  private final Duration poll;

  Follower(StackDoor door, Console console, Duration poll) {
    this.door = door;
    this.console = console;
    this.poll = poll;
  }

  /** Follows what is about to start: everything after an event. */
  Operation after(String stackId, Optional<String> eventId) {
    Set<String> known = new HashSet<>();
    eventId.ifPresent(known::add);
    return follow(stackId, known, List.of());
  }

  /** Follows what is under way already, told from its beginning. */
  Operation underWay(String stackId) {
    return follow(stackId, new HashSet<>(), door.eventsOfOperation(stackId));
  }

  private Operation follow(String stackId, Set<String> known, List<StackEvent> before) {
    Thread farewell = new Thread(this::leave, "banshi-farewell");
    Runtime.getRuntime().addShutdownHook(farewell);
    List<StackEvent> events = new ArrayList<>();
    take(before, known, events);
    for (int look = 1; ; look++) {
      StackView stack =
          door.find(stackId)
              .orElseThrow(() -> new Stopped("部署已不存在 " + stackId, "The stack is gone: " + stackId));
      take(door.eventsBackTo(stackId, event -> known.contains(event.eventId())), known, events);
      if (stack.standing() != Standing.BUSY
          && stack.standing() != Standing.EMPTY
          && (endsWith(events, stack.status()) || look >= PATIENT_LOOKS)) {
        forget(farewell);
        return new Operation(stack.status(), events);
      }
      pause();
    }
  }

  private void take(List<StackEvent> fresh, Set<String> known, List<StackEvent> events) {
    events.addAll(fresh);
    fresh.forEach(
        event -> {
          known.add(event.eventId());
          tell(event, events.getFirst().timestamp());
        });
  }

  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException leaving) {
      // Then it says its farewell, and nobody minds.
    }
  }

  /** Events may come later than the status that they lead to. */
  private static boolean endsWith(List<StackEvent> events, String status) {
    return events.stream()
        .filter(Operation::isOfStack)
        .reduce((first, second) -> second)
        .map(StackEvent::resourceStatusAsString)
        .filter(status::equals)
        .isPresent();
  }

  private void leave() {
    console.say(
        "已停止查看；云端的操作仍在继续，再次运行同一命令可接着看。",
        "No longer watching; the cloud goes on, and the same command picks it up again.");
  }

  private void tell(StackEvent event, Instant start) {
    Duration elapsed = Duration.between(start, event.timestamp());
    String reason =
        Optional.ofNullable(event.resourceStatusReason()).map(why -> "  " + why).orElse("");
    console.line(
        "  +%d:%02d  %s %s  %s  %s%s"
            .formatted(
                Math.max(0, elapsed.toMinutes()),
                Math.max(0, elapsed.toSecondsPart()),
                Words.of(event.resourceStatusAsString()),
                event.resourceStatusAsString(),
                event.logicalResourceId(),
                event.resourceType(),
                reason));
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
