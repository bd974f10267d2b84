package banshi.consultation.knowledge;

import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that can be found: an answer that was published, or what reviewers of a matter look at.
 *
 * @param id unique among all entries; orders those that match equally well
 * @param title weighs more than the text where words are looked for
 * @param text as it is read; what was written in one language only stands in both places
 * @param matterCode the matter it is about, where it is about one
 * @param department the code of the department that answers for it, where one does
 * @param publishedAt since when it can be found
 * @param version counts what was published under this id
 */
public record KnowledgeEntry(
    String id,
    Kind kind,
    Text title,
    Text text,
    Optional<String> matterCode,
    Optional<String> department,
    Instant publishedAt,
    long version) {
  /** Where an entry comes from. */
  public enum Kind {
    /** An answer to a consultation (咨询), published without personal data. */
    ANSWER,
    /** What the reviewers of a matter look at (审核要点), from the catalogue. */
    REVIEW_POINTS
  }

  /**
   * @throws IllegalArgumentException when the id or a title is blank
   */
  public KnowledgeEntry {
    if (id.isBlank() || title.zh().isBlank() || title.en().isBlank()) {
      throw new IllegalArgumentException("an entry has an id and a title");
    }
  }

  /** An answer in the one language it was written in; it is shown so to whoever asks. */
  public static KnowledgeEntry answer(
      String id,
      String title,
      String text,
      Optional<String> matterCode,
      Optional<String> department,
      Instant publishedAt,
      long version) {
    return new KnowledgeEntry(
        id,
        Kind.ANSWER,
        new Text(title, title),
        new Text(text, text),
        matterCode,
        department,
        publishedAt,
        version);
  }
}
