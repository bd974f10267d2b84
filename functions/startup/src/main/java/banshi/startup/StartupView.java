package banshi.startup;

import banshi.cases.CaseKind;
import banshi.cases.FilingChannel;
import banshi.http.view.ApplicantView;
import banshi.http.view.ClockView;
import banshi.http.view.RatingView;
import banshi.http.view.TaskView;
import banshi.startup.form.ContributionMethod;
import banshi.startup.form.Control;
import banshi.startup.form.Role;
import banshi.startup.form.Service;
import banshi.startup.form.Tenure;
import banshi.startup.names.OrganisationForm;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A start-up as an answer shows it: the common fields of every case, then its own.
 *
 * @param anomaly whether something happened that should not, such as a second list of corrections
 */
@Schema
public record StartupView(
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
    String nameReservation,
    String fullName,
    OrganisationForm form,
    Text formName,
    String formHash,
    CompanyView company,
    List<PersonView> people,
    List<Service> services,
    List<SignatoryView> signatories,
    int signaturesMissing,
    List<CorrectionView> corrections,
    boolean anomaly,
    Optional<DenialView> denial,
    List<ResultView> results,
    Optional<LicenceView> licence,
    Optional<RatingView> rating,
    Optional<CaseReceipt> receipt,
    Optional<Map<String, JsonNode>> disclosed) {

  /**
   * What the receipt of a new start-up says; the code is given this once.
   *
   * @param codeOnly whether the case is followed with the code alone: whoever it was filed for has
   *     no document by which signing in would find it
   */
  public record CaseReceipt(String code, Instant receivedAt, Instant signBy, boolean codeOnly) {}

  /** The business. */
  public record CompanyView(
      Optional<BigDecimal> capital,
      List<ScopeView> businessScope,
      AddressView address,
      boolean supervisorWaived,
      boolean beneficialOwnerExemption) {}

  /**
   * An item of the business scope.
   *
   * @param licence what it needs besides, when it is a licensed one (许可项目)
   * @param matterCode by which matter that licence is asked for
   */
  public record ScopeView(
      String code,
      Text name,
      boolean licensed,
      Optional<Text> licence,
      Optional<String> matterCode) {}

  /** Where it is. */
  public record AddressView(
      String street, Optional<String> streetName, String detail, Tenure tenure) {}

  /** Somebody in one role, masked. */
  public record PersonView(
      Role role,
      Text roleName,
      String name,
      banshi.identity.IdType idType,
      String idNumber,
      Optional<String> phone,
      Optional<BigDecimal> share,
      Optional<ContributionView> contribution,
      Optional<Control> control) {}

  /** What a shareholder promises to pay in. */
  public record ContributionView(BigDecimal amount, ContributionMethod method, LocalDate dueBy) {}

  /**
   * Somebody who must sign, masked.
   *
   * @param formHash what they signed
   */
  public record SignatoryView(
      String name,
      List<Text> roleNames,
      boolean signed,
      Optional<Instant> signedAt,
      Optional<String> formHash) {}

  /** What was to be corrected. */
  public record CorrectionView(List<ItemView> items, int days, String legalBasis, Instant at) {
    /** One of the things to be corrected. */
    public record ItemView(Optional<String> pointer, String detail) {}
  }

  /** Why it was not registered, and what can be done about that. */
  public record DenialView(String reason, String legalBasis, Text remedy, Instant at) {}

  /**
   * What a department gave.
   *
   * @param history what it was before it was corrected, oldest first
   */
  public record ResultView(
      String task,
      Text taskTitle,
      String department,
      Text departmentName,
      boolean done,
      Optional<String> reference,
      Optional<String> institution,
      Optional<Instant> appointmentAt,
      Instant at,
      List<StartupDetails.Result.Earlier> history) {}
}
