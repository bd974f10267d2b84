package banshi.store;

import banshi.cases.CaseKind;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which of a department's tasks are wanted.
 *
 * @param state how they stand
 * @param kind of this kind of case only
 * @param matter about this matter only: its reviews and its decision
 * @param officer whose leases {@code MINE} are, by the subject of their token
 */
public record QueueView(
    State state, Optional<CaseKind> kind, Optional<String> matter, String officer) {

  /** How a task in a queue stands. */
  public enum State {
    /** Free to be claimed. */
    OPEN("待办", "Open", List.of(Keys.Lane.OPEN, Keys.Lane.CLAIMED)),
    /** Under somebody's lease. */
    CLAIMED("办理中", "Claimed", List.of(Keys.Lane.CLAIMED)),
    /** Past due, claimed or not. */
    OVERDUE("已超期", "Overdue", List.of(Keys.Lane.OPEN, Keys.Lane.CLAIMED)),
    /** With its clock standing still: a special procedure is under way. */
    PAUSED("暂停计时", "Paused", List.of(Keys.Lane.PAUSED)),
    /** Under the caller's own lease, handed to them, or shared with them. */
    MINE("我的任务", "Mine", List.of(Keys.Lane.CLAIMED));

    private final Text label;
    private final List<Keys.Lane> lanes;

    State(String zh, String en, List<Keys.Lane> lanes) {
      this.label = new Text(zh, en);
      this.lanes = lanes;
    }

    /** What people read. */
    public Text label() {
      return label;
    }

    List<Keys.Lane> lanes() {
      return lanes;
    }
  }

  /** Everything that is free to be claimed. */
  public static QueueView open() {
    return of(State.OPEN);
  }

  /** Everything that stands so. */
  public static QueueView of(State state) {
    return new QueueView(state, Optional.empty(), Optional.empty(), "");
  }

  /** Whether a task is one of them at an instant. */
  boolean shows(QueuedTask task, Instant now) {
    return stands(task, now)
        && kind.filter(wanted -> task.number().kind() != wanted).isEmpty()
        && matter.filter(wanted -> !isAbout(task, wanted)).isEmpty();
  }

  /** Whether some of what is read of the index may not be shown, so that a page may be short. */
  boolean narrows() {
    return kind.isPresent() || matter.isPresent() || state == State.MINE;
  }

  private boolean stands(QueuedTask task, Instant now) {
    return switch (state) {
      case OPEN -> !task.leasedAt(now);
      case CLAIMED -> task.leasedAt(now);
      case OVERDUE -> task.dueAt().isBefore(now);
      case PAUSED -> task.paused();
      case MINE -> task.isOf(officer, now);
    };
  }

  private static boolean isAbout(QueuedTask task, String matter) {
    return task.part().equals(matter) || task.part().equals(task.work() + "-" + matter);
  }
}
