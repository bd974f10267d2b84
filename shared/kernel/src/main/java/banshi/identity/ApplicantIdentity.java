package banshi.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Who applies, as the provider of the token knows them. Prints masked.
 *
 * @param name name of the person or company
 * @param idType kind of document; {@link IdType#OTHER} when the provider told none
 * @param idNumber its number, sound or not: see {@link #idProblems()}
 * @param phone where to reach them
 * @param email where to write to them
 * @param type person or company
 */
public record ApplicantIdentity(
    PersonName name,
    IdType idType,
    Optional<IdNumber> idNumber,
    Optional<Phone> phone,
    Optional<Email> email,
    ApplicantType type) {

  /** Somebody whose e-mail address the provider did not tell. */
  public ApplicantIdentity(
      PersonName name,
      IdType idType,
      Optional<IdNumber> idNumber,
      Optional<Phone> phone,
      ApplicantType type) {
    this(name, idType, idNumber, phone, Optional.empty(), type);
  }

  /** What is wrong with the identity number; empty when it is sound or there is none. */
  public Set<IdProblem> idProblems() {
    return idNumber.map(number -> number.check(idType).problems()).orElse(Set.of());
  }

  /**
   * Whether the document names one holder by itself, so that whoever signs in with it has the same
   * key: see {@link ApplicantKey#ofDocument}.
   */
  public boolean namesOneHolder() {
    return idType.numberSpace().isPresent()
        && idNumber.filter(number -> number.check(idType).isPlausible()).isPresent();
  }
}
