package banshi.identity;

/** What an applicant is. */
public enum ApplicantType {
  /** A natural person (自然人). */
  PERSON,
  /** A company or another unit with a credit code (法人和其他组织). */
  COMPANY;

  /** What the bearer of a document of {@code type} is. */
  public static ApplicantType of(IdType type) {
    return type == IdType.CREDIT_CODE ? COMPANY : PERSON;
  }
}
