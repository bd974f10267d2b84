package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Mark;
import banshi.desk.Recusal;
import banshi.identity.Actor;
import banshi.store.CaseStore;
import banshi.store.Clusters;
import java.util.stream.Stream;

/**
 * 回避: nobody acts on a complaint about staff who is named in it or has handled the case that it is
 * about; and nobody acts on one that is merged with such a complaint. A name is compared with the
 * caller's name and with their account, as it was typed.
 *
 * <p>Asked of a complaint about nobody that is in no cluster it reads nothing; of others the case
 * that they are about, and every member of the cluster: at most {@value Clusters#MOST}.
 */
final class Involvement implements Recusal<ComplaintDetails> {
  private final RelatedCases related;
  private final Clusters clusters;
  private final CaseStore<ComplaintDetails> complaints;

  Involvement(RelatedCases related, Clusters clusters, CaseStore<ComplaintDetails> complaints) {
    this.related = related;
    this.clusters = clusters;
    this.complaints = complaints;
  }

  @Override
  public boolean isInvolved(Case<ComplaintDetails> c, Actor actor) {
    return Stream.concat(Stream.of(c), others(c))
        .map(Case::details)
        .filter(ComplaintDetails::aboutStaff)
        .anyMatch(details -> named(details, actor) || handled(details, actor));
  }

  private Stream<Case<ComplaintDetails>> others(Case<ComplaintDetails> c) {
    return c.mark(Mark.CLUSTER).map(CaseNumber::new).stream()
        .flatMap(lead -> clusters.members(lead).stream())
        .filter(member -> !member.equals(c.number()))
        .flatMap(member -> complaints.load(member).stream());
  }

  private static boolean named(ComplaintDetails details, Actor actor) {
    return details
        .officer()
        .filter(
            officer ->
                actor.name().filter(officer::equals).isPresent()
                    || officer.isSpelled(actor.subject()))
        .isPresent();
  }

  private boolean handled(ComplaintDetails details, Actor actor) {
    return details
        .relatedCase()
        .map(filed -> new CaseNumber(filed.number()))
        .flatMap(related::load)
        .filter(other -> other.handlers().contains(actor.key()))
        .isPresent();
  }
}
