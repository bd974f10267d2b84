package banshi.notice;

import banshi.store.InboxNotice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a caller names a notice by: the name of its inbox and its place in it, as base64url. A
 * person's inbox is not in it but follows from the caller, and every other is looked at with the
 * caller's rights, so a made-up id reaches nothing that the caller could not read. The same notice
 * always has the same id.
 *
 * @param inbox as in {@link Inbox#name()}
 * @param position as in {@link InboxNotice#position()}
 */
record NoticeId(Optional<String> inbox, String position) {
  /** Longest id that is looked at, in characters. */
  static final int LONGEST = 400;

  private static final String BETWEEN = "/";

  static NoticeId of(Inbox inbox, InboxNotice notice) {
    return new NoticeId(inbox.name(), notice.position());
  }

  /** Reads an id as it was given; empty when it is none. */
  static Optional<NoticeId> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int between = plain.indexOf(BETWEEN);
      return Optional.of(plain)
          .filter(id -> between >= 0)
          .map(
              id ->
                  new NoticeId(
                      Optional.of(id.substring(0, between)).filter(name -> !name.isEmpty()),
                      id.substring(between + 1)))
          // The decoder overlooks what two readers could understand differently.
          .filter(id -> id.text().equals(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The id as callers see it. */
  String text() {
    String plain = inbox.orElse("") + BETWEEN + position;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
