package banshi.consultation.knowledge;

import banshi.consultation.knowledge.PersonalTrace.Kind;
import banshi.consultation.knowledge.TextOfSigns.Stretch;
import banshi.identity.CitizenId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What looks like a citizen identity number: right ones anywhere; and others that stand by
 * themselves, begin with the digits of a province and hold a birth date, with any check character
 * or in the form of before 1999, without century and check character.
 */
final class IdNumbers {
  private static final int OLD_LENGTH = 15;
  private static final Pattern PROVINCE =
      Pattern.compile("(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\\d)\\d.*");
  private static final Pattern BORN =
      Pattern.compile("\\d{6}(18|19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]");
  private static final Pattern BORN_OLD =
      Pattern.compile("\\d{6}\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}");

  private IdNumbers() {}

  static List<PersonalTrace> in(TextOfSigns text) {
    List<PersonalTrace> found = new ArrayList<>();
    for (Stretch stretch :
        text.stretches(sign -> TextOfSigns.isDigit((char) sign) || sign == 'X')) {
      for (int from = 0; from < stretch.kept().length(); from++) {
        at(stretch, from, CitizenId.LENGTH, found);
        at(stretch, from, OLD_LENGTH, found);
      }
    }
    return found;
  }

  private static void at(Stretch stretch, int from, int length, List<PersonalTrace> found) {
    int to = from + length;
    if (to > stretch.kept().length()) {
      return;
    }
    String number = stretch.kept().substring(from, to);
    if (isRight(number) || stretch.begins(from) && stretch.ends(to) && looksLikeOne(number)) {
      found.add(stretch.trace(Kind.ID_NUMBER, from, to));
    }
  }

  private static boolean isRight(String number) {
    return number.length() == CitizenId.LENGTH && CitizenId.problems(number).isEmpty();
  }

  private static boolean looksLikeOne(String number) {
    return PROVINCE.matcher(number).matches()
        && (number.length() == CitizenId.LENGTH ? BORN : BORN_OLD).matcher(number).matches();
  }
}
