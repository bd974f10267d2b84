package banshi.startup;

import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.StartupAction;
import banshi.clock.PauseReason;
import banshi.clock.ServiceClock;
import banshi.clock.TimeLimit;
import banshi.desk.Decision;
import banshi.desk.Steps;
import banshi.identity.Actor;
import banshi.identity.IdType;
import banshi.notices.Remedy;
import banshi.startup.StartupDetails.Correction;
import banshi.startup.StartupDetails.Denial;
import banshi.startup.form.Role;
import banshi.startup.form.StartupForm;
import banshi.startup.licence.CreditCodes;
import banshi.startup.licence.Licence;
import banshi.startup.licence.UnitClass;
import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the registrar (登记机关) decides: what is to be corrected, and whether it is registered. */
final class Registrars {
  /** 行政复议法 2023 art. 20: sixty days. */
  private static final Text REMEDY =
      new Text(
          "对决定不服的，可以自知道该决定之日起60日内依法申请行政复议，也可以依法向人民法院提起行政诉讼。",
          "Whoever disagrees with the decision may ask for administrative reconsideration within 60"
              + " days of learning of it, or bring an administrative action before the people's"
              + " court, as the law provides.");

  private static final String TELL_ONCE = "《中华人民共和国市场主体登记管理条例实施细则》第十八条";
  private static final int DEFAULT_DAYS = 30;

  private final Steps<StartupDetails> steps;
  private final Rules rules;
  private final CreditCodes codes;

  Registrars(Kernel kernel, Rules rules, CreditCodes codes) {
    this.steps = new Steps<>(kernel);
    this.rules = rules;
    this.codes = codes;
  }

  /**
   * Tells once, everything, what is to be corrected; the clocks stand still until everybody has
   * signed again.
   */
  Decision<StartupDetails> requestCorrection(Actor actor, Requests.RequestCorrection request) {
    return (c, parties, now) -> {
      Correction correction =
          new Correction(
              request.faults().stream()
                  .map(item -> new Correction.Item(item.pointer(), item.detail()))
                  .toList(),
              request.days().orElse(DEFAULT_DAYS),
              request.legalBasis().orElse(TELL_ONCE),
              now);
      String said =
          correction.items().stream()
              .limit(10)
              .map(Correction.Item::detail)
              .collect(Collectors.joining("; "));
      return steps.performed(
          c,
          StartupAction.REQUEST_CORRECTION,
          actor,
          parties,
          now,
          occasion ->
              occasion
                  .noting(said)
                  .pausing(
                      new PauseReason("一次性告知，待修改后重新签署", correction.legalBasis(), correction.days()))
                  .limiting(ClockName.CORRECTION, TimeLimit.calendarDays(correction.days()))
                  .marking(
                      Mark.CORRECTIONS,
                      Optional.of(Integer.toString(c.details().corrections().size() + 1))),
          details -> details.corrected(correction));
    };
  }

  /** Denies the registration in writing, with what can be done about it. */
  Decision<StartupDetails> deny(Actor actor, Requests.Deny request) {
    return (c, parties, now) ->
        steps.performed(
            c,
            StartupAction.DENY,
            actor,
            parties,
            now,
            occasion ->
                occasion
                    .noting(request.reason())
                    .knowing(
                        "remedy",
                        request.remedy().isPresent()
                            ? Remedy.besideItsOwn(Remedy.administrative(occasion.at()))
                            : Remedy.administrative(occasion.at())),
            details ->
                details.denied(
                    new Denial(
                        request.reason(),
                        request.legalBasis(),
                        request.remedy().map(words -> new Text(words, words)).orElse(REMEDY),
                        now)));
  }

  /**
   * The licence of a start-up, with a newly drawn code; the day it is issued is the founding day.
   */
  Licence licence(Case<StartupDetails> c, Instant now) {
    StartupForm form = c.details().form();
    LocalDate day = ServiceClock.dateOf(c.notBeforeLast(now));
    String code =
        codes.draw(
            switch (form.form()) {
              case LLC -> UnitClass.ENTERPRISE;
              case SOLE_PROPRIETOR -> UnitClass.SOLE_TRADER;
            });
    return new Licence(
        code,
        c.details().name().full(),
        type(form),
        StartupCodec.published(form.legalRepresentative().name()),
        switch (form.form()) {
          case LLC -> new Licence.Capital(form.company().capital().orElseThrow());
          case SOLE_PROPRIETOR -> new Licence.Composition(new Text("个人经营", "Run by one person"));
        },
        day,
        premises(form.company().address()),
        form.company().businessScope().stream().map(item -> item.name().zh()).toList(),
        rules.registry().zh(),
        day);
  }

  private static Text type(StartupForm form) {
    return switch (form.form()) {
      case SOLE_PROPRIETOR -> form.form().label();
      case LLC -> {
        boolean alone = form.in(Role.SHAREHOLDER).size() == 1;
        boolean natural =
            form.in(Role.SHAREHOLDER).stream()
                .noneMatch(entry -> entry.idType() == IdType.CREDIT_CODE);
        yield alone
            ? natural
                ? new Text("有限责任公司(自然人独资)", "Limited liability company (one natural person)")
                : new Text("有限责任公司(法人独资)", "Limited liability company (one legal person)")
            : natural
                ? new Text(
                    "有限责任公司(自然人投资或控股)", "Limited liability company (held by natural persons)")
                : new Text("有限责任公司", "Limited liability company");
      }
    };
  }

  private static String premises(StartupForm.Address address) {
    return "重庆市沙坪坝区" + address.street().name().orElse("") + address.detail();
  }
}
