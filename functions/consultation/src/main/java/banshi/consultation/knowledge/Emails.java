package banshi.consultation.knowledge;

import banshi.consultation.knowledge.PersonalTrace.Kind;
import java.util.ArrayList;
import java.util.List;

/** What stands around an @ and has a dot behind it. */
final class Emails {
  private static final String MARKS = ".-_+%";

  private Emails() {}

  static List<PersonalTrace> in(TextOfSigns text) {
    List<PersonalTrace> found = new ArrayList<>();
    String signs = text.signs();
    for (int at = signs.indexOf('@'); at >= 0; at = signs.indexOf('@', at + 1)) {
      int from = at;
      while (from > 0 && belongs(signs.charAt(from - 1))) {
        from--;
      }
      int to = at + 1;
      while (to < signs.length() && belongs(signs.charAt(to))) {
        to++;
      }
      while (to > at + 1 && !TextOfSigns.isWord(signs.charAt(to - 1))) {
        to--;
      }
      if (signs.substring(at + 1, to).indexOf('.') > 0) {
        found.add(new PersonalTrace(Kind.EMAIL, from, to - from));
      }
    }
    return found;
  }

  private static boolean belongs(char sign) {
    return TextOfSigns.isWord(sign) || MARKS.indexOf(sign) >= 0;
  }
}
