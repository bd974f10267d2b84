package banshi.consultation;

import banshi.cases.Case;
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
import banshi.consultation.ConsultationDetails.Conversion;
import banshi.consultation.ConsultationDetails.Reply;
import banshi.http.view.ApplicantView;
import banshi.http.view.ClockView;
import banshi.http.view.ExtensionRequestView;
import banshi.http.view.RatingView;
import banshi.http.view.TaskView;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a consultation is shown: personal data masked, texts in both languages until written. */
final class Views {
  /** What a complaint's description holds, in characters; a question is never longer. */
  private static final int LONGEST_DESCRIPTION = 2000;

  private final LifeCycle lifeCycle;
  private final Clocks clocks;
  private final Catalogue catalogue;

  Views(Kernel kernel, Catalogue catalogue) {
    this.lifeCycle = kernel.lifeCycle();
    this.clocks = kernel.clocks();
    this.catalogue = catalogue;
  }

  /** Shows a consultation to somebody who is these parties to it. */
  ConsultationView of(
      Case<ConsultationDetails> c,
      Set<Party> parties,
      boolean withReceipt,
      Map<String, JsonNode> disclosed,
      Instant now) {
    ConsultationDetails details = c.details();
    Optional<String> assignedTo = c.mark(Mark.DEPARTMENT);
    return new ConsultationView(
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
        details.topic(),
        details.question(),
        details.matterCode(),
        details
            .matterCode()
            .flatMap(code -> catalogue.matter(code, ServiceClock.dateOf(c.receivedAt())))
            .map(Matter::name),
        c.mark(Mark.MAY_PUBLISH).isPresent(),
        details.suggestions(),
        assignedTo,
        assignedTo.map(catalogue::departmentName),
        c.level(),
        details.answers().stream().map(this::answer).toList(),
        details.followUp().map(more -> new ConsultationView.FollowUpView(more.text(), more.at())),
        details
            .redirection()
            .map(
                where ->
                    new ConsultationView.RedirectionView(
                        where.reason(), where.whereToGo(), where.at())),
        details.conversion().map(into -> conversion(c, into)),
        details
            .publication()
            .map(
                as ->
                    new ConsultationView.PublicationView(as.id(), as.title(), as.text(), as.at())),
        details.rating().map(rating -> RatingView.of(c, rating)),
        ExtensionRequestView.of(c, details.extension()),
        withReceipt ? Optional.of(receipt(c)) : Optional.empty(),
        disclosed.isEmpty() ? Optional.empty() : Optional.of(disclosed));
  }

  private ConsultationView.CaseReceipt receipt(Case<ConsultationDetails> c) {
    return new ConsultationView.CaseReceipt(
        "",
        c.receivedAt(),
        c.clock(ClockName.ANSWER).due(clocks.hall()).orElseThrow().at(),
        FilingChannel.isCodeOnly(c));
  }

  private ConsultationView.AnswerView answer(Reply reply) {
    return new ConsultationView.AnswerView(
        reply.department(),
        catalogue.departmentName(reply.department()),
        reply.text(),
        reply.references(),
        reply.knowledgeId(),
        reply.at(),
        reply.earlier());
  }

  private static ConsultationView.ConversionView conversion(
      Case<ConsultationDetails> c, Conversion into) {
    return new ConsultationView.ConversionView(
        into.to(),
        into.draftId(),
        switch (into.to()) {
          case APPLICATION -> Optional.empty();
          case COMPLAINT ->
              Optional.of(
                  new ConsultationView.ComplaintDraft(
                      c.number().value(),
                      into.matterCode(),
                      c.mark(Mark.DEPARTMENT),
                      description(c.details())));
        },
        into.at());
  }

  /** The question under its topic; alone, where both are longer than a complaint may be. */
  private static String description(ConsultationDetails details) {
    String both = details.topic() + "：" + details.question();
    return both.codePointCount(0, both.length()) > LONGEST_DESCRIPTION ? details.question() : both;
  }
}
