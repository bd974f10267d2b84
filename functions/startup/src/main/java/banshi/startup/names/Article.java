package banshi.startup.names;

import banshi.text.Text;

/** The articles behind the rules of a start-up, each written down once. */
public enum Article {
  /** Standard Chinese characters (规范汉字). */
  NAMES_5(Law.NAMES, 5),
  /** The four parts of a name. */
  NAMES_6(Law.NAMES, 6),
  /** The division at the front; a municipal district only with its city. */
  NAMES_7(Law.NAMES, 7),
  /** The trade name (字号): two characters or more, no division, no industry. */
  NAMES_8(Law.NAMES, 8),
  /** The industry, after the national classification. */
  NAMES_9(Law.NAMES, 9),
  /** The form of organisation. */
  NAMES_10(Law.NAMES, 10),
  /** The nine prohibitions. */
  NAMES_11(Law.NAMES, 11),
  /** Words of the nation (中国, 中华 …). */
  NAMES_12(Law.NAMES, 12),
  /** No trade name twice in one industry and registry. */
  NAMES_17(Law.NAMES, 17),
  /** Who may be legal representative. */
  COMPANIES_10(Law.COMPANIES, 10),
  /** One to fifty shareholders. */
  COMPANIES_42(Law.COMPANIES, 42),
  /** What the articles of association state: shareholders, amounts, methods, dates. */
  COMPANIES_46(Law.COMPANIES, 46),
  /** The capital is what the shareholders subscribe, paid in full within five years. */
  COMPANIES_47(Law.COMPANIES, 47),
  /** A board has three directors or more. */
  COMPANIES_68(Law.COMPANIES, 68),
  /** The manager. */
  COMPANIES_74(Law.COMPANIES, 74),
  /** A small company may have one director and no board. */
  COMPANIES_75(Law.COMPANIES, 75),
  /** The board of supervisors, and who may not be on it. */
  COMPANIES_76(Law.COMPANIES, 76),
  /** A small company may have one supervisor, or none if all shareholders agree. */
  COMPANIES_83(Law.COMPANIES, 83),
  /** Who may not be director, supervisor or senior officer. */
  COMPANIES_178(Law.COMPANIES, 178),
  /** What is registered. */
  REGISTRATION_8(Law.REGISTRATION, 8),
  /** What is filed: officers, liaison, beneficial owners. */
  REGISTRATION_9(Law.REGISTRATION, 9),
  /** One address. */
  REGISTRATION_11(Law.REGISTRATION, 11),
  /** Who may not be legal representative. */
  REGISTRATION_12(Law.REGISTRATION, 12),
  /** Capital is in yuan; what may not be contributed. */
  REGISTRATION_13(Law.REGISTRATION, 13),
  /** The business scope, after the published standard. */
  REGISTRATION_14(Law.REGISTRATION, 14),
  /** Everybody under their real name. */
  REGISTRATION_15(Law.REGISTRATION, 15),
  /** What is handed in. */
  REGISTRATION_16(Law.REGISTRATION, 16),
  /** What is handed in is true. */
  REGISTRATION_17(Law.REGISTRATION, 17),
  /** What is registered, form by form. */
  REGISTRATION_RULES_6(Law.REGISTRATION_RULES, 6),
  /** What is filed, form by form. */
  REGISTRATION_RULES_7(Law.REGISTRATION_RULES, 7),
  /** Whose identity is verified. */
  REGISTRATION_RULES_16(Law.REGISTRATION_RULES, 16),
  /** Who need not file beneficial owners, by promise. */
  OWNERS_3(Law.OWNERS, 3),
  /** Who is a beneficial owner. */
  OWNERS_6(Law.OWNERS, 6),
  /** Who may be a sole trader. */
  SOLE_TRADERS_2(Law.SOLE_TRADERS, 2),
  /** Tax registration. */
  TAX_15(Law.TAX, 15),
  /** One application for everything that a start-up needs. */
  CHONGQING_18(Law.CHONGQING, 18);

  private static final String DIGITS = "零一二三四五六七八九";

  private final Law law;
  private final int number;

  Article(Law law, int number) {
    this.law = law;
    this.number = number;
  }

  /** The article as it is cited: 《公司法》第四十二条, "Company Law, art. 42". */
  public Text citation() {
    return new Text(
        "《%s》第%s条".formatted(law.title().zh(), chinese(number)),
        "%s, art. %d".formatted(law.title().en(), number));
  }

  /** What {@code words} say, with this article behind them in parentheses. */
  public Text behind(Text words) {
    return new Text(
        words.zh() + "（" + citation().zh() + "）", words.en() + " (" + citation().en() + ")");
  }

  /** A number from 1 to 199 as laws write it. */
  private static String chinese(int number) {
    int tens = number / 10 % 10;
    int ones = number % 10;
    String hundred = number >= 100 ? "一百" : "";
    String ten =
        switch (tens) {
          case 0 -> hundred.isEmpty() || ones == 0 ? "" : "零";
          case 1 -> hundred.isEmpty() ? "十" : "一十";
          default -> DIGITS.charAt(tens) + "十";
        };
    return hundred + ten + (ones == 0 ? "" : DIGITS.charAt(ones));
  }
}
