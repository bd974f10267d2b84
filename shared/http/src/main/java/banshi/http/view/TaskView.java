package banshi.http.view;

import banshi.cases.Case;
import banshi.cases.Claim;
import banshi.cases.Clocks;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.Sight;
import banshi.cases.Task;
import banshi.cases.TaskResult;
import banshi.cases.TaskState;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One department's task, as it stands at the instant of the answer. */
public record TaskView(
    String id,
    String matterCode,
    String work,
    String department,
    Text departmentName,
    Text title,
    State state,
    Text stateName,
    Optional<Instant> claimedUntil,
    Optional<Instant> dueAt,
    Optional<Hands> hands,
    Optional<Result> result) {

  /** Where a task stands; being claimed shows while the lease holds. */
  public enum State {
    PLANNED,
    OPEN,
    CLAIMED,
    DONE,
    CANCELLED
  }

  /**
   * In whose hands a task is, for officers and supervisors alone; by the accounts of their tokens.
   *
   * @param holder who has claimed it, or was handed it
   * @param handedBy who handed it to them
   * @param helpers who may act on it as well
   */
  public record Hands(String holder, Optional<String> handedBy, Set<String> helpers) {
    private static Optional<Hands> of(Claim claim, Set<Party> reader) {
      return Sight.of(reader, Party.DEPARTMENT) == Sight.FULL
          ? Optional.of(new Hands(claim.officer(), claim.handedBy(), claim.helpers()))
          : Optional.empty();
    }
  }

  /**
   * What the department found.
   *
   * @param comment the officer's words for the hall alone; left out for everybody else
   * @param remark the officer's words for the applicant
   */
  public record Result(
      TaskResult.Opinion opinion,
      @Schema(description = WordsTerms.COMMENT_READ) Optional<String> comment,
      @Schema(description = WordsTerms.REMARK_READ) Optional<String> remark,
      Instant at) {}

  /** Every task of a case, as somebody who is these parties to it may see them. */
  public static List<TaskView> of(
      Case<?> c,
      Clocks clocks,
      Function<String, Text> departmentName,
      Set<Party> parties,
      Instant now) {
    return c.tasks().stream().map(task -> of(task, clocks, departmentName, parties, now)).toList();
  }

  private static TaskView of(
      Task task,
      Clocks clocks,
      Function<String, Text> departmentName,
      Set<Party> reader,
      Instant now) {
    Optional<Claim> claim = task.claimAt(now);
    State state = state(task.state(), claim.isPresent());
    return new TaskView(
        task.id(),
        task.part(),
        task.work(),
        task.department(),
        departmentName.apply(task.department()),
        task.title(),
        state,
        stateName(state),
        claim.map(Claim::until),
        task.clock().due(clocks.of(task.department()), now).map(due -> due.at()),
        claim.flatMap(lease -> Hands.of(lease, reader)),
        task.result()
            .map(
                r ->
                    new Result(
                        r.opinion(),
                        Optional.of(r.comment()).filter(words -> Parties.readInternal(reader)),
                        r.remark(),
                        r.at())));
  }

  private static State state(TaskState state, boolean claimed) {
    return switch (state) {
      case PLANNED -> State.PLANNED;
      case OPEN -> claimed ? State.CLAIMED : State.OPEN;
      case DONE -> State.DONE;
      case CANCELLED -> State.CANCELLED;
    };
  }

  private static Text stateName(State state) {
    return switch (state) {
      case PLANNED -> new Text("待开始", "Planned");
      case OPEN -> new Text("待办", "Open");
      case CLAIMED -> new Text("办理中", "Claimed");
      case DONE -> new Text("已办", "Done");
      case CANCELLED -> new Text("已取消", "Cancelled");
    };
  }
}
