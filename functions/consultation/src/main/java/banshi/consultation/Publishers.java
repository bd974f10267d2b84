package banshi.consultation;

import banshi.cases.Case;
import banshi.cases.ConsultationAction;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Refusal;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Matter;
import banshi.clock.ServiceClock;
import banshi.consultation.ConsultationDetails.Publication;
import banshi.consultation.knowledge.PersonalTrace;
import banshi.consultation.knowledge.PersonalTraces;
import banshi.crypto.Digests;
import banshi.desk.Decision;
import banshi.desk.JointDecision;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.store.Published;
import banshi.store.PublishedAnswers;
import banshi.text.Fault;
import banshi.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts answers before everybody (公开答复), and takes them down. Nothing is published that looks like
 * personal data; whoever asked must have allowed it.
 */
final class Publishers {
  private static final int ID_LENGTH = 16;

  private final Kernel kernel;
  private final Steps<ConsultationDetails> steps;
  private final Catalogue catalogue;
  private final PublishedAnswers published;

  Publishers(Kernel kernel, Catalogue catalogue, PublishedAnswers published) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.catalogue = catalogue;
    this.published = published;
  }

  /** Publishes an answer, over what was published before; refused for every trace of a person. */
  Decision<ConsultationDetails> publish(Actor actor, Requests.Publish request) {
    return allowed(
        ConsultationAction.PUBLISH,
        (c, parties, now) -> {
          List<Fault> traces =
              Stream.concat(
                      traces("/title", request.title(), c), traces("/text", request.text(), c))
                  .toList();
          if (!traces.isEmpty()) {
            return Outcome.refused(new Refusal.Invalid(traces));
          }
          if (c.details().answers().isEmpty()) {
            return steps.notNow(c, parties, new Text("尚未答复，不能公开", "There is no answer to publish"));
          }
          Publication as = new Publication(id(c), request.title(), request.text(), now);
          return steps
              .performed(
                  c,
                  ConsultationAction.PUBLISH,
                  actor,
                  parties,
                  now,
                  occasion ->
                      occasion
                          .noting(request.title())
                          .marking(Mark.PUBLISHED, Optional.of(as.id())),
                  details -> details.published(Optional.of(as)))
              .map(
                  change ->
                      new Decision.Together<>(
                          change,
                          List.of(
                              published.publishing(
                                  new Published(
                                      as.id(),
                                      as.title(),
                                      as.text(),
                                      c.details().matterCode(),
                                      c.mark(Mark.DEPARTMENT).orElse(Parties.WINDOW_DEPARTMENT),
                                      now)))));
        });
  }

  /** Takes the published answer down. */
  Decision<ConsultationDetails> unpublish(Actor actor, CommonRequests.Reasoned request) {
    return allowed(
        ConsultationAction.UNPUBLISH,
        (c, parties, now) -> {
          String id = c.mark(Mark.PUBLISHED).orElseThrow();
          return steps
              .performed(
                  c,
                  ConsultationAction.UNPUBLISH,
                  actor,
                  parties,
                  now,
                  occasion -> occasion.noting(request.reason()),
                  details -> details.published(Optional.empty()))
              .map(
                  change ->
                      new Decision.Together<>(change, List.of(published.takingDown(id, now))));
        });
  }

  /**
   * Asks first whether the action is allowed, so that nothing is said of the body where it is not.
   */
  private JointDecision<ConsultationDetails> allowed(
      ConsultationAction action, JointDecision<ConsultationDetails> decision) {
    return (c, parties, now) ->
        kernel
            .refuse(c, action, parties)
            .<Outcome<Decision.Together<ConsultationDetails>>>map(Outcome::refused)
            .orElseGet(() -> decision.decideTogether(c, parties, now));
  }

  private Stream<Fault> traces(String pointer, String text, Case<ConsultationDetails> c) {
    return PersonalTraces.in(text, Optional.of(c.applicant().name()), publicPhones(c)).stream()
        .map(trace -> fault(pointer, trace));
  }

  /** Where to call about the matter is for everybody to know. */
  private Set<String> publicPhones(Case<ConsultationDetails> c) {
    return c.details()
        .matterCode()
        .flatMap(code -> catalogue.matter(code, ServiceClock.dateOf(c.receivedAt())))
        .map(Matter::contacts)
        .map(phones -> Set.of(phones.consultation(), phones.complaint()))
        .orElse(Set.of());
  }

  private static Fault fault(String pointer, PersonalTrace trace) {
    Text what = label(trace.kind());
    int first = trace.offset() + 1;
    return new Fault(
        pointer,
        "personal-data",
        new Text(
            "第 %d 个字起的 %d 个字像是%s，不得公开".formatted(first, trace.length(), what.zh()),
            "The %d characters from character %d look like %s and cannot be published"
                .formatted(trace.length(), first, what.en())));
  }

  private static Text label(PersonalTrace.Kind kind) {
    return switch (kind) {
      case ID_NUMBER -> new Text("身份证号码", "an identity number");
      case PHONE -> new Text("电话号码", "a telephone number");
      case CREDIT_CODE -> new Text("统一社会信用代码", "a unified social credit code");
      case BANK_CARD -> new Text("银行卡号", "a bank card's number");
      case EMAIL -> new Text("电子邮箱", "an e-mail address");
      case NAME -> new Text("咨询人的姓名", "the name of whoever asked");
    };
  }

  /** Stays the same when the answer is published anew, and does not tell the consultation. */
  private static String id(Case<ConsultationDetails> c) {
    return Digests.sha256Hex("knowledge\n" + c.number().value()).substring(0, ID_LENGTH);
  }
}
