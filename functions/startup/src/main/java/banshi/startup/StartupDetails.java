package banshi.startup;

import banshi.cases.Rating;
import banshi.identity.ApplicantKey;
import banshi.startup.form.StartupForm;
import banshi.startup.licence.Licence;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What only a start-up knows.
 *
 * @param name the name that it is for
 * @param form the one form, as it is now
 * @param formHash what is signed: SHA-256 over the name and the whole form
 * @param signatures who has signed it as it is now, in their order
 * @param corrections what the registrar asked to be corrected, oldest first
 * @param denial why it was not registered
 * @param results what the departments gave, in their order
 * @param licence the licence, once it is issued
 * @param rating what the applicant thought of it
 */
public record StartupDetails(
    Name name,
    StartupForm form,
    String formHash,
    List<Signature> signatures,
    List<Correction> corrections,
    Optional<Denial> denial,
    List<Result> results,
    Optional<Licence> licence,
    Optional<Rating> rating) {
  public StartupDetails {
    signatures = List.copyOf(signatures);
    corrections = List.copyOf(corrections);
    results = List.copyOf(results);
  }

  /** The reserved name. */
  public record Name(String reservation, String full) {}

  /**
   * A signature.
   *
   * @param person whose token it was given with
   * @param formHash what was signed
   */
  public record Signature(ApplicantKey person, String formHash, Instant at) {}

  /** What was to be corrected, told at once (一次性告知, 实施细则 art. 18). */
  public record Correction(List<Item> items, int days, String legalBasis, Instant at) {
    public Correction {
      items = List.copyOf(items);
    }

    /** One of the things to be corrected. */
    public record Item(Optional<String> pointer, String detail) {}
  }

  /** Why it was not registered, and what can be done about that. */
  public record Denial(String reason, String legalBasis, Text remedy, Instant at) {}

  /**
   * What a department gave.
   *
   * @param part the task's part: LICENCE, SEAL …
   * @param done whether it was given, or refused with its reason
   * @param earlier what it was before it was corrected, oldest first
   */
  public record Result(
      String part,
      boolean done,
      Optional<String> reference,
      Optional<String> institution,
      Optional<Instant> appointmentAt,
      Instant at,
      List<Earlier> earlier) {
    public Result {
      earlier = List.copyOf(earlier);
    }

    /** The same result with other content, and with that of before kept. */
    Result corrected(
        String why,
        Optional<String> newReference,
        Optional<String> newInstitution,
        Optional<Instant> newAppointment,
        Instant now) {
      List<Earlier> kept = new ArrayList<>(earlier);
      kept.add(new Earlier(now, why, reference, institution, appointmentAt));
      return new Result(part, done, newReference, newInstitution, newAppointment, at, kept);
    }

    /**
     * What a result was until it was corrected.
     *
     * @param at when it was corrected
     * @param why the reason for correcting it
     */
    public record Earlier(
        Instant at,
        String why,
        Optional<String> reference,
        Optional<String> institution,
        Optional<Instant> appointmentAt) {}
  }

  /** The form after a change: whoever had signed must sign anew. */
  StartupDetails amended(StartupForm changed, String hash) {
    return edited(
        edit -> {
          edit.form = changed;
          edit.formHash = hash;
          edit.signatures.clear();
        });
  }

  StartupDetails signed(Signature signature) {
    return edited(edit -> edit.signatures.add(signature));
  }

  StartupDetails corrected(Correction correction) {
    return edited(edit -> edit.corrections.add(correction));
  }

  StartupDetails denied(Denial why) {
    return edited(edit -> edit.denial = Optional.of(why));
  }

  StartupDetails given(Result result) {
    return edited(edit -> edit.results.add(result));
  }

  /** With a result in the place of the one of the same task. */
  StartupDetails regiven(Result result) {
    return edited(
        edit -> edit.results.replaceAll(each -> each.part().equals(result.part()) ? result : each));
  }

  StartupDetails licensed(Licence issued) {
    return edited(edit -> edit.licence = Optional.of(issued));
  }

  StartupDetails rated(Rating given) {
    return edited(edit -> edit.rating = Optional.of(given));
  }

  private StartupDetails edited(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return new StartupDetails(
        name,
        edit.form,
        edit.formHash,
        edit.signatures,
        edit.corrections,
        edit.denial,
        edit.results,
        edit.licence,
        edit.rating);
  }

  /** A copy to change, which never leaves this class. */
  private static final class Edit {
    private StartupForm form;
    private String formHash;
    private final List<Signature> signatures;
    private final List<Correction> corrections;
    private Optional<Denial> denial;
    private final List<Result> results;
    private Optional<Licence> licence;
    private Optional<Rating> rating;

    Edit(StartupDetails details) {
      form = details.form;
      formHash = details.formHash;
      signatures = new ArrayList<>(details.signatures);
      corrections = new ArrayList<>(details.corrections);
      denial = details.denial;
      results = new ArrayList<>(details.results);
      licence = details.licence;
      rating = details.rating;
    }
  }
}
