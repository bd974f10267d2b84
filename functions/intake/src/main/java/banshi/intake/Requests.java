package banshi.intake;

import banshi.cases.CaseKind;
import banshi.cases.FilingChannel;
import banshi.desk.Bulk;
import banshi.http.PlainText;
import banshi.http.desk.CommonRequests;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bodies that intake takes. Bounds are stated here once: the binder enforces them and the API
 * document shows them. Sizes count characters (code points).
 */
public final class Requests {
  private Requests() {}

  /**
   * An application for one matter or one package.
   *
   * @param consultation the number of the applicant's own consultation that it came of
   * @param onBehalfOf for whom an officer of the general window files
   * @param channel by which way it came to that officer
   */
  public record Application(
      Optional<@Size(min = 1, max = 64) String> matterCode,
      Optional<@Size(min = 1, max = 64) String> packageCode,
      Optional<@Size(max = 100) Map<String, JsonNode>> answers,
      Optional<@Size(max = 300) Map<String, JsonNode>> form,
      Optional<@Size(max = 100) List<Material>> materials,
      Optional<String> draftId,
      Optional<@Size(max = 50) List<@Size(min = 1, max = 64) String>> owed,
      Optional<@Size(min = 1, max = 40) String> consultation,
      Optional<CommonRequests.OnBehalfOf> onBehalfOf,
      Optional<FilingChannel> channel) {}

  /** A file handed in, by its digest; the file itself goes where the front end keeps files. */
  public record Material(
      @NotBlank @Size(max = 64) String code,
      @NotBlank @Size(max = 200) String fileName,
      @NotBlank @Size(max = 100) String contentType,
      @Min(0) @Max(1_073_741_824L) long size,
      @Pattern(regexp = "^[0-9a-fA-F]{64}$") String sha256) {}

  /** Answers to a package's questions. */
  public record Answers(@Size(max = 100) Map<String, JsonNode> answers) {}

  /**
   * A draft: a filing as far as it is written, and the page the client was on.
   *
   * @param kind of the case that it is to become; an application when nothing is said
   * @param content of any kind but an application the body of its filing, whatever is in it: what
   *     is wrong with it is told when it is validated or filed
   */
  public record Draft(
      Optional<CaseKind> kind,
      Optional<@Size(min = 1, max = 64) String> matterCode,
      Optional<@Size(min = 1, max = 64) String> packageCode,
      Optional<@Size(max = 100) Map<String, JsonNode>> answers,
      Optional<@Size(max = 300) Map<String, JsonNode>> form,
      Optional<@Size(max = 100) List<Material>> materials,
      Optional<@Size(max = 50) List<@Size(min = 1, max = 64) String>> owed,
      Optional<@Size(max = 64) String> page,
      Optional<@Size(min = 1, max = 40) String> consultation,
      Optional<@Size(max = 100) Map<String, JsonNode>> content) {}

  /** What the applicant brings after a correction notice, or of what is owed. */
  public record Supplement(
      Optional<@Size(max = 100) List<Material>> materials,
      Optional<@Size(max = 300) Map<String, JsonNode>> form) {}

  /** The one list of everything to correct. */
  public record RequestCorrection(
      @Size(min = 1, max = 100) List<Item> faults, @Min(1) @Max(60) int days) {
    /** One thing to correct. */
    public record Item(
        Optional<@Size(max = 200) String> pointer,
        Optional<@Size(max = 64) String> materialCode,
        @NotBlank @Size(max = 500) String detail) {}
  }

  /** A query that needs no words at all. */
  public record Nothing() {}

  /** A refusal to accept. */
  public record Refuse(
      @NotBlank @Size(max = 500) String reason,
      @NotBlank @Size(max = 500) String legalBasis,
      @NotBlank @Size(max = 500) String whereToGo) {}

  /** 特别程序: what does not count (Administrative Licensing Law art. 45). */
  public enum Procedure {
    HEARING,
    BIDDING,
    AUCTION,
    INSPECTION,
    TESTING,
    QUARANTINE,
    APPRAISAL,
    EXPERT_REVIEW
  }

  /** A special procedure begins. */
  public record Suspend(
      Procedure procedure,
      @NotBlank @Size(max = 500) String reason,
      @NotBlank @Size(max = 500) String legalBasis,
      @Min(1) @Max(365) int plannedDays) {}

  /** Another department for a review. */
  public record Route(
      @NotBlank @Size(max = 64) String to, @NotBlank @PlainText @Size(max = 500) String reason) {}

  /** The decision on one matter. */
  public record Decide(
      Optional<@Size(min = 1, max = 64) String> matterCode,
      ApplicationDetails.Outcome outcome,
      @NotBlank @Size(max = 1000) String reason,
      @NotBlank @Size(max = 500) String legalBasis,
      Optional<@Size(min = 1, max = 500) String> remedy,
      Optional<Certificate> certificate) {}

  /** A licence or certificate that a decision grants. */
  public record Certificate(
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 64) String number,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo) {}

  /**
   * A correction of a decision that was issued. The outcome is not among what can be changed.
   *
   * @param matterCode which matter's, where the caller's department decided several
   * @param reason why it is corrected
   */
  public record CorrectDecision(
      Optional<@Size(min = 1, max = 64) String> matterCode,
      @NotBlank @PlainText @Size(max = 500) String reason,
      Changes changes) {
    /**
     * What it is to say from now on; what is not named stays.
     *
     * @param reasonText the reason that the decision gives
     */
    public record Changes(
        Optional<Certificate> certificate,
        Optional<@NotBlank @PlainText @Size(max = 500) String> legalBasis,
        Optional<@NotBlank @PlainText @Size(max = 1000) String> reasonText) {}
  }

  /** How the result is delivered. */
  public record Deliver(
      ApplicationDetails.Delivery.Method method,
      Optional<@Size(min = 1, max = 64) String> trackingNumber) {}

  /**
   * How the results of many cases are delivered: by one method, each parcel with its own number.
   */
  public record DeliverMany(
      @Size(min = 1, max = Bulk.MOST) List<Parcel> items,
      ApplicationDetails.Delivery.Method method) {
    /** One of the cases, and its version that the caller acted on. */
    public record Parcel(
        @NotBlank @Size(max = 40) String number,
        @Min(1) long version,
        Optional<@Size(min = 1, max = 64) String> trackingNumber) {}
  }

  /** A look at a case by its receipt. */
  public record Track(
      @NotBlank @Size(max = 40) String number, @NotBlank @Size(max = 40) String code) {}

  /**
   * A search for cases: exactly one of a number, a name, a document (both its members) and a
   * telephone, or a list by the days of receipt, both included, and what else is given.
   *
   * @param reason why; required when a person is looked for, kept in the audit
   */
  public record CaseSearch(
      Optional<@Size(min = 1, max = 40) String> number,
      Optional<PersonName> name,
      Optional<IdType> idType,
      Optional<IdNumber> idNumber,
      Optional<Phone> phone,
      Optional<@Size(min = 1, max = 64) String> matterCode,
      Optional<CaseKind> kind,
      Optional<@Size(min = 1, max = 40) String> stage,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<@NotBlank @Size(max = 500) String> reason) {}
}
