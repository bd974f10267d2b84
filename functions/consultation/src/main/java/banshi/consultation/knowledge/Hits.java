package banshi.consultation.knowledge;

import java.util.List;

/**
 * A part of what was found, best first.
 *
 * @param total how many entries were found, in all; at least as many when {@code more}
 * @param more whether counting stopped at {@code total}
 * @param hits those asked for
 */
public record Hits(int total, boolean more, List<Hit> hits) {
  static final Hits NONE = new Hits(0, false, List.of());

  public Hits {
    hits = List.copyOf(hits);
  }

  /**
   * One entry that was found.
   *
   * @param score comparable within one answer only; greater is better
   * @param snippet the part of its text that says most of what was asked, in the language of who
   *     asks; at most {@value Snippets#LONGEST} characters
   */
  public record Hit(KnowledgeEntry entry, float score, String snippet) {}
}
