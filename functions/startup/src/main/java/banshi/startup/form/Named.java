package banshi.startup.form;

import banshi.identity.CitizenId;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of the form as far as it could be read.
 *
 * @param at its place in the list
 * @param sent what was sent
 * @param idNumber the number, when a document of that type may bear it
 */
record Named(
    int at,
    SubmittedForm.Person sent,
    Optional<PersonName> name,
    Optional<IdNumber> idNumber,
    Optional<Phone> phone) {
  private static final int OF_AGE = 18;

  /** Whom a document names: entries with equal holders are one person. */
  record Holder(String numbers, Object number) {}

  String pointer(String member) {
    return "/people/" + at + "/" + member;
  }

  boolean is(Role role) {
    return sent.role().filter(role::equals).isPresent();
  }

  boolean isCompany() {
    return sent.idType().filter(IdType.CREDIT_CODE::equals).isPresent();
  }

  /**
   * Who this is: by number among documents that share their numbers; by number and name where
   * numbers repeat (passports of two countries); nobody else when the number is unknown.
   */
  Holder holder() {
    if (idNumber.isEmpty() || sent.idType().isEmpty()) {
      return new Holder("unknown", at);
    }
    IdNumber number = idNumber.get();
    return switch (sent.idType().get()) {
      case ID_CARD, RESIDENCE_PERMIT, FOREIGNER_PERMIT -> new Holder("citizen", number);
      case HM_PERMIT -> new Holder("hm", number);
      case TW_PERMIT -> new Holder("tw", number);
      case CREDIT_CODE -> new Holder("company", number);
      case PASSPORT -> new Holder("passport", new Bearer(number, name));
      case OTHER -> new Holder("other", new Bearer(number, name));
    };
  }

  private record Bearer(IdNumber number, Optional<PersonName> name) {}

  /** Whether the number tells a birth date less than eighteen years before {@code today}. */
  boolean isUnderAge(LocalDate today) {
    return !isCompany()
        && idNumber.isPresent()
        && sent.idNumber()
            .map(IdType::normalised)
            .flatMap(CitizenId::birthDate)
            .filter(born -> born.plusYears(OF_AGE).isAfter(today))
            .isPresent();
  }
}
