package banshi.cases;

import banshi.text.Text;

/**
 * What a second person says to an extension (延长期限) that somebody asked for, the same for every kind
 * of case: see {@link Extensions}.
 */
public enum ExtensionAction implements Action {
  APPROVE_EXTENSION("批准延长期限", "Approve an extension"),
  REJECT_EXTENSION("不批准延长期限", "Reject an extension");

  private final Text label;

  ExtensionAction(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public Text label() {
    return label;
  }
}
