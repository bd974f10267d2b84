package banshi.consultation;

import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.ConsultationAction;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Matter;
import banshi.clock.ServiceClock;
import banshi.consultation.ConsultationDetails.Conversion;
import banshi.consultation.ConsultationDetails.FollowUp;
import banshi.desk.Decision;
import banshi.desk.Filer;
import banshi.desk.Filers;
import banshi.desk.JointDecision;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.FilingCheck;
import banshi.identity.Actor;
import banshi.store.Companion;
import banshi.store.Drafts;
import banshi.store.Json;
import banshi.text.Fault;
import banshi.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What those do who ask: ask, ask once more, take the answer, or make a case of it. */
final class Askers {
  private final Kernel kernel;
  private final Steps<ConsultationDetails> steps;
  private final Catalogue catalogue;
  private final Rules rules;
  private final Drafts drafts;

  Askers(Kernel kernel, Catalogue catalogue, Rules rules, Drafts drafts) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.catalogue = catalogue;
    this.rules = rules;
    this.drafts = drafts;
  }

  /** Prepares a question to be received. Refused: an unknown matter. */
  Outcome<Asked> prepare(Filer filer, Requests.Ask body, Instant now) {
    Optional<Matter> matter = body.matterCode().flatMap(code -> matter(code, now));
    if (body.matterCode().isPresent() && matter.isEmpty()) {
      return Steps.invalid(unknownMatter());
    }
    return Outcome.done(
        new Asked(
            kernel,
            rules,
            title(matter),
            filer,
            body.mayPublish(),
            new ConsultationDetails(
                body.topic(),
                body.matterCode(),
                body.question(),
                body.suggestions().orElse(List.of()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  /** Every fault that a question would be refused for, also of one that is not complete yet. */
  FilingCheck checked(Actor actor, Requests.QuestionForm body, Instant now) {
    Requests.Ask filledIn =
        new Requests.Ask(
            body.topic().orElse(""),
            body.matterCode(),
            body.question().orElse(""),
            body.mayPublish().orElse(false),
            body.suggestions(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return FilingCheck.of(
        Map.of(
            "topic", body.topic(),
            "question", body.question(),
            "mayPublish", body.mayPublish()),
        Filers.oneself(actor).then(filer -> prepare(filer, filledIn, now)));
  }

  /** What lists and notices show: never what somebody typed. */
  private static Text title(Optional<Matter> matter) {
    return matter
        .map(Matter::name)
        .map(name -> new Text("咨询：" + name.zh(), "Question: " + name.en()))
        .orElseGet(() -> new Text("咨询", "Question"));
  }

  private Optional<Matter> matter(String code, Instant now) {
    return catalogue.matter(code, ServiceClock.dateOf(now));
  }

  private static Fault unknownMatter() {
    return new Fault(
        "/matterCode",
        "unknown-matter",
        new Text("没有这个事项，或已停止办理", "There is no such matter, or it is no longer in force"));
  }

  /** Asks one more question: whoever answered must answer again, in as much time as at first. */
  Decision<ConsultationDetails> followUp(Requests.FollowUp request) {
    return (c, parties, now) ->
        steps.performedByApplicant(
            c,
            ConsultationAction.FOLLOW_UP,
            parties,
            now,
            occasion ->
                occasion
                    .noting(request.text())
                    .limiting(ClockName.ANSWER, rules.answerWithin(c.details().matterCode()))
                    .adding(
                        Rounds.answer(
                            c, c.mark(Mark.DEPARTMENT).orElse(Parties.WINDOW_DEPARTMENT))),
            details -> details.followedUp(new FollowUp(request.text(), now)));
  }

  /** Takes the answer. */
  Decision<ConsultationDetails> acceptAnswer(CommonRequests.Plain request) {
    return (c, parties, now) ->
        steps.performedByApplicant(
            c,
            ConsultationAction.ACCEPT_ANSWER,
            parties,
            now,
            occasion -> occasion.noting(request.note().orElse("")),
            UnaryOperator.identity());
  }

  /** Gives it up. */
  Decision<ConsultationDetails> withdraw(CommonRequests.Withdraw request) {
    return (c, parties, now) ->
        steps.performedByApplicant(
            c,
            ConsultationAction.WITHDRAW,
            parties,
            now,
            occasion -> occasion.noting(request.reason().orElse("")),
            UnaryOperator.identity());
  }

  /**
   * Turns it into a case. Of an application a draft is made with the same write, which names the
   * consultation; a complaint is only written out, for whoever asked to file it, since what it
   * wants is theirs to say. Filing either writes both numbers on both timelines.
   */
  JointDecision<ConsultationDetails> convert(Requests.Convert request) {
    return (c, parties, now) ->
        kernel
            .refuse(c, ConsultationAction.CONVERT, parties)
            .<Outcome<Decision.Together<ConsultationDetails>>>map(Outcome::refused)
            .orElseGet(() -> converted(c, request, parties, now));
  }

  private Outcome<Decision.Together<ConsultationDetails>> converted(
      Case<ConsultationDetails> c, Requests.Convert request, Set<Party> parties, Instant now) {
    Optional<String> code = request.matterCode().or(() -> c.details().matterCode());
    Optional<Matter> matter = code.flatMap(each -> matter(each, now));
    if (code.isPresent() && matter.isEmpty()) {
      return Steps.invalid(unknownMatter());
    }
    Conversion plain = new Conversion(request.to(), code, Optional.empty(), now);
    return switch (request.to()) {
      case COMPLAINT -> converted(c, plain, List.of(), parties, now);
      case APPLICATION ->
          matter.isEmpty()
              ? Steps.invalid(
                  new Fault(
                      "/matterCode",
                      "required",
                      new Text("请指明要办的事项", "Say which matter is applied for")))
              : drafted(c, matter.get(), plain, parties, now);
    };
  }

  private Outcome<Decision.Together<ConsultationDetails>> drafted(
      Case<ConsultationDetails> c,
      Matter matter,
      Conversion plain,
      Set<Party> parties,
      Instant now) {
    UUID draftId = UUID.nameUUIDFromBytes(c.number().value().getBytes(StandardCharsets.UTF_8));
    Companion draft =
        drafts.making(
            c.owner(),
            draftId,
            matter.code() + "@" + matter.version().validFrom(),
            Json.object().put("matterCode", matter.code()).put("consultation", c.number().value()),
            now);
    return converted(
        c,
        new Conversion(plain.to(), plain.matterCode(), Optional.of(draftId.toString()), now),
        List.of(draft),
        parties,
        now);
  }

  private Outcome<Decision.Together<ConsultationDetails>> converted(
      Case<ConsultationDetails> c,
      Conversion into,
      List<Companion> companions,
      Set<Party> parties,
      Instant now) {
    return steps
        .performedByApplicant(
            c,
            ConsultationAction.CONVERT,
            parties,
            now,
            occasion ->
                occasion
                    .noting(into.to().name())
                    .marking(Mark.CONVERTED, Optional.of(into.to().name())),
            details -> details.converted(into))
        .map(change -> new Decision.Together<>(change, companions));
  }
}
