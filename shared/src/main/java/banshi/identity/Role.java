package banshi.identity;

/** What a caller may be. */
public enum Role {
  APPLICANT,
  OFFICER,
  SUPERVISOR,
  ADMIN
}
