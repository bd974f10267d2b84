package banshi.notice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller names a dead letter by: its place, as base64url. The same letter always has the
 * same id.
 *
 * @param place as in {@link banshi.store.DeadLetter#place()}
 */
record DeadLetterId(String place) {
  /** Longest id that is looked at, in characters. */
  static final int LONGEST = 400;

  private static final Pattern PLACE = Pattern.compile("[0-9A-Za-z_-]+/[!-~]+");

  /** Reads an id as it was given; empty when it is none. */
  static Optional<DeadLetterId> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(
              new DeadLetterId(
                  new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)))
          .filter(id -> PLACE.matcher(id.place()).matches())
          // The decoder overlooks what two readers could understand differently.
          .filter(id -> id.text().equals(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The id as callers see it. */
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }
}
