package banshi.startup;

import banshi.cases.FilingChannel;
import banshi.cases.TaskResult;
import banshi.http.PlainText;
import banshi.http.desk.CommonRequests;
import banshi.http.view.WordsTerms;
import banshi.startup.form.Service;
import banshi.startup.form.SubmittedForm;
import banshi.startup.names.OrganisationForm;
import banshi.startup.names.ProposedName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The bodies that start-ups take. Bounds are stated here once: the binder enforces them and the API
 * document shows them. Sizes count characters (code points).
 */
public final class Requests {
  private Requests() {}

  /** A name in its parts. */
  public record Name(
      @Size(min = 1, max = 40) String district,
      @PlainText @Size(min = 1, max = 40) String tradeName,
      @Size(min = 1, max = 40) String industry,
      OrganisationForm form,
      Optional<@PlainText @Size(min = 1, max = 20) String> ending) {
    ProposedName proposed() {
      return new ProposedName(district, tradeName, industry, form, ending);
    }
  }

  /**
   * A name to be reserved.
   *
   * @param onBehalfOf for whom an officer of the general window reserves it
   * @param channel by which way it came to that officer
   */
  public record Reserve(
      @Size(min = 1, max = 40) String district,
      @PlainText @Size(min = 1, max = 40) String tradeName,
      @Size(min = 1, max = 40) String industry,
      OrganisationForm form,
      Optional<@PlainText @Size(min = 1, max = 20) String> ending,
      Optional<CommonRequests.OnBehalfOf> onBehalfOf,
      Optional<FilingChannel> channel) {
    ProposedName proposed() {
      return new ProposedName(district, tradeName, industry, form, ending);
    }
  }

  /**
   * The one form (一表申请).
   *
   * @param draftId of the caller's draft that becomes it
   * @param onBehalfOf for whom an officer of the general window files
   * @param channel by which way it came to that officer
   */
  public record Startup(
      @Size(min = 1, max = 40) String nameReservation,
      Optional<SubmittedForm.Company> company,
      Optional<@Size(max = 250) List<SubmittedForm.Person>> people,
      Optional<@Size(max = 10) List<Service>> services,
      Optional<UUID> draftId,
      Optional<CommonRequests.OnBehalfOf> onBehalfOf,
      Optional<FilingChannel> channel) {
    SubmittedForm form() {
      return new SubmittedForm(company, people, services);
    }
  }

  /**
   * A form to be checked, before or after its name is reserved.
   *
   * @param nameReservation stands in a start-up's draft; not looked at, for whose it is only filing
   *     can tell
   */
  public record Form(
      Optional<@Size(max = 40) String> nameReservation,
      Optional<OrganisationForm> form,
      Optional<SubmittedForm.Company> company,
      Optional<@Size(max = 250) List<SubmittedForm.Person>> people,
      Optional<@Size(max = 10) List<Service>> services) {
    SubmittedForm submitted() {
      return new SubmittedForm(company, people, services);
    }

    OrganisationForm organisation() {
      return form.orElseGet(() -> Founders.likely(submitted()));
    }
  }

  /** The form as it is to be from now on; the name stays. */
  public record Amend(
      Optional<SubmittedForm.Company> company,
      Optional<@Size(max = 250) List<SubmittedForm.Person>> people,
      Optional<@Size(max = 10) List<Service>> services,
      Optional<@PlainText @Size(max = 500) String> note) {
    SubmittedForm form() {
      return new SubmittedForm(company, people, services);
    }
  }

  /** A signature on the form that was read. */
  public record Sign(@Pattern(regexp = "[0-9a-f]{64}") String formHash) {}

  /** Everything that is to be corrected, at once. */
  public record RequestCorrection(
      @Size(min = 1, max = 50) List<Item> faults,
      Optional<@Min(1) @Max(30) Integer> days,
      Optional<@NotBlank @PlainText @Size(max = 200) String> legalBasis) {
    /** One of them. */
    public record Item(
        Optional<@Size(max = 200) String> pointer,
        @NotBlank @PlainText @Size(max = 500) String detail) {}
  }

  /** A refusal to register, in writing. */
  public record Deny(
      @NotBlank @PlainText @Size(max = 1000) String reason,
      @NotBlank @PlainText @Size(max = 200) String legalBasis,
      Optional<@NotBlank @PlainText @Size(max = 500) String> remedy) {}

  /** What a department's task gave. */
  public record Complete(
      TaskResult.Opinion opinion,
      @Schema(description = WordsTerms.COMMENT)
          Optional<@PlainText @Size(max = 1000) String> comment,
      @Schema(description = WordsTerms.REMARK) Optional<@PlainText @Size(max = 1000) String> remark,
      Optional<Result> result) {}

  /**
   * A result: a record's number, and of a bank which one and when.
   *
   * @param reference the number of the record (印章备案编号, 税务登记号 …)
   * @param institution who serves (开户银行及网点)
   * @param appointmentAt when to be there
   */
  public record Result(
      Optional<@NotBlank @PlainText @Size(max = 64) String> reference,
      Optional<@NotBlank @PlainText @Size(max = 100) String> institution,
      Optional<Instant> appointmentAt) {}

  /**
   * A correction of what a department gave; what is not named stays.
   *
   * @param task the task's part: SEAL, TAX …
   * @param reason why it is corrected
   */
  public record CorrectResult(
      @NotBlank @Size(max = 40) String task,
      @NotBlank @PlainText @Size(max = 500) String reason,
      Result result) {}

  /** What is printed on a licence, to be verified. */
  public record Verification(
      @Size(min = 18, max = 18) String code, @Pattern(regexp = "[0-9A-Fa-f]{64}") String hash) {}
}
