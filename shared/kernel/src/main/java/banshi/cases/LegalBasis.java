package banshi.cases;

import banshi.text.Text;

/** The rule behind a move that nobody asked for, as it is written on the timeline. */
public enum LegalBasis {
  /** Administrative Licensing Law, art. 32(1)(4): silence for five days is acceptance. */
  LICENSING_LAW_32(
      "《中华人民共和国行政许可法》第三十二条：逾期不告知的，自收到申请材料之日起即为受理",
      "Administrative Licensing Law art. 32: not told in time, so accepted from the day of receipt"),
  /**
   * The time set in the correction notice ran out (result code 5 of the exchange vocabulary: 退件).
   */
  CORRECTION_NOT_MADE(
      "补正通知载明的期限届满未补正，退件", "Not corrected within the time set in the notice: returned"),
  /** Tolerance acceptance: what is not made up in time is deemed withdrawn (容缺受理 model rule). */
  OWED_NOT_BROUGHT(
      "容缺材料未在承诺期限内补齐，视为撤回申请",
      "Owed materials not brought within the promised time: deemed withdrawn");

  private final Text text;

  LegalBasis(String zh, String en) {
    this.text = new Text(zh, en);
  }

  /** What people read. */
  public Text text() {
    return text;
  }
}
