package banshi.startup.form;

import static banshi.startup.form.Broken.llc;
import static banshi.startup.form.Forms.TODAY;
import static banshi.startup.form.Forms.and;
import static banshi.startup.form.Forms.ofMany;
import static banshi.startup.form.Forms.ofOne;
import static banshi.startup.form.Forms.person;
import static banshi.startup.form.Forms.shareholder;
import static banshi.startup.form.Forms.with;
import static banshi.startup.form.Forms.without;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules on shareholders and beneficial owners broken. */
final class BrokenStakes {
  private BrokenStakes() {}

  static List<Broken> all() {
    return Stream.of(stakes(), owners()).flatMap(List::stream).toList();
  }

  private static List<Broken> stakes() {
    return List.of(
        llc(FormFault.SHAREHOLDER_COUNT, "/people", ofMany(51)),
        llc(
            FormFault.SHAREHOLDER_COUNT,
            "/people",
            with(ofOne(), 0, one -> person(Role.LIAISON, 2))),
        llc(
            FormFault.REQUIRED,
            "/people/0/share",
            with(ofOne(), 0, one -> Forms.staked(one, Optional.empty(), one.contribution()))),
        share("0"),
        share("100.1"),
        share("33.1234567"),
        llc(
            FormFault.SHARES_NOT_WHOLE,
            "/people",
            with(ofOne(), 0, one -> shareholder(1, "99.999999", "500000"))),
        llc(
            FormFault.REQUIRED,
            "/people/0/contribution",
            with(ofOne(), 0, one -> Forms.staked(one, one.share(), Optional.empty()))),
        llc(
            FormFault.REQUIRED,
            "/people/0/contribution/amount",
            paying(
                new SubmittedForm.Contribution(
                    Optional.empty(), Optional.of(ContributionMethod.DATA), Optional.of(TODAY)))),
        llc(
            FormFault.REQUIRED,
            "/people/0/contribution/method",
            paying(
                new SubmittedForm.Contribution(
                    Optional.of(new BigDecimal(500_000)), Optional.empty(), Optional.of(TODAY)))),
        llc(
            FormFault.REQUIRED,
            "/people/0/contribution/dueBy",
            paying(
                new SubmittedForm.Contribution(
                    Optional.of(new BigDecimal(500_000)),
                    Optional.of(ContributionMethod.EQUITY),
                    Optional.empty()))),
        llc(
            FormFault.CONTRIBUTION_AMOUNT,
            "/people/0/contribution/amount",
            paying(Forms.contribution("0"))),
        llc(
            FormFault.CONTRIBUTION_AMOUNT,
            "/people/0/contribution/amount",
            paying(Forms.contribution("500000.001"))),
        llc(
            FormFault.CONTRIBUTION_METHOD,
            "/people/0/contribution/method",
            paying(
                new SubmittedForm.Contribution(
                    Optional.of(new BigDecimal(500_000)),
                    Optional.of(ContributionMethod.LABOUR),
                    Optional.of(TODAY)))),
        llc(
            FormFault.CONTRIBUTION_DUE,
            "/people/0/contribution/dueBy",
            paying(
                new SubmittedForm.Contribution(
                    Optional.of(new BigDecimal(500_000)),
                    Optional.of(ContributionMethod.CASH),
                    Optional.of(TODAY.plusYears(5).plusDays(1))))),
        llc(
            FormFault.CONTRIBUTIONS_NOT_CAPITAL,
            "/company/capital",
            paying(Forms.contribution("499999.99"))));
  }

  private static Broken share(String share) {
    return llc(
        FormFault.SHARE_OUT_OF_RANGE,
        "/people/0/share",
        with(ofOne(), 0, one -> shareholder(1, share, "500000")));
  }

  private static SubmittedForm paying(SubmittedForm.Contribution contribution) {
    return with(ofOne(), 0, one -> Forms.staked(one, one.share(), Optional.of(contribution)));
  }

  private static List<Broken> owners() {
    return List.of(
        llc(FormFault.OWNER_NOT_NAMED, "/people/0", without(ofOne(), 5)),
        llc(
            FormFault.OWNER_NOT_NAMED,
            "/people/0",
            and(
                with(
                    with(
                        with(ofOne(), Forms.capital(Optional.of(new BigDecimal(600_000)))),
                        0,
                        one -> shareholder(1, "25", "500000")),
                    5,
                    one -> person(Role.BENEFICIAL_OWNER, 4)),
                Forms.companyShareholder("75", "100000"))),
        llc(FormFault.OWNER_MISSING, "/people", without(ofMany(5), 13)),
        llc(
            FormFault.CONTROL_MISSING,
            "/people/5/control",
            with(ofOne(), 5, one -> Forms.controlling(one, Optional.empty()))),
        llc(
            FormFault.EXEMPTION_WITH_OWNERS,
            "/company/beneficialOwnerExemption",
            with(ofOne(), Forms::exempt)),
        llc(
            FormFault.EXEMPTION_NOT_ALLOWED,
            "/company/beneficialOwnerExemption",
            rich("10000000.01")),
        llc(
            FormFault.EXEMPTION_NOT_ALLOWED,
            "/company/beneficialOwnerExemption",
            with(
                with(without(ofOne(), 5), 0, one -> Forms.companyShareholder("100", "500000")),
                Forms::exempt)));
  }

  /** A company of one that promises the exemption, with so much capital. */
  static SubmittedForm rich(String capital) {
    return with(
        with(
            with(without(ofOne(), 5), 0, one -> shareholder(1, "100", capital)),
            Forms.capital(Optional.of(new BigDecimal(capital)))),
        Forms::exempt);
  }
}
