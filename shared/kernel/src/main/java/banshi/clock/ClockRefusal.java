package banshi.clock;

/**
 * Why the clock will not do what was asked. Codes are stable and kebab-case; texts are for people.
 */
public enum ClockRefusal implements LedgerOutcome {
  NOT_A_NUMBER("amount-not-a-number", "数量不是数字", "The amount is not a plain decimal number."),
  NOT_POSITIVE("amount-not-positive", "数量必须大于零", "The amount must be greater than zero."),
  TOO_LARGE(
      "amount-too-large",
      "数量超过上限(3650天或2000小时)",
      "The amount exceeds the bound (3650 days or 2000 hours)."),
  NOT_WHOLE_DAYS("amount-not-whole-days", "天数必须是整数", "Days must be whole."),
  NOT_WHOLE_MINUTES("amount-not-whole-minutes", "小时数必须合整分钟", "Hours must come to whole minutes."),
  UNKNOWN_UNIT("unknown-unit", "未知的时限单位", "The unit of the time limit is unknown."),
  UNIT_MISMATCH("unit-mismatch", "延长的单位与原时限不同", "An extension must be in the unit of its limit."),
  OUTSIDE_CALENDAR(
      "outside-calendar", "日期超出工作日历的范围", "The date is outside the range of the working calendar."),
  NOT_ORDERED("instants-not-ordered", "结束时间早于开始时间", "The end is before the beginning."),
  ALREADY_STARTED("clock-already-started", "计时已经开始", "The clock has already been started."),
  NOT_STARTED("clock-not-started", "计时尚未开始", "The clock has not been started."),
  ALREADY_PAUSED("clock-already-paused", "计时已经暂停", "The clock is already paused."),
  NOT_PAUSED("clock-not-paused", "计时没有暂停", "The clock is not paused."),
  ALREADY_STOPPED("clock-already-stopped", "计时已经结束", "The clock has already been stopped."),
  ALREADY_EXTENDED(
      "clock-already-extended", "时限只能延长一次", "The limit has already been extended once."),
  OVERDUE("clock-overdue", "时限已经届满", "The due date has passed."),
  BEFORE_LAST_ENTRY(
      "before-last-entry", "时间早于计时记录的最后一项", "The instant is before the ledger's last entry."),
  BROKEN_LEDGER("broken-ledger", "计时记录不连贯", "The ledger's entries do not follow one another.");

  private final String code;
  private final String zh;
  private final String en;

  ClockRefusal(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /** The stable code, kebab-case. */
  public String code() {
    return code;
  }

  /** The reason in Chinese. */
  public String inChinese() {
    return zh;
  }

  /** The reason in English. */
  public String inEnglish() {
    return en;
  }

  @Override
  public Ledger orThrow() {
    throw new ClockRefused(this);
  }
}
