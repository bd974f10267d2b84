package banshi.identity;

import java.util.Optional;

/**
 * How somebody can be reached. Prints masked.
 *
 * @param phone the telephone
 * @param email the e-mail address
 */
public record Contact(Optional<Phone> phone, Optional<Email> email) {
  /** Somebody of whom nothing is known. */
  public static Contact none() {
    return new Contact(Optional.empty(), Optional.empty());
  }

  /** Somebody who can be called, as far as a number is known. */
  public static Contact at(Optional<Phone> phone) {
    return new Contact(phone, Optional.empty());
  }

  /** How an applicant can be reached. */
  public static Contact of(ApplicantIdentity person) {
    return new Contact(person.phone(), person.email());
  }

  /** The same with another telephone. */
  public Contact calling(Phone other) {
    return new Contact(Optional.of(other), email);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return phone.isEmpty() && email.isEmpty();
  }
}
