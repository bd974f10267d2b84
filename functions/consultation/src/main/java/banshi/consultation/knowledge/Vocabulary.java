package banshi.consultation.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;

/**
 * What words do in a question.
 *
 * @param idle words that every question has and no answer turns on (怎么, how): they are not looked
 *     for
 * @param same groups of words that mean the same to whoever asks: for each, the others are looked
 *     for too
 */
record Vocabulary(List<String> idle, List<Set<String>> same) {
  private static final String FILE = "knowledge-words.json";

  Vocabulary {
    // A long one first: what is left of 怎么办 without 怎么 means nothing.
    idle = idle.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    same = List.copyOf(same);
  }

  /** The one that is shipped. */
  static Vocabulary standard() {
    try (InputStream in = Vocabulary.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new NoSuchElementException(FILE);
      }
      JsonNode tree = JsonMapper.builder().build().readTree(in);
      return new Vocabulary(
          words(tree.path("idle")),
          tree.path("same").valueStream().<Set<String>>map(g -> new TreeSet<>(words(g))).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The same idle words, and no two words that mean the same. */
  Vocabulary withoutSame() {
    return new Vocabulary(idle, List.of());
  }

  /** A plain question without its idle words; as it is when nothing else would be left. */
  String asked(String plain) {
    String left = " " + plain + " ";
    for (String word : idle) {
      left = isLatin(word.charAt(0)) ? withoutWord(left, word) : left.replace(word, " ");
    }
    return left.isBlank() ? plain : left;
  }

  /** Other words for what stands in a plain question. */
  List<String> others(String plain) {
    List<String> others = new ArrayList<>();
    String padded = " " + plain + " ";
    for (Set<String> group : same) {
      if (group.stream().anyMatch(word -> stands(padded, word))) {
        group.stream().filter(word -> !stands(padded, word)).forEach(others::add);
      }
    }
    return others;
  }

  private static boolean stands(String padded, String word) {
    return padded.contains(isLatin(word.charAt(0)) ? " " + word + " " : word);
  }

  private static String withoutWord(String padded, String word) {
    String before = padded;
    String after = before.replace(" " + word + " ", " ");
    while (!after.equals(before)) {
      before = after;
      after = before.replace(" " + word + " ", " ");
    }
    return after;
  }

  private static boolean isLatin(char first) {
    return first < 0x250;
  }

  private static List<String> words(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
