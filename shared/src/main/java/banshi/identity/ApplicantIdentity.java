package banshi.identity;

/** Who applies. */
public record ApplicantIdentity() {}
