package banshi.startup;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.ClockName;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.Signatories;
import banshi.cases.StartupAction;
import banshi.clock.ServiceClock;
import banshi.desk.Decision;
import banshi.desk.Filer;
import banshi.desk.JointDecision;
import banshi.desk.Steps;
import banshi.http.desk.CommonRequests;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.startup.StartupDetails.Signature;
import banshi.startup.form.FormCheck;
import banshi.startup.form.FormRules;
import banshi.startup.form.Role;
import banshi.startup.form.StartupForm;
import banshi.startup.form.SubmittedForm;
import banshi.startup.names.OrganisationForm;
import banshi.store.Companion;
import banshi.store.CompanyNames;
import banshi.store.Representatives;
import banshi.store.ReservedName;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** What those do who found a business: file the form, change it, sign it, give it up. */
final class Founders {
  /** Everybody is told of the start-up in the write that files it, which holds a hundred items. */
  static final int MOST_SIGNATORIES = 64;

  private final Kernel kernel;
  private final Steps<StartupDetails> steps;
  private final Rules rules;
  private final FormRules formRules;
  private final Signers signers;
  private final CompanyNames names;
  private final Representatives representatives;
  private final BiPredicate<CaseNumber, Instant> running;

  Founders(
      Kernel kernel,
      Rules rules,
      Signers signers,
      CompanyNames names,
      Representatives representatives,
      BiPredicate<CaseNumber, Instant> running) {
    this.kernel = kernel;
    this.steps = new Steps<>(kernel);
    this.rules = rules;
    this.formRules = FormRules.published();
    this.signers = signers;
    this.names = names;
    this.representatives = representatives;
    this.running = running;
  }

  /**
   * Prepares a start-up to be filed. Refused: every fault of the form at once, a name that is not
   * reserved for whom it is filed or no longer, a name or a representative of another start-up
   * under way; at the counter, somebody who could never be known again.
   */
  Outcome<Filed> prepare(Filer filer, Requests.Startup body, Instant now) {
    Optional<ReservedName> name =
        reservation(body.nameReservation()).flatMap(id -> names.find(filer.owner(), id));
    if (name.isEmpty()) {
      List<Fault> faults = new ArrayList<>(filer.unfindable().stream().toList());
      faults.add(unknownReservation());
      faults.addAll(checked(body.form(), likely(body.form()), now).faults());
      return invalid(faults);
    }
    OrganisationForm form = OrganisationForm.valueOf(name.get().form());
    FormCheck check = checked(body.form(), form, now);
    if (check.form().isEmpty()) {
      return invalid(check.faults());
    }
    return claimed(name.get(), check.form().get(), now)
        .map(
            last -> {
              StartupDetails.Name of =
                  new StartupDetails.Name(name.get().id(), name.get().fullName());
              StartupForm filled = check.form().get();
              return new Filed(
                  kernel,
                  rules,
                  new Planning(rules),
                  filer,
                  signers.phones(filled),
                  new StartupDetails(
                      of,
                      filled,
                      StartupCodec.hash(of, filled),
                      List.of(),
                      List.of(),
                      Optional.empty(),
                      List.of(),
                      Optional.empty(),
                      Optional.empty()),
                  Filed.claims(
                      names,
                      name.get(),
                      representatives,
                      signers.representative(filled),
                      last.startup()));
            });
  }

  /** Every fault that the form would be refused for; nothing is stored. */
  FormCheck checked(SubmittedForm sent, OrganisationForm form, Instant now) {
    FormCheck check = formRules.check(sent, form, ServiceClock.dateOf(now));
    boolean tooMany =
        check.form().filter(f -> f.signatories().size() > MOST_SIGNATORIES).isPresent();
    return tooMany
        ? new FormCheck(
            Optional.empty(),
            List.of(
                Fault.of(
                    "/people",
                    "too-many-signatories",
                    "须签署的人员最多 " + MOST_SIGNATORIES + " 人",
                    "At most " + MOST_SIGNATORIES + " people can sign one form")))
        : check;
  }

  /** Which rules hold follows from the name; without one, from whether there is a sole trader. */
  static OrganisationForm likely(SubmittedForm sent) {
    boolean operated =
        sent.people().orElse(List.of()).stream()
            .anyMatch(person -> person.role().filter(Role.OPERATOR::equals).isPresent());
    return operated ? OrganisationForm.SOLE_PROPRIETOR : OrganisationForm.LLC;
  }

  /** What somebody represented last. */
  private record Last(Optional<CaseNumber> startup) {}

  private Outcome<Last> claimed(ReservedName name, StartupForm form, Instant now) {
    if (name.code().isPresent()) {
      return Outcome.refused(
          new Refusal.NameTaken(new Text("此名称已登记", "A company is registered by this name")));
    }
    if (names.isInUse(name, now)) {
      return Outcome.refused(
          new Refusal.StartupRunning(
              new Text("此名称已有一件开办申请正在办理", "A start-up of this name is under way")));
    }
    if (name.isOver(now)) {
      return Steps.invalid(unknownReservation());
    }
    return represented(signers.representative(form), now);
  }

  private Outcome<Last> represented(ApplicantKey person, Instant now) {
    Optional<CaseNumber> last = representatives.startupOf(person);
    return last.filter(number -> running.test(number, now)).isPresent()
        ? Outcome.refused(
            new Refusal.StartupRunning(
                new Text(
                    "该法定代表人（经营者）已有一件开办申请正在办理",
                    "This person represents another start-up that is under way")))
        : Outcome.done(new Last(last));
  }

  /** Changes the form: everybody signs anew. */
  JointDecision<StartupDetails> amend(Requests.Amend request) {
    return (c, parties, now) ->
        kernel
            .refuse(c, StartupAction.AMEND, parties)
            .<Outcome<Decision.Together<StartupDetails>>>map(Outcome::refused)
            .orElseGet(() -> amended(c, request, parties, now));
  }

  private Outcome<Decision.Together<StartupDetails>> amended(
      Case<StartupDetails> c, Requests.Amend request, Set<Party> parties, Instant now) {
    StartupDetails before = c.details();
    FormCheck check = checked(request.form(), before.form().form(), now);
    if (check.form().isEmpty()) {
      return invalid(check.faults());
    }
    StartupForm changed = check.form().get();
    return switch (moved(c, changed, now)) {
      case Outcome.Refused<List<Companion>>(Refusal refusal) -> Outcome.refused(refusal);
      case Outcome.Done<List<Companion>>(List<Companion> claims) -> {
        yield steps
            .performedByApplicant(
                c.withSignatories(Signatories.reachedAt(signers.phones(changed))),
                StartupAction.AMEND,
                parties,
                now,
                occasion ->
                    occasion
                        .noting(request.note().orElse(""))
                        // A correction may have had fewer days; a changed form has all of them.
                        .limiting(ClockName.SIGNING, rules.signWithin())
                        .adding(new Planning(rules).tasks(changed)),
                details -> details.amended(changed, StartupCodec.hash(details.name(), changed)))
            .map(change -> new Decision.Together<>(change, claims));
      }
    };
  }

  /** The claims that change when somebody else is to represent the business. */
  private Outcome<List<Companion>> moved(Case<StartupDetails> c, StartupForm changed, Instant now) {
    ApplicantKey before = signers.representative(c.details().form());
    ApplicantKey after = signers.representative(changed);
    return before.equals(after)
        ? Outcome.done(List.of())
        : represented(after, now)
            .map(
                last ->
                    List.of(
                        representatives.claiming(after, last.startup(), c.number()),
                        representatives.releasing(before, c.number())));
  }

  /** Signs the form as it was read: once, and only under one's own name. */
  Decision<StartupDetails> sign(Actor actor, Requests.Sign request) {
    return (c, parties, now) -> {
      if (c.signatories().signed().contains(actor.key())) {
        return steps.notNow(c, parties, new Text("您已签署", "You have signed already"));
      }
      Optional<Refusal> refusal = kernel.refuse(c, StartupAction.SIGN, parties);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
      StartupDetails details = c.details();
      boolean named =
          actor
              .applicant()
              .filter(
                  person ->
                      person.name().equals(signers.of(details.form()).get(actor.key()).name()))
              .isPresent();
      if (!named) {
        return steps.notNow(
            c,
            parties,
            new Text(
                "登录姓名与申请表所填姓名不一致，请由申请人更正",
                "Your name is not the one in the form: the applicant must correct it"));
      }
      if (!request.formHash().equals(details.formHash())) {
        return Outcome.refused(new Refusal.FormChanged());
      }
      return steps.performedAs(
          Party.SIGNATORY,
          c.withSignatories(c.signatories().signedBy(actor.key())),
          StartupAction.SIGN,
          parties,
          now,
          occasion -> occasion.noting("sha256 " + request.formHash()),
          signed -> signed.signed(new Signature(actor.key(), request.formHash(), now)));
    };
  }

  /** Gives it up, before the licence. The name stays reserved for as long as it was. */
  Decision<StartupDetails> withdraw(CommonRequests.Withdraw request) {
    return (c, parties, now) ->
        steps.performedByApplicant(
            c,
            StartupAction.WITHDRAW,
            parties,
            now,
            occasion -> occasion.noting(request.reason().orElse("")),
            UnaryOperator.identity());
  }

  private static Optional<UUID> reservation(String typed) {
    try {
      return Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Fault unknownReservation() {
    return Fault.of(
        "/nameReservation",
        "unknown-reservation",
        "没有这个名称申报，或已失效",
        "You have no such reservation, or it has lapsed");
  }

  private static <T> Outcome<T> invalid(List<Fault> faults) {
    return Outcome.refused(new Refusal.Invalid(faults));
  }
}
