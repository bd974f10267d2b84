package banshi.cases;

import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import java.time.Instant;

/**
 * An extension that somebody asked for and that waits for a second person's word.
 *
 * @param days by how many working days
 * @param reason why, as the applicant will read it
 * @param department for which department it was asked
 * @param subject whose account asked
 * @param person who asked, whatever the account
 * @param at when
 */
public record ExtensionRequest(
    int days, String reason, String department, String subject, ApplicantKey person, Instant at) {

  /** Whether it was this caller who asked, by the same account or by another of theirs. */
  public boolean isOf(Actor actor) {
    return subject.equals(actor.subject()) || person.equals(actor.key());
  }
}
