package banshi.consultation.knowledge;

import banshi.consultation.knowledge.Hits.Hit;
import banshi.text.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that can be found, in memory, best first.
 *
 * <p>An index never changes: {@link #with} makes another one and leaves this one as it was, so any
 * number of threads may search one while another is made. Equal matches come in the order of their
 * ids. How well something matches depends a little on how the index came about: what {@link #with}
 * replaced counts among the frequencies of words until it is cleared away.
 */
public final class KnowledgeIndex {
  /** What lies beyond so many characters of a question is not looked at. */
  public static final int LONGEST_QUESTION = Question.LONGEST;

  /** Most hits or suggestions of one answer. */
  public static final int MOST = 100;

  /** What is found is counted up to so many; nothing beyond is shown. */
  public static final int COUNTED = 1000;

  private static final int SHORTEST_TYPED = 2;

  private final Map<String, KnowledgeEntry> entries;
  private final Shelf shelf;
  private final Wording wording;
  private final Vocabulary vocabulary;

  private KnowledgeIndex(
      Map<String, KnowledgeEntry> entries, Shelf shelf, Wording wording, Vocabulary vocabulary) {
    this.entries = entries;
    this.shelf = shelf;
    this.wording = wording;
    this.vocabulary = vocabulary;
  }

  /** Of these entries; of two with the same id, the later one. */
  public static KnowledgeIndex of(Collection<KnowledgeEntry> entries) {
    return of(entries, Wording.standard(), Vocabulary.standard());
  }

  static KnowledgeIndex of(
      Collection<KnowledgeEntry> entries, Wording wording, Vocabulary vocabulary) {
    Map<String, KnowledgeEntry> byId = byId(entries);
    return new KnowledgeIndex(byId, Shelf.of(byId.values(), wording), wording, vocabulary);
  }

  /**
   * This one with some entries added or replaced, and others taken out. An id in both is there
   * afterwards. Costs a copy of the index and the work on what changes.
   */
  public KnowledgeIndex with(Collection<KnowledgeEntry> changed, Collection<String> removedIds) {
    Map<String, KnowledgeEntry> put = byId(changed);
    Map<String, KnowledgeEntry> after = new HashMap<>(entries);
    after.keySet().removeAll(removedIds);
    after.putAll(put);
    return new KnowledgeIndex(
        after, shelf.with(put.values(), removedIds, wording), wording, vocabulary);
  }

  /** How many entries can be found. */
  public int size() {
    return entries.size();
  }

  /**
   * What answers {@code query}, best first. Every text is a question, whatever characters it has;
   * one without a letter or digit finds nothing.
   *
   * @param language of who asks: of the snippets, not of what is looked for
   * @param offset how many of the first to leave out; beyond what is counted nothing follows
   * @param limit 1–{@value #MOST}
   * @throws IllegalArgumentException when the offset is negative or the limit out of bounds
   */
  public Hits search(String query, Language language, int offset, int limit) {
    require(limit);
    if (offset < 0) {
      throw new IllegalArgumentException("an offset is not negative");
    }
    Question question = Question.of(query, wording, vocabulary);
    if (question.parts().isEmpty() || offset >= COUNTED) {
      return Hits.NONE;
    }
    Shelf.Found found = shelf.search(question, Math.min(offset + limit, COUNTED));
    return new Hits(
        found.total(),
        found.more(),
        found.scores().stream().skip(offset).map(one -> hit(one, question, language)).toList());
  }

  /**
   * What a question may be about that is still being typed, its last word perhaps unfinished: best
   * first, nothing for less than two letters or digits.
   *
   * @param language of who types
   * @param limit 1–{@value #MOST}
   * @throws IllegalArgumentException when the limit is out of bounds
   */
  public List<Suggestion> suggest(String typed, Language language, int limit) {
    require(limit);
    if (Wording.plain(typed).codePoints().filter(c -> c != ' ').limit(2).count() < SHORTEST_TYPED) {
      return List.of();
    }
    Question question = Question.of(typed, wording, vocabulary);
    return shelf.suggest(question, limit).scores().stream()
        .map(one -> new Suggestion(one.id(), entries.get(one.id()).title().in(language)))
        .toList();
  }

  private Hit hit(Shelf.Score one, Question question, Language language) {
    KnowledgeEntry entry = entries.get(one.id());
    String text = entry.text().in(language);
    return new Hit(entry, one.score(), Snippets.of(text, question.parts().keySet(), wording));
  }

  private static Map<String, KnowledgeEntry> byId(Collection<KnowledgeEntry> entries) {
    return entries.stream()
        .collect(Collectors.toMap(KnowledgeEntry::id, entry -> entry, (first, later) -> later));
  }

  private static void require(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a limit is 1–" + MOST);
    }
  }
}
