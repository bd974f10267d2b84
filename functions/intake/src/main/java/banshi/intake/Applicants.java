package banshi.intake;

import banshi.cases.ApplicationAction;
import banshi.cases.ApplicationStage;
import banshi.cases.Case;
import banshi.cases.Kernel;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.clock.ServiceClock;
import banshi.desk.Decision;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.intake.ApplicationDetails.Material;
import banshi.intake.ApplicationDetails.Owed;
import banshi.text.Fault;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What applicants do with their own applications after filing them. */
final class Applicants {
  /**
   * Working days to bring what is owed, where the catalogue says nothing (a limit in use
   * elsewhere).
   */
  static final int DEFAULT_OWED_DAYS = 3;

  private final Kernel kernel;
  private final Steps<ApplicationDetails> steps;
  private final Prechecks prechecks;
  private final Owings owings;

  Applicants(Kernel kernel, Prechecks prechecks, Owings owings) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.prechecks = prechecks;
    this.owings = owings;
  }

  /** Brings corrections, or some of what is owed. */
  Decision<ApplicationDetails> supplement(Requests.Supplement request) {
    return (c, parties, now) -> {
      List<Material> brought =
          request.materials().orElse(List.of()).stream().map(m -> material(m, now)).toList();
      if (brought.isEmpty() && request.form().orElse(Map.of()).isEmpty()) {
        Optional<Refusal> refusal = kernel.refuse(c, ApplicationAction.SUPPLEMENT, parties);
        return Outcome.refused(refusal.orElseGet(Applicants::nothingBrought));
      }
      ApplicationDetails supplemented = supplemented(c, request, brought, now);
      return steps.performedByApplicant(
          c,
          ApplicationAction.SUPPLEMENT,
          parties,
          now,
          occasion ->
              received(owings.of(occasion, c, supplemented), c)
                  .noting(brought.stream().map(Material::code).collect(Collectors.joining(", "))),
          details -> supplemented);
    };
  }

  /** What comes after a correction notice is received anew; what was owed only completes. */
  private static Occasion received(Occasion occasion, Case<ApplicationDetails> c) {
    return c.stage() == ApplicationStage.CORRECTION_REQUESTED
        ? occasion.adding(Duties.receive(c))
        : occasion;
  }

  private static Refusal nothingBrought() {
    return new Refusal.Invalid(
        List.of(new Fault("", "required", new Text("请补交材料或表单", "Bring materials or form fields"))));
  }

  private ApplicationDetails supplemented(
      Case<ApplicationDetails> c,
      Requests.Supplement request,
      List<Material> brought,
      Instant now) {
    ApplicationDetails before = c.details();
    Map<String, JsonNode> form = new HashMap<>(before.form());
    form.putAll(request.form().orElse(Map.of()));
    Set<String> codes = brought.stream().map(Material::code).collect(Collectors.toSet());
    List<Owed> owed =
        before.owed().stream()
            .map(
                each ->
                    each.outstanding() && codes.contains(each.code())
                        ? new Owed(each.code(), each.deadline(), Optional.of(now))
                        : each)
            .toList();
    ApplicationDetails handedIn = before.handedIn(brought, form, owed, List.of());
    return before.handedIn(
        brought,
        form,
        owed,
        Stream.concat(
                prechecks.faults(handedIn, ServiceClock.dateOf(c.receivedAt())).stream(),
                before.faults().stream().filter(AlreadyRunning::is))
            .toList());
  }

  /** Withdraws, before there is a decision. */
  Decision<ApplicationDetails> withdraw(CommonRequests.Withdraw request) {
    return (c, parties, now) ->
        steps.performedByApplicant(
            c,
            ApplicationAction.WITHDRAW,
            parties,
            now,
            occasion -> occasion.noting(request.reason().orElse("")),
            UnaryOperator.identity());
  }

  static Material material(Requests.Material m, Instant now) {
    return new Material(
        m.code(),
        m.fileName(),
        m.contentType(),
        m.size(),
        m.sha256().toLowerCase(Locale.ROOT),
        now);
  }
}
