package banshi.cases;

import banshi.text.Text;

/** What can be done beside a case of any kind. */
public enum AsideAction implements Action {
  /** 催办: told to whoever the case waits for, and seen by supervisors. */
  HURRY("催办", "Ask for haste");

  private final Text label;

  AsideAction(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public Text label() {
    return label;
  }

  /** Who asks for haste has handled nothing. */
  @Override
  public boolean handles() {
    return false;
  }
}
