package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.ClockName;
import banshi.cases.Clocks;
import banshi.cases.FilingChannel;
import banshi.cases.Kernel;
import banshi.cases.LifeCycle;
import banshi.cases.Mark;
import banshi.cases.Party;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Matter;
import banshi.clock.ServiceClock;
import banshi.complaint.ComplaintDetails.Redirection;
import banshi.complaint.ComplaintDetails.Related;
import banshi.complaint.ComplaintDetails.Reply;
import banshi.http.view.ApplicantView;
import banshi.http.view.ClockView;
import banshi.http.view.ExtensionRequestView;
import banshi.http.view.MessageView;
import banshi.http.view.RatingView;
import banshi.http.view.TaskView;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a complaint is shown: personal data masked, texts in both languages until it is written. */
final class Views {
  private final LifeCycle lifeCycle;
  private final Clocks clocks;
  private final Catalogue catalogue;
  private final Rules rules;
  private final RelatedCases related;

  Views(Kernel kernel, Catalogue catalogue, Rules rules, RelatedCases related) {
    this.lifeCycle = kernel.lifeCycle();
    this.clocks = kernel.clocks();
    this.catalogue = catalogue;
    this.rules = rules;
    this.related = related;
  }

  /** Shows a complaint; the case that it is about is read for it, when there is one. */
  ComplaintView of(
      Case<ComplaintDetails> c,
      Set<Party> parties,
      boolean withReceipt,
      Map<String, JsonNode> disclosed,
      Instant now) {
    ComplaintDetails details = c.details();
    Optional<Tier> tier = c.mark(Mark.TIER).map(Tier::valueOf);
    Optional<CauseClass> cause = c.mark(Mark.CAUSE).map(CauseClass::valueOf);
    Optional<String> assignedTo = c.mark(Mark.DEPARTMENT);
    return new ComplaintView(
        c.number().value(),
        c.kind(),
        c.stage().name(),
        c.stage().label(),
        c.version(),
        c.receivedAt(),
        c.title(),
        ApplicantView.of(c.applicant()),
        FilingChannel.of(c),
        FilingChannel.of(c).label(),
        ClockView.of(c, clocks, now),
        TaskView.of(c, clocks, catalogue::departmentName, parties, now),
        lifeCycle.allowedActions(c, parties),
        details.category(),
        details.category().label(),
        details.description(),
        details.wanted(),
        details.evidence().stream().map(MessageView.EvidenceView::of).toList(),
        details.matterCode(),
        details
            .matterCode()
            .flatMap(code -> catalogue.matter(code, ServiceClock.dateOf(c.receivedAt())))
            .map(Matter::name),
        details.department(),
        details.department().map(catalogue::departmentName),
        new ComplaintView.AboutView(details.officer().map(name -> name.masked())),
        details.relatedCase().flatMap(filed -> related(filed, now)),
        tier,
        tier.map(Tier::label),
        cause,
        cause.map(CauseClass::label),
        assignedTo,
        assignedTo.map(catalogue::departmentName),
        c.level(),
        c.mark(Mark.DISCIPLINE).isPresent(),
        c.mark(Mark.CLUSTER),
        details.answers().stream().map(this::reply).toList(),
        details.disputes().stream()
            .map(dispute -> new ComplaintView.DisputeView(dispute.reason(), dispute.at()))
            .toList(),
        details.redirection().map(this::redirection),
        details.rating().map(rating -> RatingView.of(c, rating)),
        ExtensionRequestView.of(c, details.extension()),
        details.disciplineNote().filter(note -> readsDiscipline(parties)),
        withReceipt ? Optional.of(receipt(c)) : Optional.empty(),
        disclosed.isEmpty() ? Optional.empty() : Optional.of(disclosed));
  }

  private ComplaintView.CaseReceipt receipt(Case<ComplaintDetails> c) {
    return new ComplaintView.CaseReceipt(
        "",
        c.receivedAt(),
        c.clock(ClockName.ANSWER).due(clocks.hall()).orElseThrow().at(),
        FilingChannel.isCodeOnly(c));
  }

  private Optional<ComplaintView.RelatedView> related(Related filed, Instant now) {
    return related
        .look(new CaseNumber(filed.number()), now)
        .map(
            other ->
                new ComplaintView.RelatedView(
                    other.number().value(),
                    other.kind(),
                    other.title(),
                    other.stage().name(),
                    other.stage().label(),
                    filed.stage(),
                    ClockView.of(other, clocks, now)));
  }

  private ComplaintView.ReplyView reply(Reply reply) {
    return new ComplaintView.ReplyView(
        reply.department(),
        catalogue.departmentName(reply.department()),
        reply.text(),
        reply.resolved(),
        reply.evidence(),
        reply.at(),
        reply.earlier());
  }

  /** Those who may be looked into do not read what discipline notes; nor does who complains. */
  private static boolean readsDiscipline(Set<Party> parties) {
    return parties.contains(Party.DISCIPLINE) || parties.contains(Party.SUPERVISOR);
  }

  private ComplaintView.RedirectionView redirection(Redirection where) {
    Destination.Words words = rules.destinations().get(where.whereToGo());
    return new ComplaintView.RedirectionView(
        where.reason(), where.whereToGo(), words.name(), words.whereToGo(), where.at());
  }
}
