package banshi.startup.form;

/**
 * What a shareholder contributes (出资方式). Those that the law rules out are known, so that the answer
 * can say so.
 */
public enum ContributionMethod {
  /** Money (货币). */
  CASH(true),
  /** Things (实物). */
  IN_KIND(true),
  /** Intellectual property (知识产权). */
  INTELLECTUAL_PROPERTY(true),
  /** Right to use land (土地使用权). */
  LAND_USE_RIGHT(true),
  /** Shares of another company (股权). */
  EQUITY(true),
  /** A claim (债权). */
  DEBT_CLAIM(true),
  /** Data (数据), where lawful: 市场监管总局令第95号, from 2025-02-10. */
  DATA(true),
  /** Virtual property on networks (网络虚拟财产), likewise. */
  VIRTUAL_PROPERTY(true),
  /** Labour (劳务). */
  LABOUR(false),
  /** Credit (信用). */
  CREDIT(false),
  /** The name of a person (自然人姓名). */
  PERSONAL_NAME(false),
  /** Goodwill (商誉). */
  GOODWILL(false),
  /** A franchise (特许经营权). */
  FRANCHISE(false),
  /** Property with a charge on it (设定担保的财产). */
  CHARGED_PROPERTY(false);

  private final boolean allowed;

  ContributionMethod(boolean allowed) {
    this.allowed = allowed;
  }

  /** Whether it may be contributed (公司法 art. 48, 市场主体登记管理条例 art. 13). */
  public boolean isAllowed() {
    return allowed;
  }
}
