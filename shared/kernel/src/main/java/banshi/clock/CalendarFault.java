package banshi.clock;

/** What can be wrong with a year's file. Codes are stable and kebab-case. */
enum CalendarFault {
  MALFORMED_JSON("malformed-json", "不是合法的 JSON，或有重复的键"),
  NOT_AN_OBJECT("not-an-object", "此处应为对象"),
  UNKNOWN_FIELD("unknown-field", "没有这个字段"),
  NOT_A_NUMBER("not-a-number", "此处应为整数"),
  TEXT_MISSING("text-missing", "缺少文字"),
  TEXT_TOO_LONG("text-too-long", "文字过长"),
  NOT_A_DATE("not-a-date", "应为存在的日期，写作 yyyy-MM-dd"),
  NOT_A_LIST("not-a-list", "此处应为列表"),
  YEAR_OUT_OF_RANGE("year-out-of-range", "年份超出支持范围"),
  REVISION_NEGATIVE("revision-negative", "修订号从 0 起"),
  CITATION_MISSING("citation-missing", "须引用首次通知，每修订一次再多引用一份"),
  CITATION_OF_ANOTHER_YEAR("citation-of-another-year", "通知标题未写明该年份"),
  CITATION_NUMBER("citation-number", "应为发文字号，如 国办发明电〔2025〕7号"),
  CITATION_SOURCE("citation-source", "应为可查阅通知的 https 地址"),
  CITATION_DATE("citation-date", "通知的日期不合理：应在当年或上一年印发，且不早于印发日公布"),
  DATES_NOT_IN_ORDER("dates-not-in-order", "日期顺序不对"),
  HOLIDAYS_MISSING("holidays-missing", "没有列出任何节日"),
  DATE_OF_ANOTHER_YEAR("date-of-another-year", "日期应在上年十二月至下年一月之间"),
  HOLIDAY_TOO_LONG("holiday-too-long", "放假天数过多"),
  ONLY_WEEKEND("only-weekend", "只含周末，没有人因此放假"),
  DATE_LISTED_TWICE("date-listed-twice", "该日已列为上班"),
  MAKE_UP_ON_WEEKDAY("make-up-on-weekday", "调休上班日不是周六或周日"),
  WORKED_AND_OFF("worked-and-off", "同一天既放假又上班"),
  MAKE_UP_FAR_AWAY("make-up-far-away", "调休上班日距节日超过三周"),
  LAW_FIXED_DAY_MISSING("law-fixed-day-missing", "缺少法定放假日"),
  YEAR_NOT_NEXT("year-not-next", "应为下一个年份"),
  REVISION_NOT_NEXT("revision-not-next", "应为下一个修订号"),
  CONTRADICTS_NEIGHBOUR("contradicts-neighbour", "与相邻年份的文件矛盾");

  private final String code;
  private final String zh;

  CalendarFault(String code, String zh) {
    this.code = code;
    this.zh = zh;
  }

  String code() {
    return code;
  }

  String inChinese() {
    return zh;
  }
}
