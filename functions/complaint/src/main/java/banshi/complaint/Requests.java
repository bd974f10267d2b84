package banshi.complaint;

import banshi.cases.FilingChannel;
import banshi.http.PlainText;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.WordsRequests;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bodies that complaints take. Bounds are stated here once: the binder enforces them and the
 * API document shows them. Sizes count characters (code points).
 */
public final class Requests {
  private Requests() {}

  /**
   * What could not be done.
   *
   * @param evidence what bears it out
   * @param draftId of the caller's draft that becomes it
   * @param onBehalfOf for whom an officer of the general window files
   * @param channel by which way it came to that officer
   */
  public record Complaint(
      Optional<@Size(min = 1, max = 40) String> relatedCase,
      Optional<@Size(min = 1, max = 64) String> matterCode,
      Optional<@Size(min = 1, max = 64) String> department,
      Optional<About> about,
      Category category,
      @NotBlank @PlainText @Size(max = 2000) String description,
      @NotBlank @PlainText @Size(max = 500) String wanted,
      Optional<@Size(max = 10) List<WordsRequests.GivenEvidence>> evidence,
      Optional<UUID> draftId,
      Optional<CommonRequests.OnBehalfOf> onBehalfOf,
      Optional<FilingChannel> channel) {

    /** Who it is about: a name, or the number on a badge. */
    public record About(Optional<@NotBlank @PlainText @Size(max = 50) String> officer) {}
  }

  /**
   * A complaint as far as it is written, to be looked through: what is missing is told, and nothing
   * is stored.
   */
  public record ComplaintForm(
      Optional<@Size(min = 1, max = 40) String> relatedCase,
      Optional<@Size(min = 1, max = 64) String> matterCode,
      Optional<@Size(min = 1, max = 64) String> department,
      Optional<Complaint.About> about,
      Optional<Category> category,
      Optional<@NotBlank @PlainText @Size(max = 2000) String> description,
      Optional<@NotBlank @PlainText @Size(max = 500) String> wanted,
      Optional<@Size(max = 10) List<WordsRequests.GivenEvidence>> evidence) {}

  /** The window's judgement; a reason is needed where a tier is changed. */
  public record Triage(
      Tier tier,
      CauseClass causeClass,
      Optional<@NotBlank @PlainText @Size(max = 500) String> reason) {}

  /** Whose it is. */
  public record Assign(
      @Size(min = 1, max = 64) String department,
      Optional<@PlainText @Size(max = 500) String> note) {}

  /** Where to go with it. */
  public record Redirect(
      @NotBlank @PlainText @Size(max = 500) String reason, Destination whereToGo) {}

  /** The department's answer. */
  public record Reply(
      @NotBlank @PlainText @Size(max = 2000) String answer,
      boolean resolved,
      Optional<@Size(max = 20) List<@NotBlank @PlainText @Size(max = 200) String>> evidence) {}

  /**
   * A correction of the answer that was given last; whether it says resolved is not among what can
   * be changed.
   *
   * @param reason why it is corrected
   * @param answer the answer as it is from now on
   */
  public record CorrectReply(
      @NotBlank @PlainText @Size(max = 500) String reason,
      @NotBlank @PlainText @Size(max = 2000) String answer) {}

  /** What those who watch over discipline note; for them and supervisors alone. */
  public record Acknowledge(@NotBlank @PlainText @Size(max = 1000) String note) {}

  /** Which complaint to merge with: the number of the one that the cluster is named after. */
  public record Merge(@Size(min = 1, max = 40) String cluster) {}
}
