package banshi.cases;

import banshi.text.Text;

/** What colleagues do with each other's tasks, the same for every kind of case. */
public enum TaskAction implements Action {
  HAND_OVER("转交任务", "Hand a task to a colleague"),
  TAKE_BACK("收回任务", "Take a task back"),
  SHARE("邀请协办", "Share a task with a colleague");

  private final Text label;

  TaskAction(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public Text label() {
    return label;
  }

  /** Whoever takes a task back only looks after who does it. */
  @Override
  public boolean handles() {
    return this != TAKE_BACK;
  }
}
