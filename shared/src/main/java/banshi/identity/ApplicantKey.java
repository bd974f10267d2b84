package banshi.identity;

/** A keyed hash that stands for a person. */
public record ApplicantKey(String value) {}
