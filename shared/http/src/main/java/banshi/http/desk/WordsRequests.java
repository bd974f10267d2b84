package banshi.http.desk;

import banshi.http.PlainText;
import banshi.http.view.WordsTerms;
import banshi.words.Evidence;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The bodies of what is said beside a case. Bounds are stated here once: the binder enforces them
 * and the API document shows them. Sizes count characters (code points).
 */
public final class WordsRequests {
  private WordsRequests() {}

  /** An internal note. */
  public record Note(
      @Schema(description = WordsTerms.NOTE) @NotBlank @PlainText @Size(max = 2000) String text) {}

  /** A message between applicant and hall. */
  public record Message(
      @Schema(description = WordsTerms.MESSAGE) @NotBlank @PlainText @Size(max = 2000) String text) {}

  /** A message that something may bear out. */
  public record MessageWithEvidence(
      @Schema(description = WordsTerms.MESSAGE) @NotBlank @PlainText @Size(max = 2000) String text,
      Optional<@Size(max = 10) List<GivenEvidence>> evidence) {}

  /**
   * A file that bears something out, by its digest; the file itself goes where the front end keeps
   * files. Of the kinds and the size that materials may have.
   */
  public record GivenEvidence(
      @NotBlank @PlainText @Size(max = 200) String fileName,
      @Pattern(regexp = "^(application/pdf|application/ofd|image/jpeg|image/png)$")
          String contentType,
      @Min(1) @Max(10_485_760L) long size,
      @Pattern(regexp = "^[0-9a-fA-F]{64}$") String sha256) {
    /** The file. */
    public Evidence evidence() {
      return new Evidence(fileName, contentType, size, sha256);
    }

    /** Those that were given. */
    public static List<Evidence> of(Optional<List<GivenEvidence>> given) {
      return given.orElse(List.of()).stream().map(GivenEvidence::evidence).toList();
    }
  }
}
