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
import banshi.cases.Routing;
import banshi.cases.Task;
import banshi.cases.TaskResult;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Matter;
import banshi.catalogue.MatterVersion;
import banshi.clock.PauseReason;
import banshi.clock.ServiceClock;
import banshi.desk.Decision;
import banshi.desk.ExtensionSteps;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.intake.ApplicationDetails.Certificate;
import banshi.intake.ApplicationDetails.Decided;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
  private final ExtensionSteps<ApplicationDetails> extensions;

  LeadOfficers(Kernel kernel, Catalogue catalogue) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.catalogue = catalogue;
    this.extensions =
        new ExtensionSteps<>(
            kernel,
            ClockName.STATUTORY,
            ApplicationDetails::extension,
            ApplicationDetails::extending);
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

  /** Gives a review to another department: the first was not the one to do it. */
  Decision<ApplicationDetails> route(Actor actor, String taskId, Requests.Route request) {
    return (c, parties, now) ->
        catalogue.department(request.to()).isEmpty()
            ? Steps.invalid(
                new Fault(
                    "/to", "unknown-department", new Text("没有这个部门", "There is no such department")))
            : new Routing(kernel)
                .route(c, taskId, actor::actsFor, request.to(), request.reason(), parties, now);
  }

  /**
   * Asks to extend the limits once, before they are due: 10 days, a package 15 (art. 42). A second
   * person approves it.
   */
  Decision<ApplicationDetails> extend(Actor actor, CommonRequests.Extend request) {
    return (c, parties, now) -> {
      int most = c.parts().size() > 1 ? JOINT_EXTENSION : SINGLE_EXTENSION;
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
      return extensions.asked(
          c, ApplicationAction.EXTEND, actor, parties, request.days(), request.reason(), now);
    };
  }

  /** Approves an extension, or rejects it. */
  ExtensionSteps<ApplicationDetails> extensions() {
    return extensions;
  }

  /** Decides one matter, when all its tasks are done. */
  Decision<ApplicationDetails> decide(Actor actor, Requests.Decide request) {
    return (c, parties, now) -> {
      Optional<Refusal> refusal = kernel.refuse(c, ApplicationAction.DECIDE, parties);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      Optional<String> part = request.matterCode().or(() -> onlyPartOf(c, actor));
      List<Fault> faults = faults(request, ServiceClock.dateOf(c.notBeforeLast(now)));
      if (part.isEmpty() || c.part(part.get()).isEmpty()) {
        faults.addFirst(matterCodeFault(part.isEmpty()));
      }
      if (!faults.isEmpty()) {
        return Outcome.refused(new Refusal.Invalid(faults));
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
            request.certificate().map(LeadOfficers::certificate),
            now,
            List.of());
    ActorStamp lead = new ActorStamp(Party.LEAD, Optional.of(c.part(part).orElseThrow().lead()));
    return kernel
        .perform(
            c,
            ApplicationAction.DECIDE,
            parties,
            move ->
                DecisionNotices.telling(
                    Occasion.of(c.notBeforeLast(now), lead)
                        .noting(part + " " + request.outcome() + ": " + request.reason())
                        .finishing(Duties.decision(part))
                        .limiting(ClockName.DELIVERY, Submission.DELIVERY)
                        .adding(handingOver(c)),
                    c,
                    matter,
                    request.outcome(),
                    request.remedy().isPresent()))
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

  private static List<Fault> faults(Requests.Decide request, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    request
        .certificate()
        .ifPresent(
            given -> {
              if (request.outcome() == ApplicationDetails.Outcome.DENIED) {
                faults.add(noCertificate("/certificate"));
              }
              faults.addAll(CertificateDates.faults(given, "/certificate", today));
            });
    return faults;
  }

  static Fault noCertificate(String pointer) {
    return new Fault(
        pointer, "not-applicable", new Text("不予的决定没有证照", "A denial grants no certificate"));
  }

  static Certificate certificate(Requests.Certificate given) {
    return new Certificate(
        given.name(),
        given.number(),
        given.validFrom().map(LocalDate::toString),
        given.validTo().map(LocalDate::toString));
  }

  static MatterVersion version(Case<ApplicationDetails> c, String matterCode) {
    return c.details().matters().stream()
        .filter(version -> version.code().equals(matterCode))
        .findFirst()
        .orElseThrow();
  }
}
