package banshi.http.view;

/** What the API document says of officers' words: who reads them. */
public final class WordsTerms {
  /** Of a comment that is sent. */
  public static final String COMMENT =
      "审查意见，仅供内部：工作人员与监督人员可见，申请人永远看不到；不通过时必填。"
          + " · Internal: officers of the case and supervisors read it, applicants never do."
          + " Required with REJECT.";

  /** Of a remark that is sent. */
  public static final String REMARK =
      "给申请人看的说明：随任务结果显示给申请人。 · For the applicant, who reads it with the task's result.";

  /** Of a comment that is shown. */
  public static final String COMMENT_READ =
      "审查意见，仅供内部：给申请人的答复中没有此项。 · Internal: left out of every answer to an applicant.";

  /** Of a remark that is shown. */
  public static final String REMARK_READ = "给申请人看的说明。 · The officer's words for the applicant.";

  /** Of a note that is sent. */
  public static final String NOTE =
      "内部备注：可查看本件的工作人员与监督人员可见，申请人永远看不到。"
          + " · Internal: officers who may see the case and supervisors read it, applicants never do.";

  /** Of a message that is sent. */
  public static final String MESSAGE =
      "留言：申请人与办理单位都可见；不影响期限。"
          + " · Read by the applicant and by the hall. No time limit changes by it.";

  private WordsTerms() {}
}
