package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.ComplaintAction;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.complaint.ComplaintDetails.DisciplineNote;
import banshi.desk.Decision;
import banshi.desk.JointDecision;
import banshi.desk.Recusal;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.store.CaseStore;
import banshi.store.Clusters;
import banshi.store.Companion;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What supervisors do with complaints. */
final class Supervisors {
  private final Kernel kernel;
  private final Steps<ComplaintDetails> steps;
  private final Clusters clusters;
  private final CaseStore<ComplaintDetails> complaints;
  private final Recusal<ComplaintDetails> recusal;
  private final Rounds rounds;

  Supervisors(
      Kernel kernel,
      Clusters clusters,
      CaseStore<ComplaintDetails> complaints,
      Recusal<ComplaintDetails> recusal,
      Rules rules) {
    this.kernel = kernel;
    this.recusal = recusal;
    this.rounds = new Rounds(rules);
    this.steps = new Steps<>(kernel);
    this.clusters = clusters;
    this.complaints = complaints;
  }

  /** Lifts it one level. */
  Decision<ComplaintDetails> escalate(Actor actor, CommonRequests.Reasoned request) {
    return noted(actor, ComplaintAction.ESCALATE, request.reason());
  }

  /** Refers it to those who watch over discipline, who have the task to take note of it. */
  Decision<ComplaintDetails> referDiscipline(Actor actor, CommonRequests.Reasoned request) {
    return (c, parties, now) ->
        steps.performed(
            c,
            ComplaintAction.REFER_DISCIPLINE,
            actor,
            parties,
            now,
            occasion -> occasion.noting(request.reason()).adding(rounds.referral(c)),
            UnaryOperator.identity());
  }

  /**
   * Takes note of a referral, for those who watch over discipline. Their words are not on the
   * timeline, which those read who may be looked into.
   */
  Decision<ComplaintDetails> acknowledge(Actor actor, Requests.Acknowledge request) {
    return (c, parties, now) ->
        steps.performed(
            c,
            ComplaintAction.ACKNOWLEDGE_REFERRAL,
            actor,
            parties,
            now,
            UnaryOperator.identity(),
            details -> details.noted(new DisciplineNote(request.note(), c.notBeforeLast(now))));
  }

  private Decision<ComplaintDetails> noted(Actor actor, ComplaintAction action, String reason) {
    return (c, parties, now) ->
        steps.performed(
            c,
            action,
            actor,
            parties,
            now,
            occasion -> occasion.noting(reason),
            UnaryOperator.identity());
  }

  /**
   * Merges it into the cluster of another complaint of the same cause, matter and department, and
   * for good: no complaint leaves its cluster for another. Refused to whoever is involved in any of
   * that cluster. Each complainant still gets an own answer.
   */
  Decision<ComplaintDetails> merge(Actor actor, Requests.Merge request) {
    return new Merging(actor, request.cluster());
  }

  private final class Merging implements JointDecision<ComplaintDetails> {
    private final Actor actor;
    private final String typed;

    private Merging(Actor actor, String typed) {
      this.actor = actor;
      this.typed = typed;
    }

    @Override
    public Outcome<Together<ComplaintDetails>> decideTogether(
        Case<ComplaintDetails> c, Set<Party> parties, Instant now) {
      Optional<Refusal> refusal = kernel.refuse(c, ComplaintAction.MERGE, parties);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      Optional<String> cluster = c.mark(Mark.CLUSTER);
      if (cluster.isPresent()) {
        return steps.notNow(c, parties, bound(cluster.get()));
      }
      Optional<Case<ComplaintDetails>> other = other(c);
      if (other.isEmpty()) {
        return fault(
            "not-similar",
            "没有同原因、同事项、同部门的这件反映",
            "No such complaint of the same cause, matter and department");
      }
      if (recusal.isInvolved(other.get(), actor)) {
        return Outcome.refused(new Refusal.ConflictOfInterest());
      }
      return joined(c, other.get(), parties, now);
    }

    private static Text bound(String cluster) {
      return new Text(
          "已在一类事 " + cluster + " 中；请将另一件并入该类",
          "It is in the cluster " + cluster + "; merge the other one into that");
    }

    private Outcome<Together<ComplaintDetails>> joined(
        Case<ComplaintDetails> c, Case<ComplaintDetails> other, Set<Party> parties, Instant now) {
      CaseNumber lead = leadOf(other);
      if (clusters.members(lead).size() >= Clusters.MOST) {
        return fault(
            "cluster-full",
            "该类事已达上限 " + Clusters.MOST + " 件",
            "That cluster has its most, " + Clusters.MOST);
      }
      return steps
          .performed(
              c,
              ComplaintAction.MERGE,
              actor,
              parties,
              now,
              occasion ->
                  occasion.noting(lead.value()).marking(Mark.CLUSTER, Optional.of(lead.value())),
              UnaryOperator.identity())
          .map(change -> new Together<>(change, companions(c, other, now)));
    }

    private List<Companion> companions(
        Case<ComplaintDetails> c, Case<ComplaintDetails> other, Instant now) {
      CaseNumber lead = leadOf(other);
      Companion joining = clusters.joining(lead, c.number());
      return other.mark(Mark.CLUSTER).isPresent()
          ? List.of(joining)
          : List.of(
              joining,
              clusters.joining(lead, lead),
              complaints.beside(
                  other, kernel.lead(other, c.number(), now).following(other.version()), now));
    }

    private Optional<Case<ComplaintDetails>> other(Case<ComplaintDetails> c) {
      return CaseNumber.parse(typed)
          .filter(number -> number.kind() == CaseKind.COMPLAINT)
          .filter(number -> !number.equals(c.number()))
          .flatMap(complaints::load)
          .filter(other -> alike(c, other));
    }

    private static boolean alike(Case<ComplaintDetails> one, Case<ComplaintDetails> other) {
      return one.mark(Mark.CAUSE).isPresent()
          && one.mark(Mark.DEPARTMENT).isPresent()
          && one.mark(Mark.CAUSE).equals(other.mark(Mark.CAUSE))
          && one.mark(Mark.DEPARTMENT).equals(other.mark(Mark.DEPARTMENT))
          && one.details().matterCode().equals(other.details().matterCode());
    }

    private static <T> Outcome<T> fault(String code, String zh, String en) {
      return Steps.invalid(new Fault("/cluster", code, new Text(zh, en)));
    }
  }

  /** The cluster that a complaint is in, or would found. */
  private static CaseNumber leadOf(Case<ComplaintDetails> c) {
    return c.mark(Mark.CLUSTER).map(CaseNumber::new).orElse(c.number());
  }
}
