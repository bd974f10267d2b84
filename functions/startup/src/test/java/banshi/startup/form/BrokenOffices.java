package banshi.startup.form;

import static banshi.startup.form.Broken.llc;
import static banshi.startup.form.Broken.sole;
import static banshi.startup.form.Forms.and;
import static banshi.startup.form.Forms.ofMany;
import static banshi.startup.form.Forms.ofOne;
import static banshi.startup.form.Forms.person;
import static banshi.startup.form.Forms.soleTrader;
import static banshi.startup.form.Forms.with;
import static banshi.startup.form.Forms.without;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules on who has which office broken, and those on sole traders. */
final class BrokenOffices {
  private BrokenOffices() {}

  static List<Broken> all() {
    return Stream.of(offices(), soleTraders()).flatMap(List::stream).toList();
  }

  private static List<Broken> offices() {
    SubmittedForm noSupervisor = without(ofOne(), 6);
    return List.of(
        llc(FormFault.LEGAL_REPRESENTATIVE_COUNT, "/people", without(ofOne(), 1)),
        llc(
            FormFault.LEGAL_REPRESENTATIVE_COUNT,
            "/people",
            and(ofOne(), person(Role.LEGAL_REPRESENTATIVE, 4))),
        llc(
            FormFault.LEGAL_REPRESENTATIVE_OFFICE,
            "/people/1/role",
            with(ofOne(), 1, one -> person(Role.LEGAL_REPRESENTATIVE, 4))),
        llc(FormFault.DIRECTOR_COUNT, "/people", without(ofOne(), 2)),
        llc(FormFault.DIRECTOR_COUNT, "/people", and(ofOne(), person(Role.DIRECTOR, 4))),
        llc(FormFault.BOARD_NEEDED, "/people", without(ofMany(21), 24)),
        llc(FormFault.MANAGER_COUNT, "/people", and(ofOne(), person(Role.MANAGER, 4))),
        llc(FormFault.SUPERVISOR_MISSING, "/people", noSupervisor),
        llc(FormFault.SUPERVISOR_COUNT, "/people", and(ofOne(), person(Role.SUPERVISOR, 4))),
        llc(FormFault.SUPERVISORY_BOARD_NEEDED, "/people", without(ofMany(21), 25)),
        llc(
            FormFault.SUPERVISOR_WAIVER,
            "/company/supervisorWaived",
            with(without(without(without(ofMany(21), 27), 25), 23), Forms::supervisorWaived)),
        llc(
            FormFault.SUPERVISOR_WAIVED_AND_NAMED,
            "/company/supervisorWaived",
            with(ofOne(), Forms::supervisorWaived)),
        // The supervisor is also the director, the manager, the finance officer.
        supervising(
            with(
                with(ofOne(), 3, one -> person(Role.MANAGER, 4)),
                6,
                one -> person(Role.SUPERVISOR, 1))),
        supervising(
            with(
                with(ofOne(), 2, one -> person(Role.DIRECTOR, 4)),
                6,
                one -> person(Role.SUPERVISOR, 1))),
        supervising(with(ofOne(), 6, one -> person(Role.SUPERVISOR, 3))),
        llc(
            FormFault.LIAISON_MISSING,
            "/people",
            with(ofOne(), 4, one -> person(Role.FINANCE_OFFICER, 1))),
        llc(
            FormFault.LIAISON_MOBILE,
            "/people/4/phone",
            with(ofOne(), 4, one -> Forms.reached(one, Optional.empty()))),
        llc(
            FormFault.LIAISON_MOBILE,
            "/people/4/phone",
            with(
                ofOne(),
                4,
                one -> Forms.reached(person(Role.LIAISON, 5), Optional.of("02300000000")))),
        llc(FormFault.FINANCE_OFFICER_MISSING, "/people", without(ofOne(), 7)));
  }

  private static Broken supervising(SubmittedForm sent) {
    return llc(FormFault.SUPERVISOR_INCOMPATIBLE, "/people/6/role", sent);
  }

  private static List<Broken> soleTraders() {
    return List.of(
        sole(
            FormFault.OPERATOR_COUNT,
            "/people",
            with(soleTrader(), 0, one -> person(Role.LIAISON, 1))),
        sole(FormFault.OPERATOR_COUNT, "/people", and(soleTrader(), person(Role.OPERATOR, 2))),
        sole(
            FormFault.OPERATOR_UNDER_AGE,
            "/people/0/idNumber",
            with(soleTrader(), 0, Forms::young)),
        sole(
            FormFault.LIAISON_MOBILE,
            "/people/0/phone",
            with(soleTrader(), 0, one -> Forms.reached(one, Optional.empty()))),
        sole(
            FormFault.NOT_OF_SOLE_PROPRIETOR,
            "/company/capital",
            with(soleTrader(), Forms.capital(Optional.of(BigDecimal.TEN)))),
        sole(
            FormFault.NOT_OF_SOLE_PROPRIETOR,
            "/company/supervisorWaived",
            with(soleTrader(), Forms::supervisorWaived)),
        sole(
            FormFault.NOT_OF_SOLE_PROPRIETOR,
            "/company/beneficialOwnerExemption",
            with(soleTrader(), Forms::exempt)));
  }
}
