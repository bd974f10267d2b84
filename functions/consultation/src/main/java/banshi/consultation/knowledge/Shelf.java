package banshi.consultation.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;

/** The inverted index under a {@link KnowledgeIndex}: ids by the parts of their words. */
final class Shelf {
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String TEXT = "text";
  private static final String TITLE_WORD = "title-word";

  private static final float TITLE_COUNTS = 2.5f;
  private static final float SINGLE_COUNTS = 0.15f;
  private static final float LESSER_FIELD_ADDS = 0.4f;
  private static final float LEAST_OF_TELLING = 0.15f;
  private static final float UNFINISHED_COUNTS = 2f;
  private static final int SHORTEST_MISSPELLED = 5;
  private static final int MOST_SPELLINGS = 10;

  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(ID, SortField.Type.STRING));
  private static final FieldType WORDS = words();

  private final Directory directory;
  private final IndexSearcher searcher;

  private Shelf(Directory directory) throws IOException {
    this.directory = directory;
    this.searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  static Shelf of(Collection<KnowledgeEntry> entries, Wording wording) {
    Directory directory = empty();
    try (IndexWriter writer = writer(directory, wording)) {
      for (KnowledgeEntry entry : entries) {
        writer.addDocument(document(entry));
      }
      writer.commit();
      return new Shelf(directory);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Shelf with(Collection<KnowledgeEntry> put, Collection<String> removed, Wording wording) {
    Directory copy = empty();
    try (IndexWriter writer = writer(copy, wording)) {
      writer.addIndexes(directory);
      for (String id : removed) {
        writer.deleteDocuments(new Term(ID, id));
      }
      for (KnowledgeEntry entry : put) {
        writer.updateDocument(new Term(ID, entry.id()), document(entry));
      }
      writer.commit();
      return new Shelf(copy);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Found search(Question question, int first) {
    return run(query(question, Set.of(TITLE, TEXT)), first);
  }

  /** As a search, but a title must have something of it if any has. */
  Found suggest(Question question, int first) {
    BooleanQuery.Builder typed = new BooleanQuery.Builder();
    typed.add(query(question, Set.of(TITLE)), Occur.SHOULD);
    if (!question.unfinished().isEmpty()) {
      Query begun = new PrefixQuery(new Term(TITLE_WORD, question.unfinished()));
      typed.add(new BoostQuery(begun, UNFINISHED_COUNTS), Occur.SHOULD);
    }
    Found found = run(typed.build(), first);
    return found.scores().isEmpty() ? search(question, first) : found;
  }

  private Query query(Question question, Set<String> fields) {
    Set<String> telling = question.telling();
    long typed = telling.stream().filter(part -> question.parts().get(part) == 1).count();
    BooleanQuery.Builder needed = new BooleanQuery.Builder();
    BooleanQuery.Builder whole = new BooleanQuery.Builder();
    question
        .parts()
        .forEach(
            (part, counts) -> {
              if (telling.contains(part)) {
                needed.add(anywhere(part, counts, fields), Occur.SHOULD);
              } else {
                float single = Question.single(part) ? SINGLE_COUNTS : 1;
                whole.add(anywhere(part, counts * single, fields), Occur.SHOULD);
              }
            });
    needed.setMinimumNumberShouldMatch(Math.max(1, Math.round(LEAST_OF_TELLING * typed)));
    return whole.add(needed.build(), Occur.MUST).build();
  }

  private Query anywhere(String part, float counts, Set<String> fields) {
    List<Query> places = new ArrayList<>();
    for (String field : new TreeSet<>(fields)) {
      float weight = field.equals(TITLE) ? TITLE_COUNTS : 1;
      places.add(new BoostQuery(as(new Term(field, part)), counts * weight));
    }
    return new DisjunctionMaxQuery(places, LESSER_FIELD_ADDS);
  }

  /** A word that stands nowhere is taken for a word misspelled by a letter. */
  private Query as(Term term) {
    boolean word = term.text().length() >= SHORTEST_MISSPELLED && term.text().matches("[a-z]+");
    return word && !stands(term.text())
        ? new FuzzyQuery(term, 1, 1, MOST_SPELLINGS, true)
        : new TermQuery(term);
  }

  private boolean stands(String word) {
    try {
      return searcher.getIndexReader().docFreq(new Term(TITLE, word)) > 0
          || searcher.getIndexReader().docFreq(new Term(TEXT, word)) > 0;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Found run(Query query, int first) {
    try {
      TopFieldDocs top =
          searcher.search(
              query, new TopFieldCollectorManager(BEST_FIRST, first, null, KnowledgeIndex.COUNTED));
      List<Score> scores = new ArrayList<>();
      for (var one : top.scoreDocs) {
        Object[] keys = ((FieldDoc) one).fields;
        scores.add(new Score(((BytesRef) keys[1]).utf8ToString(), (Float) keys[0]));
      }
      int counted = (int) Math.min(top.totalHits.value(), KnowledgeIndex.COUNTED);
      boolean more =
          top.totalHits.value() > counted
              || top.totalHits.relation() == TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO;
      return new Found(counted, more, scores);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Document document(KnowledgeEntry entry) {
    Document document = new Document();
    document.add(new StringField(ID, entry.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(entry.id())));
    for (String title : distinct(entry.title().zh(), entry.title().en())) {
      String plain = Wording.plain(title);
      document.add(new Field(TITLE, plain, WORDS));
      for (String word : new TreeSet<>(List.of(plain.strip().split(" +")))) {
        document.add(new StringField(TITLE_WORD, word, Field.Store.NO));
      }
    }
    for (String text : distinct(entry.text().zh(), entry.text().en())) {
      document.add(new Field(TEXT, Wording.plain(text), WORDS));
    }
    return document;
  }

  private static Set<String> distinct(String zh, String en) {
    return zh.equals(en) ? Set.of(zh) : new TreeSet<>(List.of(zh, en));
  }

  private static Directory empty() {
    // Two may be made of one at the same time; neither is written to again.
    return new ByteBuffersDirectory(NoLockFactory.INSTANCE);
  }

  private static IndexWriter writer(Directory directory, Wording wording) throws IOException {
    return new IndexWriter(
        directory,
        new IndexWriterConfig(wording.analyzer())
            .setMergeScheduler(new SerialMergeScheduler())
            .setUseCompoundFile(false));
  }

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  /**
   * What was found.
   *
   * @param total counted up to {@link KnowledgeIndex#COUNTED}
   * @param more whether there is more than that
   * @param scores the first, best first
   */
  record Found(int total, boolean more, List<Score> scores) {}

  /** How well the entry of that id matches. */
  record Score(String id, float score) {}
}
