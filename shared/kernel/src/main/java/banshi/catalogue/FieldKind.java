package banshi.catalogue;

/** What a form field holds. */
public enum FieldKind {
  /** One or more lines of text. */
  TEXT,
  /** A number, written as a JSON number. */
  NUMBER,
  /** A date, {@code yyyy-MM-dd}, from 1900 to 2199. */
  DATE,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** The code of one of the field's choices. */
  CHOICE,
  /** An 18-character citizen or residence-permit number (公民身份号码, GB 11643-1999). */
  CITIZEN_ID,
  /** An 18-character unified social credit code (统一社会信用代码, GB 32100-2015). */
  CREDIT_CODE,
  /** A mobile number of the mainland, Hong Kong, Macau or Taiwan, or a mainland landline. */
  PHONE,
  /** An address in one text. */
  ADDRESS
}
