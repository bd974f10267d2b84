package banshi.intake;

import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.Kernel;
import banshi.cases.Mark;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

  Applicants(Kernel kernel, Prechecks prechecks) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.prechecks = prechecks;
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
              owing(occasion, supplemented)
                  .noting(brought.stream().map(Material::code).collect(Collectors.joining(", "))),
          details -> supplemented);
    };
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
        brought, form, owed, prechecks.faults(handedIn, ServiceClock.dateOf(c.receivedAt())));
  }

  /** Tells the kernel what is still owed and when it lapses: at the earliest deadline. */
  static Occasion owing(Occasion occasion, ApplicationDetails details) {
    Set<String> outstanding = details.outstanding();
    Occasion marked =
        occasion.marking(
            Mark.OWED,
            outstanding.isEmpty()
                ? Optional.empty()
                : Optional.of(Integer.toString(outstanding.size())));
    return details.owed().stream()
        .filter(Owed::outstanding)
        .flatMap(owed -> owed.deadline().stream())
        .min(Comparator.naturalOrder())
        .map(deadline -> marked.deadline(ApplicationAction.LAPSE, deadline))
        .orElse(marked);
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
