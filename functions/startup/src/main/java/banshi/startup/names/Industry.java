package banshi.startup.names;

import banshi.text.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * An industry as names state it (行业). Names in any of its words are in the same industry.
 *
 * @param code our own code
 * @param section its section of GB/T 4754-2017, a letter from A to T
 * @param word the word that a name states, and its English
 * @param others other words for the same industry
 * @param preApproval whether an approval comes before registration, so that a name is kept for a
 *     year; so far stated of guard services only (保安服务管理条例 art. 12), where we are sure
 */
public record Industry(
    String code, String section, Text word, List<String> others, boolean preApproval) {
  /** Copies the list. */
  public Industry {
    others = List.copyOf(others);
  }

  /** Every word of the industry in a name, the usual one first. */
  public List<String> words() {
    return Stream.concat(Stream.of(word.zh()), others.stream()).toList();
  }
}
