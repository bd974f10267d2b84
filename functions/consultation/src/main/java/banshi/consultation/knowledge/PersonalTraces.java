package banshi.consultation.knowledge;

import banshi.consultation.knowledge.PersonalTrace.Kind;
import banshi.identity.PersonName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is personal in a text that is to be published (个人信息).
 *
 * <p>Found is what looks like an identity number, with a right check character or not; a telephone
 * number; a credit code; a bank card's number; an e-mail address; and the name of whoever asked.
 * Digits may be of any width or script, Chinese numerals too, and parted by up to two spaces,
 * dashes or dots. A right identity number is found wherever it stands, even within more digits.
 *
 * <p>Not found: names of other people, addresses, licence plates, accounts of social networks, and
 * numbers spelled out in words. Not taken for personal: service numbers (110, 12345, 400 …), case
 * numbers, dates, amounts of money, numbers of articles, codes of matters.
 */
public final class PersonalTraces {
  private PersonalTraces() {}

  /** What is found in {@code text}, in its order; {@code name} is who asked, where it is known. */
  public static List<PersonalTrace> in(String text, Optional<PersonName> name) {
    return in(text, name, Set.of());
  }

  /**
   * What is found in {@code text}, in its order.
   *
   * @param name who asked, where it is known
   * @param publicPhones telephone numbers that may stand in it, as a department's own; written in
   *     any way, compared by their digits
   */
  public static List<PersonalTrace> in(
      String text, Optional<PersonName> name, Set<String> publicPhones) {
    TextOfSigns signs = TextOfSigns.of(text);
    List<PersonalTrace> found = new ArrayList<>(IdNumbers.in(signs));
    add(found, CreditCodes.in(signs));
    add(found, Emails.in(signs));
    add(found, PhoneNumbers.in(signs, text, publicPhones));
    add(found, BankCards.in(signs));
    name.ifPresent(
        asker ->
            asker
                .placesIn(text)
                .forEach(at -> found.add(new PersonalTrace(Kind.NAME, at.offset(), at.length()))));
    found.sort(
        Comparator.comparingInt(PersonalTrace::offset).thenComparingInt(PersonalTrace::length));
    return List.copyOf(found);
  }

  /** What is already told by another finding is not told again. */
  private static void add(List<PersonalTrace> found, List<PersonalTrace> more) {
    List<PersonalTrace> before = List.copyOf(found);
    more.stream()
        .filter(
            one -> before.stream().noneMatch(o -> o.offset() < one.end() && one.offset() < o.end()))
        .forEach(found::add);
  }
}
