package banshi.startup;

import banshi.crypto.KeyedHash;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.ApplicantType;
import banshi.identity.CitizenId;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import banshi.startup.form.ContributionMethod;
import banshi.startup.form.Control;
import banshi.startup.form.Role;
import banshi.startup.form.Service;
import banshi.startup.form.SubmittedForm;
import banshi.startup.form.Tenure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Forms of companies, and the people in them; numbers are synthetic, of 1 January 1900. */
final class Sheets {
  private static final LocalDate PAID_BY = LocalDate.of(2030, 11, 23);
  private static final int SUPERVISORS_FROM = 100;

  private Sheets() {}

  /** Who bears a serial number, with a token of their own. */
  static Actor person(KeyedHash index, int serial) {
    IdNumber number = new IdNumber(number(serial));
    return new Actor(
        "person-" + serial,
        Set.of(banshi.identity.Role.APPLICANT),
        Set.of(),
        Optional.of(
            new ApplicantIdentity(
                new PersonName(name(serial)),
                IdType.ID_CARD,
                Optional.of(number),
                Optional.of(new Phone(phone(serial))),
                ApplicantType.PERSON)),
        ApplicantKey.ofDocument(index, IdType.ID_CARD, number).orElseThrow());
  }

  /**
   * A company of many with boards of three, and every service; serial numbers of shareholders begin
   * at {@code from}, of supervisors 100 after it.
   */
  static SubmittedForm company(int from, int shareholders) {
    List<SubmittedForm.Person> people = new ArrayList<>();
    BigDecimal share = new BigDecimal(100 / shareholders);
    for (int i = 0; i < shareholders; i++) {
      people.add(shareholder(from + i, share));
    }
    people.add(entry(Role.LEGAL_REPRESENTATIVE, from));
    boolean small = shareholders == 1;
    for (int i = 0; i < (small ? 1 : 3); i++) {
      people.add(entry(Role.DIRECTOR, from + i));
    }
    for (int i = 0; i < (small ? 1 : 3); i++) {
      people.add(entry(Role.SUPERVISOR, from + SUPERVISORS_FROM + i));
    }
    people.add(entry(Role.LIAISON, from));
    people.add(entry(Role.FINANCE_OFFICER, from));
    people.add(entry(Role.BENEFICIAL_OWNER, from));
    return new SubmittedForm(
        Optional.of(
            new SubmittedForm.Company(
                Optional.of(new BigDecimal(shareholders * 10_000)),
                Optional.of(List.of("CATERING-MANAGEMENT", "CATERING")),
                Optional.of(
                    new SubmittedForm.Address(
                        Optional.of("500106001"),
                        Optional.of("示例路1号3-1"),
                        Optional.of(Tenure.RENTED))),
                Optional.empty(),
                Optional.empty())),
        Optional.of(people),
        Optional.of(List.of(Service.values())));
  }

  /** The serial numbers of everybody who signs such a company's form. */
  static List<Integer> signers(int from, int shareholders) {
    List<Integer> serials = new ArrayList<>();
    for (int i = 0; i < shareholders; i++) {
      serials.add(from + i);
    }
    for (int i = 0; i < (shareholders == 1 ? 1 : 3); i++) {
      serials.add(from + SUPERVISORS_FROM + i);
    }
    return serials;
  }

  private static SubmittedForm.Person shareholder(int serial, BigDecimal share) {
    return person(
        Role.SHAREHOLDER,
        serial,
        Optional.of(share),
        Optional.of(
            new SubmittedForm.Contribution(
                Optional.of(new BigDecimal(10_000)),
                Optional.of(ContributionMethod.CASH),
                Optional.of(PAID_BY))),
        Optional.empty());
  }

  private static SubmittedForm.Person entry(Role role, int serial) {
    return person(
        role,
        serial,
        Optional.empty(),
        Optional.empty(),
        role == Role.BENEFICIAL_OWNER ? Optional.of(Control.ACTUAL_CONTROL) : Optional.empty());
  }

  private static SubmittedForm.Person person(
      Role role,
      int serial,
      Optional<BigDecimal> share,
      Optional<SubmittedForm.Contribution> contribution,
      Optional<Control> control) {
    return new SubmittedForm.Person(
        Optional.of(role),
        Optional.of(name(serial)),
        Optional.of(IdType.ID_CARD),
        Optional.of(number(serial)),
        Optional.of(phone(serial)),
        share,
        contribution,
        control);
  }

  private static String name(int serial) {
    return "测试" + serial;
  }

  private static String phone(int serial) {
    return "138%08d".formatted(serial);
  }

  private static String number(int serial) {
    String first17 = "50010619000101%03d".formatted(serial);
    return first17 + CitizenId.checkCharacter(first17);
  }
}
