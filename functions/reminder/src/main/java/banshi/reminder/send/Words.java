package banshi.reminder.send;

import banshi.notices.Notice;
import banshi.text.Language;

/**
 * A notice in the words of the channels that carry plain text. Nobody's language is known, so each
 * says it in both, Chinese first.
 */
final class Words {
  private Words() {}

  /** A text message. */
  static String text(Notice notice) {
    return notice.title().in(Language.ZH_CN)
        + "："
        + notice.body().in(Language.ZH_CN)
        + "\n"
        + notice.title().in(Language.EN)
        + ": "
        + notice.body().in(Language.EN);
  }

  /** An e-mail's subject. */
  static String subject(Notice notice) {
    return notice.title().in(Language.ZH_CN)
        + " "
        + notice.title().in(Language.EN)
        + notice.about().map(number -> " " + number).orElse("");
  }

  /** An e-mail's text. */
  static String letter(Notice notice) {
    return notice.body().in(Language.ZH_CN) + "\n\n" + notice.body().in(Language.EN) + "\n";
  }
}
