package banshi.startup;

import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.StartupLifeCycle;
import banshi.cases.Task;
import banshi.cases.TaskResult;
import banshi.desk.Decision;
import banshi.desk.TaskSteps;
import banshi.identity.Actor;
import banshi.startup.StartupDetails.Result;
import banshi.startup.form.Service;
import banshi.startup.licence.Licence;
import banshi.store.Companion;
import banshi.store.CompanyNames;
import banshi.store.LicenceRegister;
import banshi.text.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What departments complete: the registrar's task gives the licence, and opens the others' in the
 * same write; each of theirs carries its own result.
 */
final class Departments {
  private final TaskSteps<StartupDetails> tasks;
  private final Registrars registrars;
  private final CompanyNames names;
  private final LicenceRegister register;

  Departments(Kernel kernel, Registrars registrars, CompanyNames names, LicenceRegister register) {
    this.tasks = new TaskSteps<>(kernel);
    this.registrars = registrars;
    this.names = names;
    this.register = register;
  }

  /** Completes a task. A code that was given before is not given again: another is drawn. */
  Decision<StartupDetails> complete(Actor actor, String taskId, Requests.Complete request) {
    Decision<StartupDetails> completing =
        tasks.complete(actor, taskId, request.opinion(), request.comment(), request.remark());
    return new Decision<>() {
      @Override
      public Outcome<Change<StartupDetails>> decide(
          Case<StartupDetails> c, Set<Party> parties, Instant now) {
        return completing.decide(c, parties, now);
      }

      @Override
      public Outcome<Together<StartupDetails>> decideTogether(
          Case<StartupDetails> c, Set<Party> parties, Instant now) {
        return switch (decide(c, parties, now)) {
          case Outcome.Refused<Change<StartupDetails>>(Refusal refusal) -> Outcome.refused(refusal);
          case Outcome.Done<Change<StartupDetails>>(Change<StartupDetails> done) ->
              completed(c, c.task(taskId).orElseThrow(), request, done, now);
        };
      }

      @Override
      public Optional<Refusal> refuseAnyVersion(
          Case<StartupDetails> c, Set<Party> parties, Instant now) {
        return completing.refuseAnyVersion(c, parties, now);
      }
    };
  }

  private Outcome<Decision.Together<StartupDetails>> completed(
      Case<StartupDetails> c,
      Task task,
      Requests.Complete request,
      Change<StartupDetails> done,
      Instant now) {
    List<Fault> faults = faults(task, request, now);
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    return Outcome.done(
        task.isOf(StartupLifeCycle.LICENCE)
            ? licensed(c, done, now)
            : new Decision.Together<>(
                done.withDetails(c.details().given(result(task, request, now))), List.of()));
  }

  private Decision.Together<StartupDetails> licensed(
      Case<StartupDetails> c, Change<StartupDetails> done, Instant now) {
    Licence licence = registrars.licence(c, now);
    Result result =
        new Result(
            StartupLifeCycle.LICENCE,
            true,
            Optional.of(licence.code()),
            Optional.empty(),
            Optional.empty(),
            now,
            List.of());
    return new Decision.Together<>(
        done.withDetails(c.details().licensed(licence).given(result)), claims(c, licence));
  }

  private List<Companion> claims(Case<StartupDetails> c, Licence licence) {
    return List.of(
        register.entering(
            new LicenceRegister.Entry(
                licence.code(), licence.hash(), licence.name(), licence.issuedOn(), c.number())),
        names.registering(c.owner(), c.details().name().reservation(), c.number(), licence.code()));
  }

  private static Result result(Task task, Requests.Complete request, Instant now) {
    return new Result(
        task.part(),
        request.opinion() == TaskResult.Opinion.PASS,
        request.result().flatMap(Requests.Result::reference),
        request.result().flatMap(Requests.Result::institution),
        request.result().flatMap(Requests.Result::appointmentAt),
        now,
        List.of());
  }

  private static List<Fault> faults(Task task, Requests.Complete request, Instant now) {
    List<Fault> faults = new ArrayList<>();
    boolean done = request.opinion() == TaskResult.Opinion.PASS;
    if (task.isOf(StartupLifeCycle.LICENCE)) {
      if (!done) {
        faults.add(
            Fault.of(
                "/opinion",
                "use-deny",
                "不予登记请使用 deny，须载明理由、依据与救济途径",
                "Use deny, which gives reason, basis and remedy"));
      }
      request
          .result()
          .ifPresent(
              given ->
                  faults.add(
                      Fault.of(
                          "/result",
                          "not-applicable",
                          "营业执照由系统生成，无须填写结果",
                          "The licence is made here: no result is given")));
      return faults;
    }
    faults.addAll(Appointments.faults(request.result(), now));
    if (done) {
      switch (Service.valueOf(task.part())) {
        case SEAL, TAX, SOCIAL_INSURANCE, HOUSING_FUND ->
            required(request, Requests.Result::reference, "reference", faults);
        case BANK -> {
          required(request, Requests.Result::institution, "institution", faults);
          required(request, Requests.Result::appointmentAt, "appointmentAt", faults);
        }
      }
    }
    return faults;
  }

  private static void required(
      Requests.Complete request,
      Function<Requests.Result, Optional<?>> member,
      String name,
      List<Fault> faults) {
    Optional<?> given = request.result().flatMap(member::apply);
    if (given.isEmpty()) {
      faults.add(Fault.of("/result/" + name, "required", "请填写办理结果", "The result is missing"));
    }
  }
}
