package banshi.identity;

import banshi.crypto.Digests;
import banshi.crypto.KeyedHash;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The name of a person or a company: 1 to {@value #MAX_CHARACTERS} characters. Masked as its first
 * character and one star, whatever its length; a name of one character is wholly masked.
 */
public final class PersonName implements Personal {
  /** Greatest length, in characters (code points). */
  public static final int MAX_CHARACTERS = 100;

  /** Middle dot, bullet, hyphenation point and katakana dot; a full-width one is narrowed. */
  private static final String DOTS = "\u00b7\u2022\u2027\u30fb";

  private static final int FOUND_BY_BYTES = 24;

  private final String value;

  /**
   * A name.
   *
   * @throws PersonalValueRefused when it is blank, too long, masked, or not plain text
   */
  public PersonName(String value) {
    this.value = PersonalText.accepted(value, MAX_CHARACTERS, PersonName.class);
  }

  @Override
  @JsonValue
  public String masked() {
    int first = value.offsetByCodePoints(0, 1);
    return first == value.length() ? "*" : value.substring(0, first) + "*";
  }

  @Override
  public String clear(Disclosure why) {
    Objects.requireNonNull(why);
    return value;
  }

  /** SHA-256 in hexadecimal over a salt and the name: tells nothing to who does not know both. */
  String digest(String salt) {
    return Digests.sha256Hex(Person.canonical(salt, value));
  }

  /** Whether these words are the name, space around them aside. */
  public boolean isSpelled(String words) {
    return value.equals(Normalizer.normalize(words.strip(), Normalizer.Form.NFC));
  }

  /**
   * What stands for the name in the store's keys, so that it is found however it was typed: 192
   * bits of a keyed hash, as 32 characters of base64url. Names that differ in the width or case of
   * letters, in spaces, or in which dot stands between their parts have the same; it cannot be
   * turned back into any.
   */
  public String foundBy(KeyedHash index) {
    return index.base64Url(FOUND_BY_BYTES, "name", spelling());
  }

  private String spelling() {
    StringBuilder spelling = new StringBuilder(value.length());
    Normalizer.normalize(value, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> !isGap(c))
        .map(c -> DOTS.indexOf(c) >= 0 ? '.' : Character.toLowerCase(c))
        .forEach(spelling::appendCodePoint);
    return spelling.toString();
  }

  /**
   * Where the name stands in {@code words}: whatever the case and width of letters, with spaces
   * between its characters or not, in Latin letters as whole words only. A name of one character is
   * not looked for: it stands in too many words.
   */
  public List<Place> placesIn(String words) {
    List<Place> places = new ArrayList<>();
    int[] sought = folded(value).filter(c -> !Character.isWhitespace(c)).toArray();
    int[] text = words.codePoints().map(PersonName::folded).toArray();
    if (sought.length < 2) {
      return places;
    }
    for (int from = 0; from < text.length; from++) {
      int to = end(text, from, sought);
      if (to > 0 && !runsOn(text, from) && !runsOn(text, to)) {
        places.add(new Place(from, to - from));
      }
    }
    return places;
  }

  /** The end of the name that begins there; 0 if none does. */
  private static int end(int[] text, int from, int[] sought) {
    int at = from;
    for (int i = 0; i < sought.length; i++) {
      while (i > 0 && at < text.length && isGap(text[at])) {
        at++;
      }
      if (at >= text.length || text[at] != sought[i]) {
        return 0;
      }
      at++;
    }
    return at;
  }

  /**
   * Whether a word of an alphabet goes on from the character before {@code at} to the one there.
   */
  private static boolean runsOn(int[] text, int at) {
    return at > 0 && at < text.length && isOfAlphabet(text[at - 1]) && isOfAlphabet(text[at]);
  }

  private static boolean isOfAlphabet(int c) {
    return Character.isLetter(c) && !Character.isIdeographic(c);
  }

  private static boolean isGap(int c) {
    return Character.isWhitespace(c)
        || Character.getType(c) == Character.SPACE_SEPARATOR
        || Character.getType(c) == Character.FORMAT;
  }

  private static IntStream folded(String text) {
    return text.codePoints().map(PersonName::folded);
  }

  /** One character for each, so that places stay what they are. */
  private static int folded(int c) {
    int narrow = c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c;
    return Character.toLowerCase(narrow);
  }

  /**
   * A place in a text.
   *
   * @param offset where it begins, in characters (code points)
   * @param length in characters (code points)
   */
  public record Place(int offset, int length) {}

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonName that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
