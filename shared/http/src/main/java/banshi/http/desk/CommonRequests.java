package banshi.http.desk;

import banshi.cases.Rating;
import banshi.cases.TaskResult;
import banshi.desk.Petitioner;
import banshi.http.PlainText;
import banshi.http.view.WordsTerms;
import banshi.identity.IdType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The bodies that every kind of case takes. Bounds are stated here once: the binder enforces them
 * and the API document shows them. Sizes count characters (code points).
 */
public final class CommonRequests {
  private CommonRequests() {}

  /**
   * For whom an officer files. Only sizes are bounded here; what is missing or wrong is for the
   * desk to say, so that it is said together.
   *
   * @param idType the document shown or named; OTHER when there was none
   * @param idNumber its number; needed for every type but OTHER
   * @param phone where to reach them; needed unless they wrote a letter
   */
  public record OnBehalfOf(
      Optional<@PlainText @Size(max = 100) String> name,
      Optional<IdType> idType,
      Optional<@Size(max = 60) String> idNumber,
      Optional<@Size(max = 40) String> phone) {
    /** The same for the desk. */
    public Petitioner petitioner() {
      return new Petitioner(name, idType, idNumber, phone);
    }

    @Override
    public String toString() {
      return "OnBehalfOf";
    }
  }

  /** A withdrawal. */
  public record Withdraw(Optional<@PlainText @Size(max = 500) String> reason) {}

  /** A rating (好差评). */
  public record Rate(
      @Min(1) @Max(5) int score,
      Optional<@Size(max = 10) List<@PlainText @Size(min = 1, max = 32) String>> tags,
      Optional<@PlainText @Size(max = 500) String> comment) {
    /** The rating, given at an instant. */
    public Rating at(Instant now) {
      return new Rating(score, tags.orElse(List.of()), comment, now);
    }
  }

  /** An action that needs no words of its own. */
  public record Plain(Optional<@PlainText @Size(max = 500) String> note) {}

  /**
   * Asking for an extension of the limits; a second person approves it.
   *
   * @param reason why, as the applicant will read it
   */
  public record Extend(
      @Min(1) @Max(15) int days, @NotBlank @PlainText @Size(max = 500) String reason) {}

  /** Why somebody needs to read personal data in full. */
  public record Disclose(
      @Size(min = 1, max = 50) List<@Size(min = 1, max = 200) String> fields,
      @NotBlank @PlainText @Size(max = 500) String reason) {}

  /**
   * What a department found.
   *
   * @param comment for the hall alone
   * @param remark for the applicant
   */
  public record Complete(
      TaskResult.Opinion opinion,
      @Schema(description = WordsTerms.COMMENT)
          Optional<@PlainText @Size(max = 1000) String> comment,
      @Schema(description = WordsTerms.REMARK)
          Optional<@PlainText @Size(max = 1000) String> remark) {}

  /** A task for a colleague: the account, as the colleague's own token calls it ({@code sub}). */
  public record HandOver(
      @NotBlank @Size(max = 128) String to,
      Optional<@PlainText @Size(min = 1, max = 500) String> reason) {}

  /** Who acts on a task besides its holder: the account, as for a hand-over. */
  public record Share(@NotBlank @Size(max = 128) String with) {}

  /** Words with whoever rated poorly. */
  public record Contact(@NotBlank @PlainText @Size(max = 1000) String note) {}

  /** What was put right. */
  public record Rectify(@NotBlank @PlainText @Size(max = 1000) String measures) {}

  /** What whoever rated said on being called back. */
  public record CallBack(boolean solved, @NotBlank @PlainText @Size(max = 1000) String note) {}

  /** An action that needs its reason. */
  public record Reasoned(@NotBlank @PlainText @Size(max = 500) String reason) {}
}
