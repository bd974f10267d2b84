package banshi.http.view;

import banshi.cases.Party;
import banshi.text.Text;
import banshi.words.Evidence;
import banshi.words.Said;
import banshi.words.Saying;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry of the thread between applicant and hall.
 *
 * @param what a message, or a reminder to hurry
 * @param text empty for a reminder without words
 */
@Schema(description = WordsTerms.MESSAGE)
public record MessageView(
    String id,
    Kind what,
    Text whatName,
    Instant at,
    SaidBy by,
    String text,
    List<EvidenceView> evidence) {

  /** What stands in the thread. */
  public enum Kind {
    MESSAGE,
    HURRY
  }

  /** A file that bears something out. */
  public record EvidenceView(String fileName, String contentType, long size, String sha256) {
    /** Shows a file. */
    public static EvidenceView of(Evidence evidence) {
      return new EvidenceView(
          evidence.fileName(), evidence.contentType(), evidence.size(), evidence.sha256());
    }
  }

  /** Shows an entry of the thread. */
  public static MessageView of(
      Said said, Set<Party> reader, Function<String, Text> departmentName) {
    return new MessageView(
        said.id(),
        said.what() == Saying.HURRY ? Kind.HURRY : Kind.MESSAGE,
        said.what().label(),
        said.at(),
        SaidBy.of(said.by(), reader, departmentName),
        said.text(),
        said.evidence().stream().map(EvidenceView::of).toList());
  }
}
