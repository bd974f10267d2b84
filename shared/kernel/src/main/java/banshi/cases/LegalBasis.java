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
      "Owed materials not brought within the promised time: deemed withdrawn"),
  /** The hall's own rule: a department has one working day to return what is not its own. */
  ASSIGNMENT_NOT_RETURNED(
      "承办单位未在规定时限内退回，转办生效", "Not returned by the department in time: the assignment stands"),
  /** The hall's own rule: an answer that is not disputed within its time ends the complaint. */
  NOT_DISPUTED("异议期限届满，反映人未提出异议，予以办结", "Not disputed within the time for it: closed"),
  /** The hall's own rule: a form that is not signed by everybody in time is over. */
  NOT_SIGNED("签署期限届满，未全部签署，申请失效", "Not signed by everybody within the time for it: expired"),
  /**
   * The hall's own rule: an answer that nothing is said to within its time ends the consultation.
   */
  NOTHING_SAID("追问期限届满，咨询人未追问，予以办结", "Nothing was said to the answer within its time: closed"),
  /** The hall's own rule: the time for rating is limited. */
  NOT_RATED_IN_TIME("评价期限届满", "The time for rating has run out"),
  /**
   * Interim Regulation on enterprise information publicity: every year from 1 January to 30 June,
   * first in the year after founding (企业信息公示暂行条例).
   */
  ANNUAL_REPORT(
      "《企业信息公示暂行条例》：企业应当于每年1月1日至6月30日报送上一年度年度报告",
      "Interim Regulation on enterprise information publicity: the report of each year is filed from"
          + " 1 January to 30 June of the next");

  private final Text text;

  LegalBasis(String zh, String en) {
    this.text = new Text(zh, en);
  }

  /** What people read. */
  public Text text() {
    return text;
  }
}
