package banshi.cases;

import banshi.text.Text;

/**
 * 好差评 and what a poor rating sets off, the same for every kind of case (国办发〔2019〕51号: contacted,
 * put right, called back, appealed against).
 */
public enum RatingAction implements Action {
  RATE("评价", "Rate"),
  CONTACT_RATER("联系评价人", "Contact the rater"),
  RECTIFY("报告整改", "Report the rectification"),
  CALL_BACK("回访核实", "Call back"),
  APPEAL_RATING("申诉评价", "Appeal against a rating"),
  UPHOLD_APPEAL("申诉成立", "Uphold an appeal"),
  REJECT_APPEAL("申诉不成立", "Reject an appeal");

  private final Text label;

  RatingAction(String zh, String en) {
    this.label = new Text(zh, en);
  }

  @Override
  public Text label() {
    return label;
  }

  /** Who only looks after the loop has not handled the case. */
  @Override
  public boolean handles() {
    return this == CONTACT_RATER || this == RECTIFY || this == APPEAL_RATING;
  }
}
