package banshi.consultation.knowledge;

/**
 * Something personal in a text.
 *
 * @param kind what it looks like
 * @param offset where it begins, in characters (code points)
 * @param length how long it is, in characters (code points)
 */
public record PersonalTrace(Kind kind, int offset, int length) {
  /** What a trace looks like. */
  public enum Kind {
    /** A citizen identity number (公民身份号码), of 18 characters or of the older 15. */
    ID_NUMBER,
    /** A telephone number (手机、座机), of the mainland or with a country code. */
    PHONE,
    /** A unified social credit code (统一社会信用代码). */
    CREDIT_CODE,
    /** A number of a bank card (银行卡). */
    BANK_CARD,
    /** An e-mail address (电子邮箱). */
    EMAIL,
    /** The name of the person who asked. */
    NAME
  }

  int end() {
    return offset + length;
  }
}
