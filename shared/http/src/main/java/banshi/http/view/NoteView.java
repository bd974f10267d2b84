package banshi.http.view;

import banshi.cases.Party;
import banshi.text.Text;
import banshi.words.Said;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An internal note as the hall sees it. */
@Schema(description = WordsTerms.NOTE)
public record NoteView(String id, Instant at, SaidBy by, String text) {
  /** Shows a note to one of the hall. */
  public static NoteView of(Said note, Set<Party> reader, Function<String, Text> departmentName) {
    return new NoteView(
        note.id(), note.at(), SaidBy.of(note.by(), reader, departmentName), note.text());
  }
}
