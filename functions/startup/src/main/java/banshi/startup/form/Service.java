package banshi.startup.form;

/**
 * What can be asked for together with the licence (重庆市优化营商环境条例 art. 18; bank account by choice).
 */
public enum Service {
  /** Seals (印章刻制). */
  SEAL,
  /** Tax information and invoices (税务、发票). */
  TAX,
  /** Social insurance (社会保险登记). */
  SOCIAL_INSURANCE,
  /** Housing fund (住房公积金缴存登记). */
  HOUSING_FUND,
  /** An appointment at a bank (银行预约开户). */
  BANK
}
