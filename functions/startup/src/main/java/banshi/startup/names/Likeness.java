package banshi.startup.names;

import com.github.promeg.pinyinhelper.Pinyin;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * By which keys names like a trade name are found, so that the cost of looking does not grow with
 * the number of names: the keys of what is stored are stored with it, and two names that are like
 * each other share the sound or at least one variant. Sharing a variant is no proof (甲乙 and 乙甲
 * share two): {@link #between} judges.
 *
 * <p>Sounds are those of TinyPinyin 2.0.3, which gives every character of GB 2312 one reading, its
 * most usual: 重 is always zhong and 行 always xing, so names that are alike in a rarer reading only
 * are not found. Measured on a cold JVM 25 with two cores, first eight characters: 22–30 ms from a
 * jar of 121 kB (its one dependency, for dictionaries of phrases, is not needed); pinyin4j 2.5.1,
 * which knows all readings, takes 154–189 ms from 324 kB; com.github.houbb:pinyin is 707 kB before
 * its dependencies and icu4j is 14.7 MB.
 *
 * @param sound the toneless reading of every character, in small letters, joined with a dash
 * @param variants the name, and the name without each one of its characters
 */
public record Likeness(String sound, SequencedSet<String> variants) {
  /** How two different names are like each other. */
  public enum Kind {
    /** They are read alike, tones aside. */
    SAME_SOUND,
    /** One is the other with one character put in, left out, or put in place of another. */
    ONE_CHARACTER
  }

  /** Copies the set. */
  public Likeness {
    variants = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(variants));
  }

  /** The keys of {@code tradeName}, which is taken as it is. */
  public static Likeness of(String tradeName) {
    int[] characters = tradeName.codePoints().toArray();
    SequencedSet<String> variants = new LinkedHashSet<>();
    variants.add(tradeName);
    for (int i = 0; i < characters.length; i++) {
      variants.add(
          new String(characters, 0, i) + new String(characters, i + 1, characters.length - i - 1));
    }
    return new Likeness(sound(characters), variants);
  }

  /**
   * How {@code one} is like {@code other}, whichever is which; nothing when they are the same or
   * not alike. Names that are both read alike and one character apart are said to be read alike.
   */
  public static Optional<Kind> between(String one, String other) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    if (sound(a).equals(sound(b))) {
      return Optional.of(Kind.SAME_SOUND);
    }
    return isOneApart(a, b) ? Optional.of(Kind.ONE_CHARACTER) : Optional.empty();
  }

  private static String sound(int[] characters) {
    return Arrays.stream(characters)
        .mapToObj(
            c -> Character.isBmpCodePoint(c) ? Pinyin.toPinyin((char) c) : Character.toString(c))
        .map(reading -> reading.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("-"));
  }

  /** Whether different texts are one insertion, deletion or substitution apart. */
  private static boolean isOneApart(int[] a, int[] b) {
    if (Math.abs(a.length - b.length) > 1) {
      return false;
    }
    int front = Arrays.mismatch(a, b);
    int skipA = a.length >= b.length ? 1 : 0;
    int skipB = b.length >= a.length ? 1 : 0;
    return Arrays.equals(a, front + skipA, a.length, b, front + skipB, b.length);
  }
}
