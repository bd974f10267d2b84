package banshi.intake;

import banshi.cases.ActorStamp;
import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.ClockName;
import banshi.cases.Kernel;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.Task;
import banshi.cases.TaskResult;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Matter;
import banshi.catalogue.MatterVersion;
import banshi.clock.PauseReason;
import banshi.desk.Decision;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.intake.ApplicationDetails.Certificate;
import banshi.intake.ApplicationDetails.Decided;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a lead department (牵头部门) decides: pure functions from a case and a request to a change. */
final class LeadOfficers {
  /** Extension at most for a matter, and for a package handled jointly (art. 42). */
  private static final int SINGLE_EXTENSION = 10;

  private static final int JOINT_EXTENSION = 15;

  private final Kernel kernel;
  private final Steps<ApplicationDetails> steps;
  private final Catalogue catalogue;

  LeadOfficers(Kernel kernel, Catalogue catalogue) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.catalogue = catalogue;
  }

  /** Begins a special procedure, whose time does not count (art. 45). */
  Decision<ApplicationDetails> suspend(Actor actor, Requests.Suspend request) {
    return (c, parties, now) ->
        steps.performed(
            c,
            ApplicationAction.SUSPEND,
            actor,
            parties,
            now,
            occasion ->
                occasion
                    .noting(request.procedure() + ": " + request.reason())
                    .pausing(
                        new PauseReason(
                            request.procedure() + ": " + request.reason(),
                            request.legalBasis(),
                            request.plannedDays()))
                    .adding(
                        Duties.resume(
                            c, occasion.actor().department().orElseThrow(), request.plannedDays())),
            UnaryOperator.identity());
  }

  /** Ends the special procedure. */
  Decision<ApplicationDetails> resume(Actor actor, CommonRequests.Plain request) {
    return (c, parties, now) ->
        steps.performed(
            c,
            ApplicationAction.RESUME,
            actor,
            parties,
            now,
            occasion -> occasion.noting(request.note().orElse("")),
            UnaryOperator.identity());
  }

  /** Extends the limits once, before they are due: 10 days, a package 15 (art. 42). */
  Decision<ApplicationDetails> extend(Actor actor, CommonRequests.Extend request) {
    return (c, parties, now) -> {
      int most = c.details().themePackage().isPresent() ? JOINT_EXTENSION : SINGLE_EXTENSION;
      Optional<Refusal> notNow = kernel.refuse(c, ApplicationAction.EXTEND, parties);
      if (notNow.isEmpty() && request.days() > most) {
        return Steps.invalid(
            new Fault(
                "/days",
                "out-of-range",
                new Text(
                    "最多延长" + most + "个工作日（行政许可法第四十二条）",
                    "At most " + most + " working days (Administrative Licensing Law art. 42)")));
      }
      return steps.performed(
          c,
          ApplicationAction.EXTEND,
          actor,
          parties,
          now,
          occasion -> occasion.noting(request.reason()).extending(request.at(occasion.at())),
          UnaryOperator.identity());
    };
  }

  /** Decides one matter, when all its tasks are done. */
  Decision<ApplicationDetails> decide(Actor actor, Requests.Decide request) {
    return (c, parties, now) -> {
      Optional<Refusal> refusal = kernel.refuse(c, ApplicationAction.DECIDE, parties);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      Optional<String> part = request.matterCode().or(() -> onlyPartOf(c, actor));
      if (part.isEmpty() || c.part(part.get()).isEmpty()) {
        return Steps.invalid(matterCodeFault(part.isEmpty()));
      }
      return decide(c, part.get(), actor, parties, request, now);
    };
  }

  private Outcome<Change<ApplicationDetails>> decide(
      Case<ApplicationDetails> c,
      String part,
      Actor actor,
      Set<Party> parties,
      Requests.Decide request,
      Instant now) {
    if (!actor.actsFor(c.part(part).orElseThrow().lead())) {
      return Outcome.refused(new Refusal.Forbidden());
    }
    if (c.part(part).orElseThrow().outcome().isPresent()) {
      return steps.notNow(c, parties, new Text("该事项已作出决定", "This matter is already decided"));
    }
    if (!c.reviewed(part)) {
      return steps.notNow(c, parties, new Text("该事项尚有任务未完成", "Tasks of this matter are not done"));
    }
    boolean granted = request.outcome() == ApplicationDetails.Outcome.GRANTED;
    if (granted && rejected(c, part)) {
      return Steps.invalid(
          new Fault(
              "/outcome",
              "rejected-by-department",
              new Text("有部门审查不通过，不能准予", "A department rejected it: it cannot be granted")));
    }
    if (granted && !c.details().outstanding().isEmpty()) {
      return steps.notNow(c, parties, new Text("容缺材料尚未补齐", "Owed materials have not been brought"));
    }
    Matter matter = catalogue.matter(version(c, part));
    Decided decided =
        new Decided(
            part,
            request.outcome(),
            request.reason(),
            request.legalBasis(),
            granted
                ? Optional.empty()
                : Optional.of(
                    request.remedy().map(words -> new Text(words, words)).orElse(matter.remedy())),
            request
                .certificate()
                .map(
                    given ->
                        new Certificate(
                            given.name(),
                            given.number(),
                            given.validFrom().map(Object::toString),
                            given.validTo().map(Object::toString))),
            now);
    ActorStamp lead = new ActorStamp(Party.LEAD, Optional.of(c.part(part).orElseThrow().lead()));
    return kernel
        .perform(
            c,
            ApplicationAction.DECIDE,
            parties,
            move ->
                Occasion.of(c.notBeforeLast(now), lead)
                    .noting(part + " " + request.outcome() + ": " + request.reason())
                    .finishing(Duties.decision(part))
                    .limiting(ClockName.DELIVERY, Submission.DELIVERY)
                    .adding(handingOver(c)))
        .map(change -> change.withDetails(c.details().decided(decided)))
        .map(change -> change.deciding(part, request.outcome().name()));
  }

  /** The last decision is handed over; one before it is not yet. */
  private static Task[] handingOver(Case<ApplicationDetails> c) {
    return c.undecided() == 1 ? new Task[] {Duties.deliver(c)} : new Task[0];
  }

  private static Optional<String> onlyPartOf(Case<ApplicationDetails> c, Actor actor) {
    List<String> mine =
        c.parts().stream()
            .filter(part -> part.outcome().isEmpty() && actor.actsFor(part.lead()))
            .map(part -> part.id())
            .toList();
    return mine.size() == 1 ? Optional.of(mine.getFirst()) : Optional.empty();
  }

  private static Fault matterCodeFault(boolean missing) {
    return missing
        ? new Fault(
            "/matterCode",
            "required",
            new Text("有多个事项待决定，请指明事项", "Several matters wait for a decision: say which"))
        : new Fault("/matterCode", "not-one-of", new Text("不是本办件的事项", "Not a matter of this case"));
  }

  private static boolean rejected(Case<ApplicationDetails> c, String part) {
    return c.tasks().stream()
        .filter(task -> task.part().equals(part))
        .flatMap((Task task) -> task.result().stream())
        .anyMatch(result -> result.opinion() == TaskResult.Opinion.REJECT);
  }

  private static MatterVersion version(Case<ApplicationDetails> c, String matterCode) {
    return c.details().matters().stream()
        .filter(version -> version.code().equals(matterCode))
        .findFirst()
        .orElseThrow();
  }
}
