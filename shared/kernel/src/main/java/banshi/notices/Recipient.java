package banshi.notices;

import banshi.identity.ApplicantKey;

/** Who is told. */
public sealed interface Recipient {
  /** The person or company whose case it is. */
  record Person(ApplicantKey key) implements Recipient {
    @Override
    public String inbox() {
      return "PERSON#" + key.value();
    }
  }

  /** The officers of a department. */
  record Department(String code) implements Recipient {
    @Override
    public String inbox() {
      return "DEPARTMENT#" + code;
    }
  }

  /** Whoever supervises (监督). */
  record Supervisors() implements Recipient {
    @Override
    public String inbox() {
      return "SUPERVISORS";
    }
  }

  /** Stands for the recipient in keys; holds no personal data. */
  String inbox();
}
