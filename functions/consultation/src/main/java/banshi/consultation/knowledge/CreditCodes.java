package banshi.consultation.knowledge;

import banshi.consultation.knowledge.PersonalTrace.Kind;
import banshi.consultation.knowledge.TextOfSigns.Stretch;
import banshi.identity.CreditCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What has the form of a unified social credit code and stands by itself, whatever its check
 * characters say: some that were really issued fail them. What begins like the number of an
 * application of this century (A20…) is taken for one.
 */
final class CreditCodes {
  private static final Pattern FORM =
      Pattern.compile("(?!A20)[1-9ANY][0-9A-HJ-NP-RTUW-Y]\\d{6}[0-9A-HJ-NP-RTUW-Y]{10}");

  private CreditCodes() {}

  static List<PersonalTrace> in(TextOfSigns text) {
    List<PersonalTrace> found = new ArrayList<>();
    for (Stretch stretch : text.stretches(sign -> TextOfSigns.isWord((char) sign))) {
      for (int from = 0; from + CreditCode.LENGTH <= stretch.kept().length(); from++) {
        int to = from + CreditCode.LENGTH;
        if (stretch.begins(from) && stretch.ends(to) && isOne(stretch.kept().substring(from, to))) {
          found.add(stretch.trace(Kind.CREDIT_CODE, from, to));
        }
      }
    }
    return found;
  }

  private static boolean isOne(String code) {
    return FORM.matcher(code).matches();
  }
}
