package banshi.consultation;

import banshi.cases.CaseKind;
import banshi.cases.FilingChannel;
import banshi.http.view.ApplicantView;
import banshi.http.view.ClockView;
import banshi.http.view.ExtensionRequestView;
import banshi.http.view.RatingView;
import banshi.http.view.TaskView;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A consultation as an answer shows it: the common fields of every case, then its own. */
@Schema
public record ConsultationView(
    String number,
    CaseKind kind,
    String stage,
    Text stageName,
    long version,
    Instant receivedAt,
    Text title,
    ApplicantView applicant,
    FilingChannel channel,
    Text channelName,
    List<ClockView> clocks,
    List<TaskView> tasks,
    List<String> allowedActions,
    String topic,
    String question,
    Optional<String> matterCode,
    Optional<Text> matterName,
    boolean mayPublish,
    List<String> suggestions,
    Optional<String> assignedTo,
    Optional<Text> assignedToName,
    int level,
    List<AnswerView> answers,
    Optional<FollowUpView> followUp,
    Optional<RedirectionView> redirection,
    Optional<ConversionView> conversion,
    Optional<PublicationView> publication,
    Optional<RatingView> rating,
    Optional<ExtensionRequestView> extensionRequest,
    Optional<CaseReceipt> receipt,
    Optional<Map<String, JsonNode>> disclosed) {

  /**
   * What the receipt of a new question says; the code is given this once.
   *
   * @param codeOnly whether the case is followed with the code alone: whoever it was filed for has
   *     no document by which signing in would find it
   */
  public record CaseReceipt(
      String code, Instant receivedAt, Instant answerDueAt, boolean codeOnly) {}

  /**
   * An answer.
   *
   * @param history what it said before it was corrected, oldest first
   */
  public record AnswerView(
      String department,
      Text departmentName,
      String text,
      List<String> references,
      Optional<String> knowledgeId,
      Instant at,
      List<ConsultationDetails.Reply.Earlier> history) {}

  /** One more question. */
  public record FollowUpView(String text, Instant at) {}

  /** Where whoever asked was sent. */
  public record RedirectionView(String reason, String whereToGo, Instant at) {}

  /**
   * What it was turned into.
   *
   * @param draftId the draft of the application, to be found at {@code /v1/drafts/{draftId}}
   * @param complaint the complaint, ready to be sent to {@code /v1/complaints} once it says what is
   *     wanted
   */
  public record ConversionView(
      Requests.Target to,
      Optional<String> draftId,
      Optional<ComplaintDraft> complaint,
      Instant at) {}

  /** A complaint that is filled in as far as the question tells. */
  public record ComplaintDraft(
      String relatedCase,
      Optional<String> matterCode,
      Optional<String> department,
      String description) {}

  /** The answer as it is published. */
  public record PublicationView(String knowledgeId, String title, String text, Instant at) {}
}
