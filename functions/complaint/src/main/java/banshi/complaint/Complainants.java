package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.ClockName;
import banshi.cases.ComplaintAction;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Matter;
import banshi.clock.ServiceClock;
import banshi.complaint.ComplaintDetails.Dispute;
import banshi.complaint.ComplaintDetails.Related;
import banshi.desk.Decision;
import banshi.desk.Filer;
import banshi.desk.Filers;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.FilingCheck;
import banshi.http.desk.WordsRequests;
import banshi.identity.Actor;
import banshi.identity.PersonName;
import banshi.identity.PersonalValueRefused;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What complainants do: complain, and judge the answer. */
final class Complainants {
  private final Kernel kernel;
  private final Steps<ComplaintDetails> steps;
  private final Catalogue catalogue;
  private final Rules rules;

  Complainants(Kernel kernel, Catalogue catalogue, Rules rules) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.catalogue = catalogue;
    this.rules = rules;
  }

  /**
   * Prepares a complaint to be received. Refused: an unknown department or matter, a related case
   * that is not the complainant's own.
   *
   * @param related finds a case of any kind
   */
  Outcome<Filed> prepare(
      Filer filer,
      Requests.Complaint body,
      Function<CaseNumber, Optional<Case<?>>> related,
      Instant now) {
    List<Fault> faults = new ArrayList<>();
    Optional<Related> own =
        body.relatedCase()
            .flatMap(
                typed -> {
                  Optional<Case<?>> found =
                      CaseNumber.parse(typed)
                          .flatMap(related)
                          .filter(c -> c.owner().equals(filer.owner()));
                  if (found.isEmpty()) {
                    faults.add(
                        Fault.of(
                            "/relatedCase", "unknown-case", "没有这个办件", "You have no such case"));
                  }
                  return found.map(c -> new Related(c.number().value(), c.stage().name()));
                });
    Optional<Matter> matter =
        body.matterCode().flatMap(code -> catalogue.matter(code, ServiceClock.dateOf(now)));
    if (body.matterCode().isPresent() && matter.isEmpty()) {
      faults.add(
          Fault.of(
              "/matterCode",
              "unknown-matter",
              "没有这个事项，或已停止办理",
              "There is no such matter, or it is no longer in force"));
    }
    if (body.department().filter(code -> catalogue.department(code).isEmpty()).isPresent()) {
      faults.add(
          Fault.of("/department", "unknown-department", "没有这个部门", "There is no such department"));
    }
    Optional<PersonName> officer =
        body.about().flatMap(Requests.Complaint.About::officer).flatMap(name -> name(name, faults));
    return faults.isEmpty()
        ? Outcome.done(
            new Filed(
                kernel,
                rules,
                title(body.category(), matter),
                filer,
                number -> List.of(),
                new ComplaintDetails(
                    own,
                    body.matterCode(),
                    body.department(),
                    officer,
                    body.category(),
                    body.description(),
                    body.wanted(),
                    WordsRequests.GivenEvidence.of(body.evidence()),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())))
        : refused(faults);
  }

  /** Every fault that a complaint would be refused for, also of one that is not complete yet. */
  FilingCheck checked(
      Actor actor,
      Requests.ComplaintForm body,
      Function<CaseNumber, Optional<Case<?>>> related,
      Instant now) {
    Requests.Complaint filledIn =
        new Requests.Complaint(
            body.relatedCase(),
            body.matterCode(),
            body.department(),
            body.about(),
            body.category().orElse(Category.OTHER),
            body.description().orElse(""),
            body.wanted().orElse(""),
            body.evidence(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return FilingCheck.of(
        Map.of(
            "category", body.category(),
            "description", body.description(),
            "wanted", body.wanted()),
        Filers.oneself(actor).then(filer -> prepare(filer, filledIn, related, now)));
  }

  /** What lists and notices show: never what somebody typed. */
  private static Text title(Category category, Optional<Matter> matter) {
    Text what = category.label();
    return matter
        .map(Matter::name)
        .map(
            name ->
                new Text(
                    "办不成事：" + name.zh() + "（" + what.zh() + "）",
                    "Not done: " + name.en() + " (" + what.en() + ")"))
        .orElseGet(() -> new Text("办不成事：" + what.zh(), "Not done: " + what.en()));
  }

  private static Optional<PersonName> name(String name, List<Fault> faults) {
    try {
      return Optional.of(new PersonName(name));
    } catch (PersonalValueRefused refused) {
      faults.add(
          Fault.of("/about/officer", "bad-format", "姓名或工号格式不符", "Not a name or a badge's number"));
      return Optional.empty();
    }
  }

  /** Takes the answer. */
  Decision<ComplaintDetails> confirm(CommonRequests.Plain request) {
    return (c, parties, now) ->
        steps.performedByApplicant(
            c,
            ComplaintAction.CONFIRM,
            parties,
            now,
            occasion -> occasion.noting(request.note().orElse("")),
            UnaryOperator.identity());
  }

  /**
   * Does not take the answer: the same department must give another, one level up, in the time that
   * its tier has from now.
   */
  Decision<ComplaintDetails> dispute(CommonRequests.Reasoned request) {
    return (c, parties, now) -> {
      String department = c.mark(Mark.DEPARTMENT).orElse("");
      Tier tier = c.mark(Mark.TIER).map(Tier::valueOf).orElse(rules.untriaged());
      return steps.performedByApplicant(
          c,
          ComplaintAction.DISPUTE,
          parties,
          now,
          occasion ->
              Rounds.alike(occasion, c, Optional.empty(), department)
                  .noting(request.reason())
                  .marking(Mark.DISPUTES, Optional.of(Integer.toString(c.count(Mark.DISPUTES) + 1)))
                  .limiting(
                      ClockName.ANSWER, rules.limit(tier, occasion.at(), kernel.clocks().hall()))
                  .adding(Rounds.answer(c, department)),
          details -> details.disputed(new Dispute(request.reason(), now)));
    };
  }

  /** Gives it up. */
  Decision<ComplaintDetails> withdraw(CommonRequests.Withdraw request) {
    return (c, parties, now) ->
        steps.performedByApplicant(
            c,
            ComplaintAction.WITHDRAW,
            parties,
            now,
            occasion -> occasion.noting(request.reason().orElse("")),
            UnaryOperator.identity());
  }

  private static <T> Outcome<T> refused(List<Fault> faults) {
    return Outcome.refused(new Refusal.Invalid(faults));
  }
}
