package banshi.complaint;

import banshi.cases.CaseKind;
import banshi.cases.FilingChannel;
import banshi.http.view.ApplicantView;
import banshi.http.view.ClockView;
import banshi.http.view.ExtensionRequestView;
import banshi.http.view.MessageView;
import banshi.http.view.RatingView;
import banshi.http.view.TaskView;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A complaint as an answer shows it: the common fields of every case, then its own.
 *
 * @param disciplineNote what discipline noted of a referral, for them and supervisors alone
 */
@Schema
public record ComplaintView(
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
    Category category,
    Text categoryName,
    String description,
    String wanted,
    List<MessageView.EvidenceView> evidence,
    Optional<String> matterCode,
    Optional<Text> matterName,
    Optional<String> department,
    Optional<Text> departmentName,
    AboutView about,
    Optional<RelatedView> relatedCase,
    Optional<Tier> tier,
    Optional<Text> tierName,
    Optional<CauseClass> causeClass,
    Optional<Text> causeClassName,
    Optional<String> assignedTo,
    Optional<Text> assignedToName,
    int level,
    boolean disciplineReferred,
    Optional<String> cluster,
    List<ReplyView> answers,
    List<DisputeView> disputes,
    Optional<RedirectionView> redirection,
    Optional<RatingView> rating,
    Optional<ExtensionRequestView> extensionRequest,
    Optional<ComplaintDetails.DisciplineNote> disciplineNote,
    Optional<CaseReceipt> receipt,
    Optional<Map<String, JsonNode>> disclosed) {

  /**
   * What the receipt of a new complaint says; the code is given this once.
   *
   * @param codeOnly whether the case is followed with the code alone: whoever it was filed for has
   *     no document by which signing in would find it
   */
  public record CaseReceipt(
      String code, Instant receivedAt, Instant answerDueAt, boolean codeOnly) {}

  /** Who is complained about, masked. */
  public record AboutView(Optional<String> officer) {}

  /**
   * The case that it is about, as it stands now.
   *
   * @param stageWhenFiled where it stood when the complaint was received
   */
  public record RelatedView(
      String number,
      CaseKind kind,
      Text title,
      String stage,
      Text stageName,
      String stageWhenFiled,
      List<ClockView> clocks) {}

  /**
   * An answer.
   *
   * @param history what it said before it was corrected, oldest first
   */
  public record ReplyView(
      String department,
      Text departmentName,
      String answer,
      boolean resolved,
      List<String> evidence,
      Instant at,
      List<ComplaintDetails.Reply.Earlier> history) {}

  /** Why an answer was not taken. */
  public record DisputeView(String reason, Instant at) {}

  /** Where the complainant was sent. */
  public record RedirectionView(
      String reason, Destination destination, Text destinationName, Text whereToGo, Instant at) {}
}
