package banshi.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts.
 *
 * @param subject the account's name with the token's provider
 * @param roles what the caller may be; may be empty
 * @param departments codes of the departments an officer acts for; empty for anyone else
 * @param applicant who applies, when the caller is an applicant whose name the provider told
 * @param key stands for the caller in the store's keys
 * @param name what the provider calls them
 * @param openId what WeChat calls an applicant who signed in through the mini-program
 * @param account stands for the account in the store's keys; the same as {@code key} unless the
 *     caller applies under a document
 * @param address where the request came from, as the gateway saw it; goes on record, never into a
 *     log
 */
public record Actor(
    String subject,
    Set<Role> roles,
    Set<String> departments,
    Optional<ApplicantIdentity> applicant,
    ApplicantKey key,
    Optional<PersonName> name,
    Optional<OpenId> openId,
    ApplicantKey account,
    Optional<String> address) {

  /** Somebody who acts under their account's own key, from no known address. */
  public Actor(
      String subject,
      Set<Role> roles,
      Set<String> departments,
      Optional<ApplicantIdentity> applicant,
      ApplicantKey key,
      Optional<PersonName> name,
      Optional<OpenId> openId) {
    this(subject, roles, departments, applicant, key, name, openId, key, Optional.empty());
  }

  /** Somebody who did not sign in through the mini-program. */
  public Actor(
      String subject,
      Set<Role> roles,
      Set<String> departments,
      Optional<ApplicantIdentity> applicant,
      ApplicantKey key) {
    this(
        subject,
        roles,
        departments,
        applicant,
        key,
        applicant.map(ApplicantIdentity::name),
        Optional.empty());
  }

  /** Copies the sets; departments of a caller who is no officer are dropped. */
  public Actor {
    roles = Set.copyOf(roles);
    departments = roles.contains(Role.OFFICER) ? Set.copyOf(departments) : Set.of();
  }

  /** The person who acts. */
  public Person person() {
    return new Person(subject, name, account);
  }

  /** The same caller, seen to call from an address. */
  public Actor from(Optional<String> seen) {
    return new Actor(subject, roles, departments, applicant, key, name, openId, account, seen);
  }

  /** Prints without name, account and address. */
  @Override
  public String toString() {
    return "Actor" + roles + departments;
  }

  /** Whether the caller has {@code role}. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the caller is an officer of {@code department}. */
  public boolean actsFor(String department) {
    return departments.contains(department);
  }
}
