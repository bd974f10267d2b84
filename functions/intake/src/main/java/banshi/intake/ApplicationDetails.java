package banshi.intake;

import banshi.cases.ExtensionRequest;
import banshi.cases.Rating;
import banshi.catalogue.Fault;
import banshi.catalogue.MatterVersion;
import banshi.catalogue.PackageVersion;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What only an application knows: what was asked for, what was handed in, what was decided. It
 * keeps the catalogue versions it was opened on.
 *
 * @param themePackage the package, when it was filed as one
 * @param matters the matters that apply, in the catalogue's order
 * @param answers the answers that chose them
 * @param form the filled-in form, by field name
 * @param materials what was handed in, newest last
 * @param owed what may be brought later (容缺受理)
 * @param faults what the machine found at receipt or at the last supplement
 * @param corrections the notices sent, oldest first
 * @param decisions one per decided matter
 * @param refusal why it was not accepted
 * @param delivery how the result was delivered
 * @param rating what the applicant thought of it
 * @param consultation the consultation that it came of
 * @param extension the extension that was asked for last, until it is answered
 */
public record ApplicationDetails(
    Optional<PackageVersion> themePackage,
    List<MatterVersion> matters,
    Map<String, JsonNode> answers,
    Map<String, JsonNode> form,
    List<Material> materials,
    List<Owed> owed,
    List<Fault> faults,
    List<Correction> corrections,
    List<Decided> decisions,
    Optional<NotAccepted> refusal,
    Optional<Delivery> delivery,
    Optional<Rating> rating,
    Optional<String> consultation,
    Optional<ExtensionRequest> extension) {
  public ApplicationDetails {
    matters = List.copyOf(matters);
    answers = Map.copyOf(answers);
    form = Map.copyOf(form);
    materials = List.copyOf(materials);
    owed = List.copyOf(owed);
    faults = List.copyOf(faults);
    corrections = List.copyOf(corrections);
    decisions = List.copyOf(decisions);
  }

  /**
   * A file that was handed in; the file itself lies where the front end put it.
   *
   * @param sha256 64 lower-case hexadecimal digits
   * @param size in bytes
   */
  public record Material(
      String code, String fileName, String contentType, long size, String sha256, Instant at) {}

  /** A material owed, until when (set at acceptance), and when it was brought. */
  public record Owed(String code, Optional<Instant> deadline, Optional<Instant> broughtAt) {
    boolean outstanding() {
      return broughtAt.isEmpty();
    }
  }

  /** One correction notice: everything that is missing, told once (art. 32). */
  public record Correction(Instant at, int days, Instant deadline, List<Item> items) {
    public Correction {
      items = List.copyOf(items);
    }

    /** One thing to correct. */
    public record Item(Optional<String> pointer, Optional<String> materialCode, String detail) {}
  }

  /**
   * The decision on one matter. A denial names its reason, its basis and the remedy (art. 38).
   *
   * @param earlier what it said before it was corrected, oldest first
   */
  public record Decided(
      String matterCode,
      Outcome outcome,
      String reason,
      String legalBasis,
      Optional<Text> remedy,
      Optional<Certificate> certificate,
      Instant at,
      List<Earlier> earlier) {
    public Decided {
      earlier = List.copyOf(earlier);
    }

    /** The same decision in other words, with those of before kept. */
    Decided corrected(
        String why,
        Instant now,
        String newReason,
        String newBasis,
        Optional<Certificate> newCertificate) {
      List<Earlier> kept = new ArrayList<>(earlier);
      kept.add(new Earlier(now, why, reason, legalBasis, certificate));
      return new Decided(
          matterCode, outcome, newReason, newBasis, remedy, newCertificate, at, kept);
    }

    /**
     * What a decision said until it was corrected.
     *
     * @param at when it was corrected
     * @param why the reason for correcting it
     */
    public record Earlier(
        Instant at,
        String why,
        String reason,
        String legalBasis,
        Optional<Certificate> certificate) {}
  }

  /** 准予 or 不予. */
  public enum Outcome {
    GRANTED("准予", "Granted"),
    DENIED("不予", "Denied");

    private final Text label;

    Outcome(String zh, String en) {
      this.label = new Text(zh, en);
    }

    /** What people read, the first words of a notice of it. */
    public Text label() {
      return label;
    }
  }

  /** A licence or certificate that a decision grants. */
  public record Certificate(
      String name, String number, Optional<String> validFrom, Optional<String> validTo) {}

  /** A dated refusal to accept, which says where to go instead (art. 32). */
  public record NotAccepted(String reason, String legalBasis, String whereToGo, Instant at) {}

  /** How the result reached the applicant. */
  public record Delivery(Method method, Optional<String> trackingNumber, Instant at) {
    /** 送达方式. */
    public enum Method {
      WINDOW,
      COURIER,
      ELECTRONIC
    }
  }

  /** The codes of what is owed and not brought. */
  public Set<String> outstanding() {
    return owed.stream().filter(Owed::outstanding).map(Owed::code).collect(Collectors.toSet());
  }

  ApplicationDetails handedIn(
      List<Material> more, Map<String, JsonNode> newForm, List<Owed> newOwed, List<Fault> found) {
    return edited(
        edit -> {
          edit.materials.addAll(more);
          edit.form = newForm;
          edit.owed = newOwed;
          edit.faults = found;
        });
  }

  ApplicationDetails owing(UnaryOperator<Owed> change) {
    return edited(edit -> edit.owed = owed.stream().map(change).toList());
  }

  ApplicationDetails corrected(Correction correction) {
    return edited(edit -> edit.corrections.add(correction));
  }

  ApplicationDetails decided(Decided decision) {
    return edited(edit -> edit.decisions.add(decision));
  }

  /** With a decision in the place of the one on the same matter. */
  ApplicationDetails redecided(Decided decision) {
    return edited(
        edit ->
            edit.decisions.replaceAll(
                each -> each.matterCode().equals(decision.matterCode()) ? decision : each));
  }

  ApplicationDetails extending(Optional<ExtensionRequest> asked) {
    return edited(edit -> edit.extension = asked);
  }

  ApplicationDetails refused(NotAccepted why) {
    return edited(edit -> edit.refusal = Optional.of(why));
  }

  ApplicationDetails delivered(Delivery how) {
    return edited(edit -> edit.delivery = Optional.of(how));
  }

  ApplicationDetails rated(Rating given) {
    return edited(edit -> edit.rating = Optional.of(given));
  }

  private ApplicationDetails edited(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return new ApplicationDetails(
        themePackage,
        matters,
        answers,
        edit.form,
        edit.materials,
        edit.owed,
        edit.faults,
        edit.corrections,
        edit.decisions,
        edit.refusal,
        edit.delivery,
        edit.rating,
        consultation,
        edit.extension);
  }

  /** A copy to change, which never leaves this class. */
  private static final class Edit {
    private Map<String, JsonNode> form;
    private final List<Material> materials;
    private List<Owed> owed;
    private List<Fault> faults;
    private final List<Correction> corrections;
    private final List<Decided> decisions;
    private Optional<NotAccepted> refusal;
    private Optional<Delivery> delivery;
    private Optional<Rating> rating;
    private Optional<ExtensionRequest> extension;

    Edit(ApplicationDetails details) {
      form = details.form;
      materials = new ArrayList<>(details.materials);
      owed = details.owed;
      faults = details.faults;
      corrections = new ArrayList<>(details.corrections);
      decisions = new ArrayList<>(details.decisions);
      refusal = details.refusal;
      delivery = details.delivery;
      rating = details.rating;
      extension = details.extension;
    }
  }
}
