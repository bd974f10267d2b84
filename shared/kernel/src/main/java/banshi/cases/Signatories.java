package banshi.cases;

import banshi.identity.ApplicantKey;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose signatures a case needs.
 *
 * @param missing who has not signed yet
 * @param signed who has
 */
public record Signatories(Set<ApplicantKey> missing, Set<ApplicantKey> signed) {
  public Signatories {
    missing = Set.copyOf(missing);
    signed = Set.copyOf(signed);
  }

  /** Of a case that needs no signature. */
  public static Signatories none() {
    return new Signatories(Set.of(), Set.of());
  }

  /** All of whom are still to sign. */
  public static Signatories of(Set<ApplicantKey> people) {
    return new Signatories(people, Set.of());
  }

  /** The same after one of them has signed. */
  public Signatories signedBy(ApplicantKey person) {
    Set<ApplicantKey> left = new HashSet<>(missing);
    Set<ApplicantKey> more = new HashSet<>(signed);
    left.remove(person);
    more.add(person);
    return new Signatories(left, more);
  }

  /** Everybody. */
  public Set<ApplicantKey> all() {
    Set<ApplicantKey> all = new HashSet<>(missing);
    all.addAll(signed);
    return all;
  }
}
