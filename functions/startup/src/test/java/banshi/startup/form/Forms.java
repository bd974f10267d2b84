package banshi.startup.form;

import banshi.identity.CitizenId;
import banshi.identity.IdType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Forms to test with; numbers are synthetic, of people born on 1 January 1900. */
final class Forms {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private Forms() {}

  /** A synthetic number; {@code serial} from 1 to 999. */
  static String number(int serial) {
    String first17 = "50010619000101%03d".formatted(serial);
    return first17 + CitizenId.checkCharacter(first17);
  }

  static SubmittedForm.Person person(Role role, int serial) {
    return new SubmittedForm.Person(
        Optional.of(role),
        Optional.of("测试" + serial),
        Optional.of(IdType.ID_CARD),
        Optional.of(number(serial)),
        Optional.of("138" + "%08d".formatted(serial)),
        Optional.empty(),
        Optional.empty(),
        role == Role.BENEFICIAL_OWNER ? Optional.of(Control.EQUITY) : Optional.empty());
  }

  static SubmittedForm.Person shareholder(int serial, String share, String amount) {
    SubmittedForm.Person bare = person(Role.SHAREHOLDER, serial);
    return staked(bare, Optional.of(new BigDecimal(share)), Optional.of(contribution(amount)));
  }

  static SubmittedForm.Person companyShareholder(String share, String amount) {
    return identified(
        shareholder(900, share, amount),
        Optional.of(IdType.CREDIT_CODE),
        Optional.of("91500106000000019X"));
  }

  static SubmittedForm.Contribution contribution(String amount) {
    return new SubmittedForm.Contribution(
        Optional.of(new BigDecimal(amount)),
        Optional.of(ContributionMethod.CASH),
        Optional.of(TODAY.plusYears(5)));
  }

  static SubmittedForm.Person staked(
      SubmittedForm.Person one,
      Optional<BigDecimal> share,
      Optional<SubmittedForm.Contribution> contribution) {
    return new SubmittedForm.Person(
        one.role(),
        one.name(),
        one.idType(),
        one.idNumber(),
        one.phone(),
        share,
        contribution,
        one.control());
  }

  static SubmittedForm.Person identified(
      SubmittedForm.Person one, Optional<IdType> type, Optional<String> number) {
    return new SubmittedForm.Person(
        one.role(),
        one.name(),
        type,
        number,
        one.phone(),
        one.share(),
        one.contribution(),
        one.control());
  }

  static SubmittedForm.Person called(SubmittedForm.Person one, Optional<String> name) {
    return new SubmittedForm.Person(
        one.role(),
        name,
        one.idType(),
        one.idNumber(),
        one.phone(),
        one.share(),
        one.contribution(),
        one.control());
  }

  static SubmittedForm.Person reached(SubmittedForm.Person one, Optional<String> phone) {
    return new SubmittedForm.Person(
        one.role(),
        one.name(),
        one.idType(),
        one.idNumber(),
        phone,
        one.share(),
        one.contribution(),
        one.control());
  }

  static SubmittedForm.Person controlling(SubmittedForm.Person one, Optional<Control> control) {
    return new SubmittedForm.Person(
        one.role(),
        one.name(),
        one.idType(),
        one.idNumber(),
        one.phone(),
        one.share(),
        one.contribution(),
        control);
  }

  /** Of a region that there is not, and one day short of eighteen years on {@link #TODAY}. */
  static SubmittedForm.Person young(SubmittedForm.Person one) {
    return born(one, TODAY.minusYears(18).plusDays(1));
  }

  static SubmittedForm.Person born(SubmittedForm.Person one, LocalDate day) {
    String first17 = "199999" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "001";
    return identified(one, one.idType(), Optional.of(first17 + CitizenId.checkCharacter(first17)));
  }

  static SubmittedForm.Person withoutRole(SubmittedForm.Person one) {
    return new SubmittedForm.Person(
        Optional.empty(),
        one.name(),
        one.idType(),
        one.idNumber(),
        one.phone(),
        one.share(),
        one.contribution(),
        one.control());
  }

  static SubmittedForm.Company company(String capital) {
    return new SubmittedForm.Company(
        Optional.of(new BigDecimal(capital)),
        Optional.of(List.of("CATERING-MANAGEMENT", "CATERING")),
        Optional.of(address()),
        Optional.empty(),
        Optional.empty());
  }

  static SubmittedForm.Address address() {
    return new SubmittedForm.Address(
        Optional.of("500106001"), Optional.of("测试路1号1-1"), Optional.of(Tenure.RENTED));
  }

  /**
   * A company of one: 0 shareholder, 1 legal representative, 2 director, 3 manager, 4 liaison, 5
   * beneficial owner, all the same person; 6 supervisor and 7 finance officer, two others.
   */
  static SubmittedForm ofOne() {
    return new SubmittedForm(
        Optional.of(company("500000.00")),
        Optional.of(
            List.of(
                shareholder(1, "100", "500000"),
                person(Role.LEGAL_REPRESENTATIVE, 1),
                person(Role.DIRECTOR, 1),
                person(Role.MANAGER, 1),
                person(Role.LIAISON, 1),
                person(Role.BENEFICIAL_OWNER, 1),
                person(Role.SUPERVISOR, 2),
                person(Role.FINANCE_OFFICER, 3))),
        Optional.of(List.of(Service.SEAL, Service.TAX)));
  }

  /** A company of many with boards of three; the first leads, and controls it. */
  static SubmittedForm ofMany(int shareholders) {
    List<SubmittedForm.Person> people = new ArrayList<>();
    BigDecimal share =
        BigDecimal.valueOf(100).divide(BigDecimal.valueOf(shareholders), 4, RoundingMode.DOWN);
    BigDecimal rest = BigDecimal.valueOf(100);
    for (int serial = 1; serial <= shareholders; serial++) {
      BigDecimal own = serial == shareholders ? rest : share;
      rest = rest.subtract(own);
      people.add(shareholder(serial, own.toPlainString(), "1000"));
    }
    people.add(person(Role.LEGAL_REPRESENTATIVE, 1));
    for (int serial = 1; serial <= 3; serial++) {
      people.add(person(Role.DIRECTOR, serial));
      people.add(person(Role.SUPERVISOR, 100 + serial));
    }
    people.add(person(Role.LIAISON, 1));
    people.add(controlling(person(Role.BENEFICIAL_OWNER, 1), Optional.of(Control.ACTUAL_CONTROL)));
    return new SubmittedForm(
        Optional.of(company(String.valueOf(shareholders * 1000))),
        Optional.of(people),
        Optional.empty());
  }

  /** A sole trader and nobody else. */
  static SubmittedForm soleTrader() {
    return new SubmittedForm(
        Optional.of(
            new SubmittedForm.Company(
                Optional.empty(),
                Optional.of(List.of("CATERING")),
                Optional.of(address()),
                Optional.empty(),
                Optional.empty())),
        Optional.of(List.of(person(Role.OPERATOR, 1))),
        Optional.of(List.of(Service.TAX)));
  }

  static SubmittedForm with(
      SubmittedForm form, int at, UnaryOperator<SubmittedForm.Person> change) {
    List<SubmittedForm.Person> people = new ArrayList<>(form.people().orElseThrow());
    people.set(at, change.apply(people.get(at)));
    return people(form, people);
  }

  static SubmittedForm without(SubmittedForm form, int at) {
    List<SubmittedForm.Person> people = new ArrayList<>(form.people().orElseThrow());
    people.remove(at);
    return people(form, people);
  }

  static SubmittedForm and(SubmittedForm form, SubmittedForm.Person... more) {
    List<SubmittedForm.Person> people = new ArrayList<>(form.people().orElseThrow());
    people.addAll(List.of(more));
    return people(form, people);
  }

  private static SubmittedForm people(SubmittedForm form, List<SubmittedForm.Person> people) {
    return new SubmittedForm(form.company(), Optional.of(people), form.services());
  }

  static SubmittedForm asking(SubmittedForm form, Service... services) {
    return new SubmittedForm(form.company(), form.people(), Optional.of(List.of(services)));
  }

  static SubmittedForm with(SubmittedForm form, UnaryOperator<SubmittedForm.Company> change) {
    return new SubmittedForm(form.company().map(change), form.people(), form.services());
  }

  static UnaryOperator<SubmittedForm.Company> capital(Optional<BigDecimal> capital) {
    return company ->
        new SubmittedForm.Company(
            capital,
            company.businessScope(),
            company.address(),
            company.supervisorWaived(),
            company.beneficialOwnerExemption());
  }

  static UnaryOperator<SubmittedForm.Company> scope(String... codes) {
    return company ->
        new SubmittedForm.Company(
            company.capital(),
            Optional.of(List.of(codes)),
            company.address(),
            company.supervisorWaived(),
            company.beneficialOwnerExemption());
  }

  static UnaryOperator<SubmittedForm.Company> at(Optional<SubmittedForm.Address> address) {
    return company ->
        new SubmittedForm.Company(
            company.capital(),
            company.businessScope(),
            address,
            company.supervisorWaived(),
            company.beneficialOwnerExemption());
  }

  static SubmittedForm.Company supervisorWaived(SubmittedForm.Company company) {
    return new SubmittedForm.Company(
        company.capital(),
        company.businessScope(),
        company.address(),
        Optional.of(true),
        company.beneficialOwnerExemption());
  }

  static SubmittedForm.Company exempt(SubmittedForm.Company company) {
    return new SubmittedForm.Company(
        company.capital(),
        company.businessScope(),
        company.address(),
        company.supervisorWaived(),
        Optional.of(true));
  }
}
