package banshi.audit;

import banshi.text.Text;

/** What kind of thing was done. */
public enum AuditKind {
  /** An act on a case, by its action's name. */
  ACT("办理", "Act"),
  /** Personal data read in full; the reason and the fields are kept. */
  DISCLOSE("查看完整个人信息", "Personal data in full"),
  /** A case was read. */
  READ("查看办件", "Case read"),
  /** A case's history was read. */
  TIMELINE("查看办理过程", "Timeline read"),
  /** A case's history was verified. */
  VERIFICATION("校验办理过程", "Timeline verified"),
  /**
   * What belongs to a case was read: a licence, a ledger, notes, messages; the action says which.
   */
  PART("查看办件内容", "Part of a case read"),
  /** Cases were looked for; the reason is kept. */
  SEARCH("查询办件", "Search"),
  /** This record itself was read. */
  AUDIT("查看审计记录", "Audit read");

  private final Text label;

  AuditKind(String chinese, String english) {
    this.label = new Text(chinese, english);
  }

  /** What a reader calls it. */
  public Text label() {
    return label;
  }
}
