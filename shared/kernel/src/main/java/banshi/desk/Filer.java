package banshi.desk;

import banshi.cases.ActorStamp;
import banshi.cases.Case;
import banshi.cases.FilingChannel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.text.Fault;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who files for whom: somebody for themselves, or an officer of the general window for a walk-in, a
 * caller or a letter.
 *
 * @param actor who files
 * @param applicant for whom
 * @param owner whose the case is from then on
 * @param channel by which way it came
 */
public record Filer(
    Actor actor, ApplicantIdentity applicant, ApplicantKey owner, FilingChannel channel) {

  /** Somebody who files for themselves. */
  public static Filer oneself(Actor actor, ApplicantIdentity applicant) {
    return new Filer(actor, applicant, actor.key(), FilingChannel.ONLINE);
  }

  /** Whether an officer files for somebody. */
  public boolean isCounter() {
    return channel.isCounter();
  }

  /** Whether whoever it is for will find the case on signing in. */
  public boolean isFoundBySigningIn() {
    return !isCounter() || applicant.namesOneHolder();
  }

  /** What keeps somebody at the counter from what only a person who is known again can use. */
  public Optional<Fault> unfindable() {
    return isFoundBySigningIn()
        ? Optional.empty()
        : Optional.of(
            Fault.of(
                "/onBehalfOf/idType",
                "document-not-unique",
                "此类证件不能唯一确认本人，不能据此办理",
                "A document of this type does not name one holder, which this needs"));
  }

  /** The happening that opens a case: by whom, and by which way it came. */
  public Occasion opening(Case<?> filledIn, Instant now) {
    Party as = isCounter() ? Party.WINDOW : Party.APPLICANT;
    ActorStamp stamp = Parties.stamp(actor, filledIn, Set.of(as));
    Occasion occasion = Occasion.of(now, stamp);
    return isCounter() ? occasion.marking(Mark.CHANNEL, Optional.of(channel.name())) : occasion;
  }
}
