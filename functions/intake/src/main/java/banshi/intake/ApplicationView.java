package banshi.intake;

import banshi.cases.CaseKind;
import banshi.cases.FilingChannel;
import banshi.catalogue.Fault;
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

/** An application as an answer shows it: the common fields of every case, then its own. */
@Schema
public record ApplicationView(
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
    Optional<String> packageCode,
    List<MatterView> matters,
    Map<String, JsonNode> answers,
    Map<String, JsonNode> form,
    List<MaterialView> materials,
    List<OwedView> owed,
    Precheck precheck,
    Optional<Acceptance> acceptance,
    Optional<Text> acceptanceName,
    List<CorrectionView> corrections,
    boolean anomaly,
    int level,
    Optional<RefusalView> refusal,
    Optional<DeliveryView> delivery,
    Optional<RatingView> rating,
    Optional<String> consultation,
    Optional<String> lapsed,
    Optional<ExtensionRequestView> extensionRequest,
    Optional<CaseReceipt> receipt,
    Optional<Map<String, JsonNode>> disclosed) {

  /** How an application was accepted. */
  public enum Acceptance {
    /** 受理: the window accepted it. */
    EXPRESS,
    /** 视为受理: nobody said anything in time. */
    DEEMED,
    /** 容缺受理: accepted with materials owed. */
    TOLERANCE
  }

  /**
   * What the receipt of a new application says; the code is given this once.
   *
   * @param codeOnly whether the case is followed with the code alone: whoever it was filed for has
   *     no document by which signing in would find it
   */
  public record CaseReceipt(
      String code, Instant receivedAt, Instant acceptanceDueAt, boolean codeOnly) {}

  /** What the machine found; it never keeps an application from being received. */
  public record Precheck(List<Fault> faults) {}

  /** A matter of the application, in the version it was opened on. */
  public record MatterView(
      String code,
      String validFrom,
      Text name,
      String department,
      Text departmentName,
      Optional<DecisionView> decision) {}

  /**
   * The decision on a matter.
   *
   * @param history what it said before it was corrected, oldest first: when, why, and the words
   */
  public record DecisionView(
      ApplicationDetails.Outcome outcome,
      Text outcomeName,
      String reason,
      String legalBasis,
      Optional<Text> remedy,
      Optional<ApplicationDetails.Certificate> certificate,
      Instant at,
      List<ApplicationDetails.Decided.Earlier> history) {}

  /** A file that was handed in. */
  public record MaterialView(
      String code, String fileName, String contentType, long size, String sha256, Instant at) {}

  /** A material owed. */
  public record OwedView(String code, Optional<Instant> deadline, Optional<Instant> broughtAt) {}

  /** A correction notice. */
  public record CorrectionView(
      Instant at, int days, Instant deadline, List<ApplicationDetails.Correction.Item> faults) {}

  /** Why it was not accepted, and where to go. */
  public record RefusalView(String reason, String legalBasis, String whereToGo, Instant at) {}

  /** How the result was delivered. */
  public record DeliveryView(
      ApplicationDetails.Delivery.Method method, Optional<String> trackingNumber, Instant at) {}
}
