package banshi.startup.form;

import static banshi.startup.form.Forms.and;
import static banshi.startup.form.Forms.ofMany;
import static banshi.startup.form.Forms.person;
import static banshi.startup.form.Forms.shareholder;
import static banshi.startup.form.Forms.with;

import banshi.identity.IdType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Forms in which everything is wrong that can be wrong together. */
final class WorstForm {
  private WorstForm() {}

  /** The rules that {@link #company} breaks. */
  static Set<FormFault> together() {
    Set<FormFault> together = EnumSet.allOf(FormFault.class);
    together.removeAll(
        Set.of(
            // Of sole traders.
            FormFault.OPERATOR_COUNT,
            FormFault.OPERATOR_UNDER_AGE,
            FormFault.NOT_OF_SOLE_PROPRIETOR,
            // Sums are judged when their parts are sound.
            FormFault.SHARES_NOT_WHOLE,
            FormFault.CONTRIBUTIONS_NOT_CAPITAL,
            // An empty scope has no wrong item.
            FormFault.SCOPE_MISSING,
            // With two representatives, neither is the one whose office is looked at.
            FormFault.LEGAL_REPRESENTATIVE_OFFICE,
            // Of small companies; this one has 51 shareholders.
            FormFault.DIRECTOR_COUNT,
            FormFault.SUPERVISOR_MISSING,
            FormFault.SUPERVISOR_COUNT,
            FormFault.SUPERVISOR_WAIVED_AND_NAMED,
            // The waiver is told instead.
            FormFault.SUPERVISORY_BOARD_NEEDED,
            // A liaison without a mobile number is one.
            FormFault.LIAISON_MISSING,
            // Somebody is named, though not everybody.
            FormFault.OWNER_MISSING,
            // Not allowed is told first.
            FormFault.EXEMPTION_WITH_OWNERS));
    return together;
  }

  static SubmittedForm company() {
    List<SubmittedForm.Person> people = new ArrayList<>(shareholders());
    SubmittedForm.Person young = person(Role.LEGAL_REPRESENTATIVE, 60);
    people.add(Forms.young(young));
    people.add(person(Role.LEGAL_REPRESENTATIVE, 61));
    people.add(Forms.young(Forms.called(person(Role.DIRECTOR, 60), Optional.of("另一名"))));
    people.add(person(Role.MANAGER, 62));
    people.add(person(Role.MANAGER, 63));
    people.add(person(Role.SUPERVISOR, 62));
    people.add(person(Role.SUPERVISOR, 62));
    people.add(
        Forms.staked(
            Forms.reached(person(Role.LIAISON, 64), Optional.empty()),
            Optional.of(BigDecimal.ONE),
            Optional.empty()));
    people.add(Forms.controlling(person(Role.BENEFICIAL_OWNER, 65), Optional.empty()));
    people.add(person(Role.OPERATOR, 66));
    people.add(
        Forms.identified(
            person(Role.BENEFICIAL_OWNER, 67),
            Optional.of(IdType.CREDIT_CODE),
            Optional.of("91500106000000027Q")));
    people.add(Forms.called(person(Role.BENEFICIAL_OWNER, 68), Optional.of("*")));
    people.add(
        Forms.identified(
            person(Role.BENEFICIAL_OWNER, 69), Optional.of(IdType.ID_CARD), Optional.of("1")));
    people.add(Forms.reached(person(Role.BENEFICIAL_OWNER, 70), Optional.of("无")));
    people.add(Forms.called(person(Role.BENEFICIAL_OWNER, 71), Optional.empty()));
    return new SubmittedForm(
        Optional.of(
            new SubmittedForm.Company(
                Optional.of(new BigDecimal("-0.001")),
                Optional.of(List.of("SPACE-TRAVEL", "CATERING", "CATERING")),
                Optional.of(
                    new SubmittedForm.Address(
                        Optional.of("解放碑"), Optional.of("1"), Optional.empty())),
                Optional.of(true),
                Optional.of(true))),
        Optional.of(people),
        Optional.of(List.of(Service.TAX, Service.TAX)));
  }

  private static List<SubmittedForm.Person> shareholders() {
    List<SubmittedForm.Person> people = new ArrayList<>();
    for (SubmittedForm.Person one : ofMany(50).people().orElseThrow().subList(0, 50)) {
      people.add(one);
    }
    people.set(0, shareholder(1, "101", "0"));
    people.set(
        1,
        Forms.staked(
            person(Role.SHAREHOLDER, 2),
            Optional.of(BigDecimal.valueOf(30)),
            Optional.of(
                new SubmittedForm.Contribution(
                    Optional.of(BigDecimal.TEN),
                    Optional.of(ContributionMethod.GOODWILL),
                    Optional.of(Forms.TODAY.plusYears(6))))));
    people.add(Forms.companyShareholder("1", "1000"));
    people.add(shareholder(3, "1", "1000"));
    people.add(
        Forms.identified(
            shareholder(80, "1", "1000"), Optional.of(IdType.PASSPORT), Optional.of("E00000001")));
    return people;
  }

  static SubmittedForm soleTrader() {
    SubmittedForm bad =
        with(
            with(
                with(
                    with(
                        with(Forms.soleTrader(), Forms.capital(Optional.of(BigDecimal.TEN))),
                        Forms::supervisorWaived),
                    Forms::exempt),
                0,
                Forms::young),
            0,
            one -> Forms.reached(one, Optional.empty()));
    return and(
        bad,
        shareholder(2, "100", "1"),
        Forms.reached(person(Role.OPERATOR, 3), Optional.of("02300000000")));
  }
}
