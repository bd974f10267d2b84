package banshi.consultation;

import banshi.cases.FilingChannel;
import banshi.http.PlainText;
import banshi.http.desk.CommonRequests;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bodies that consultations take. Bounds are stated here once: the binder enforces them and the
 * API document shows them. Sizes count characters (code points).
 */
public final class Requests {
  private Requests() {}

  /**
   * A question.
   *
   * @param mayPublish whether the answer may be published, without anything that tells who asked
   * @param suggestions ids of the published answers that were shown while it was typed
   * @param draftId of the caller's draft that becomes it
   * @param onBehalfOf for whom an officer of the general window asks
   * @param channel by which way it came to that officer
   */
  public record Ask(
      @NotBlank @PlainText @Size(max = 100) String topic,
      Optional<@Size(min = 1, max = 64) String> matterCode,
      @NotBlank @PlainText @Size(max = 2000) String question,
      boolean mayPublish,
      Optional<@Size(max = 10) List<@Pattern(regexp = "[A-Za-z0-9#@.:_-]{1,80}") String>>
          suggestions,
      Optional<UUID> draftId,
      Optional<CommonRequests.OnBehalfOf> onBehalfOf,
      Optional<FilingChannel> channel) {}

  /**
   * A question as far as it is written, to be looked through: what is missing is told, and nothing
   * is stored.
   */
  public record QuestionForm(
      Optional<@NotBlank @PlainText @Size(max = 100) String> topic,
      Optional<@Size(min = 1, max = 64) String> matterCode,
      Optional<@NotBlank @PlainText @Size(max = 2000) String> question,
      Optional<Boolean> mayPublish,
      Optional<@Size(max = 10) List<@Pattern(regexp = "[A-Za-z0-9#@.:_-]{1,80}") String>>
          suggestions) {}

  /** Whose it is to answer. */
  public record Assign(
      @Size(min = 1, max = 64) String department,
      Optional<@PlainText @Size(max = 500) String> note) {}

  /**
   * An answer.
   *
   * @param references what it rests on: articles, addresses
   * @param knowledgeId the published answer that it repeats
   */
  public record Answer(
      @NotBlank @PlainText @Size(max = 4000) String text,
      Optional<@Size(max = 20) List<@NotBlank @PlainText @Size(max = 300) String>> references,
      Optional<@Size(min = 1, max = 80) String> knowledgeId) {}

  /**
   * A correction of the answer that was given last; what is not named stays.
   *
   * @param reason why it is corrected
   */
  public record CorrectAnswer(
      @NotBlank @PlainText @Size(max = 500) String reason,
      Optional<@NotBlank @PlainText @Size(max = 4000) String> text,
      Optional<@Size(max = 20) List<@NotBlank @PlainText @Size(max = 300) String>> references) {}

  /** Where to go with it. */
  public record Redirect(
      @NotBlank @PlainText @Size(max = 500) String reason,
      @NotBlank @PlainText @Size(max = 500) String whereToGo) {}

  /** One more question. */
  public record FollowUp(@NotBlank @PlainText @Size(max = 2000) String text) {}

  /** What a consultation can be turned into. */
  public enum Target {
    /** A draft of an application. */
    APPLICATION,
    /** A complaint (办不成事), ready to be filed. */
    COMPLAINT
  }

  /**
   * Turning it into a case.
   *
   * @param matterCode the matter, when the question named none
   */
  public record Convert(Target to, Optional<@Size(min = 1, max = 64) String> matterCode) {}

  /** The answer as everybody may read it. */
  public record Publish(
      @NotBlank @PlainText @Size(max = 100) String title,
      @NotBlank @PlainText @Size(max = 4000) String text) {}
}
