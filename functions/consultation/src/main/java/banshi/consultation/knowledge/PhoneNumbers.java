package banshi.consultation.knowledge;

import banshi.consultation.knowledge.PersonalTrace.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What looks like a telephone number: mobile numbers of the mainland, numbers with an area code,
 * numbers with a country code, and numbers of seven or eight digits where the word before them says
 * so. Numbers within long codes, and amounts of money, are none.
 */
final class PhoneNumbers {
  private static final String JOINT = "~*+(?:[ .-]~*+)?";

  /** Blanks between digits are allowed wherever people put them. */
  private static final String MOBILE = "1" + JOINT + "[3-9](?:" + JOINT + "\\d){9}";

  private static final String AREA = "(?:010|02\\d|0[3-9]\\d\\d)";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<foreign>\\+~*[1-9](?:%s\\d){7,14})".formatted(JOINT)
              + "|(?<mobile>(?:(?:00)?86%s)?%s)".formatted(JOINT, MOBILE)
              + "|(?<area>\\(?%s\\)?[ -]{1,2}\\d{3,4}%s\\d{4}|\\(%s\\)\\d{7,8}|%s[2-9]\\d{6,7})"
                  .formatted(AREA, JOINT, AREA, AREA));
  private static final Pattern CALLED =
      Pattern.compile("(电话|手机|座机|致电|拨打|联系方式|(?i:tel|phone|call|mobile))[^\\p{L}\\p{N}]{0,3}$");
  private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{2,3}%s\\d{4}".formatted(JOINT));
  private static final Pattern MONEY_AFTER = Pattern.compile("^\\s*([元圆块万亿]|(?i:yuan|rmb|cny))");
  private static final Pattern MONEY_BEFORE = Pattern.compile("(?i)([¥￥$]|rmb|cny)\\s*$");
  private static final int LONGEST_WORD = 20;
  private static final int LOOKED_AT = 12;

  private PhoneNumbers() {}

  static List<PersonalTrace> in(TextOfSigns text, String original, Set<String> known) {
    Set<String> allowed = known.stream().map(PhoneNumbers::digits).collect(Collectors.toSet());
    List<PersonalTrace> found = new ArrayList<>();
    add(NUMBER, text, original, false, allowed, found);
    add(LOCAL, text, original, true, allowed, found);
    return found;
  }

  private static void add(
      Pattern pattern,
      TextOfSigns text,
      String original,
      boolean mustBeCalled,
      Set<String> allowed,
      List<PersonalTrace> found) {
    Matcher matcher = pattern.matcher(text.signs());
    int from = 0;
    while (matcher.find(from)) {
      int begin = matcher.start();
      int end = matcher.end();
      boolean one =
          !digitAt(text, begin - 1)
              && !digitAt(text, end)
              && !inLongWord(text, begin, end)
              && !isMoney(original, begin, end)
              && (!mustBeCalled || CALLED.matcher(before(original, begin)).find())
              && !allowed.contains(digits(matcher.group()));
      boolean told = found.stream().anyMatch(o -> o.offset() < end && begin < o.end());
      if (one && !told) {
        found.add(new PersonalTrace(Kind.PHONE, begin, end - begin));
        from = end;
      } else {
        from = begin + 1;
      }
    }
  }

  private static boolean digitAt(TextOfSigns text, int at) {
    return at >= 0 && at < text.signs().length() && TextOfSigns.isDigit(text.signs().charAt(at));
  }

  /** Codes of matters and the like have digits that mean something else. */
  private static boolean inLongWord(TextOfSigns text, int begin, int end) {
    int from = begin;
    while (text.isWord(from - 1)) {
      from--;
    }
    int to = end;
    while (text.isWord(to)) {
      to++;
    }
    return to - from - (end - begin) > 0 && to - from > LONGEST_WORD;
  }

  private static boolean isMoney(String original, int begin, int end) {
    int after = original.offsetByCodePoints(0, end);
    String behind = original.substring(after, Math.min(original.length(), after + LOOKED_AT));
    return MONEY_AFTER.matcher(behind).find()
        || MONEY_BEFORE.matcher(before(original, begin)).find();
  }

  private static String before(String original, int begin) {
    int at = original.offsetByCodePoints(0, begin);
    return original.substring(Math.max(0, at - LOOKED_AT), at);
  }

  private static String digits(String number) {
    return number.replaceAll("\\D", "");
  }
}
