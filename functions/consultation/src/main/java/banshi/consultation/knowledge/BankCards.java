package banshi.consultation.knowledge;

import banshi.consultation.knowledge.PersonalTrace.Kind;
import banshi.consultation.knowledge.TextOfSigns.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What looks like the number of a bank card: 16 to 19 digits in one piece or in groups of four,
 * with a right check digit (Luhn, ISO/IEC 7812-1), by itself.
 */
final class BankCards {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 19;
  private static final int GROUP = 4;
  private static final Pattern ISSUED = Pattern.compile("[3-69]\\d+");

  private BankCards() {}

  static List<PersonalTrace> in(TextOfSigns text) {
    List<PersonalTrace> found = new ArrayList<>();
    for (Stretch stretch : text.stretches(sign -> TextOfSigns.isDigit((char) sign))) {
      for (int from = 0; from < stretch.kept().length(); from++) {
        for (int length = LONGEST; length >= SHORTEST; length--) {
          int to = from + length;
          if (to <= stretch.kept().length() && isOne(stretch, from, to)) {
            found.add(stretch.trace(Kind.BANK_CARD, from, to));
            from = to - 1;
            break;
          }
        }
      }
    }
    return found;
  }

  private static boolean isOne(Stretch stretch, int from, int to) {
    String digits = stretch.kept().substring(from, to);
    return stretch.begins(from)
        && stretch.ends(to)
        && isGrouped(stretch, from, to)
        && ISSUED.matcher(digits).matches()
        && isRight(digits);
  }

  private static boolean isGrouped(Stretch stretch, int from, int to) {
    boolean inGroups = stretch.parted(from + GROUP);
    for (int at = from + 1; at < to; at++) {
      if (stretch.parted(at) != (inGroups && (at - from) % GROUP == 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRight(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
