package banshi.cases;

import banshi.identity.ApplicantKey;
import banshi.identity.Phone;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose signatures a case needs.
 *
 * @param missing who has not signed yet
 * @param signed who has
 * @param phones the telephones that the form gives of them; whoever filled it in vouches for these,
 *     nobody else does
 */
public record Signatories(
    Set<ApplicantKey> missing, Set<ApplicantKey> signed, Map<ApplicantKey, Phone> phones) {
  public Signatories {
    missing = Set.copyOf(missing);
    signed = Set.copyOf(signed);
    phones = Map.copyOf(phones);
  }

  /** Of a case that needs no signature. */
  public static Signatories none() {
    return of(Set.of());
  }

  /** All of whom are still to sign, and of whom no telephone is known. */
  public static Signatories of(Set<ApplicantKey> people) {
    return new Signatories(people, Set.of(), Map.of());
  }

  /**
   * All of whom are still to sign.
   *
   * @param people with the telephone that the form gives of each
   */
  public static Signatories reachedAt(Map<ApplicantKey, Optional<Phone>> people) {
    Map<ApplicantKey, Phone> phones = new HashMap<>();
    people.forEach((person, phone) -> phone.ifPresent(number -> phones.put(person, number)));
    return new Signatories(people.keySet(), Set.of(), phones);
  }

  /** The same after one of them has signed. */
  public Signatories signedBy(ApplicantKey person) {
    Set<ApplicantKey> left = new HashSet<>(missing);
    Set<ApplicantKey> more = new HashSet<>(signed);
    left.remove(person);
    more.add(person);
    return new Signatories(left, more, phones);
  }

  /** Everybody. */
  public Set<ApplicantKey> all() {
    Set<ApplicantKey> all = new HashSet<>(missing);
    all.addAll(signed);
    return all;
  }

  /** The telephone that the form gives of somebody. */
  public Optional<Phone> phoneOf(ApplicantKey person) {
    return Optional.ofNullable(phones.get(person));
  }
}
