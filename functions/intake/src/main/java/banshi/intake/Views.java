package banshi.intake;

import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.Clocks;
import banshi.cases.FilingChannel;
import banshi.cases.Kernel;
import banshi.cases.LifeCycle;
import banshi.cases.Mark;
import banshi.cases.Party;
import banshi.catalogue.Catalogue;
import banshi.catalogue.Matter;
import banshi.catalogue.MatterVersion;
import banshi.catalogue.PackageVersion;
import banshi.http.view.ApplicantView;
import banshi.http.view.ClockView;
import banshi.http.view.ExtensionRequestView;
import banshi.http.view.RatingView;
import banshi.http.view.TaskView;
import banshi.intake.ApplicationDetails.Decided;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an application is shown: personal data masked, texts in both languages until it is written.
 */
final class Views {
  private final LifeCycle lifeCycle;
  private final Clocks clocks;
  private final Catalogue catalogue;

  Views(Kernel kernel, Catalogue catalogue) {
    this.lifeCycle = kernel.lifeCycle();
    this.clocks = kernel.clocks();
    this.catalogue = catalogue;
  }

  /**
   * Shows an application to somebody who is these parties to it.
   *
   * @param withReceipt whether the receipt belongs to the answer; its code is put in last
   * @param disclosed personal data in full, when its being read was put on record
   */
  ApplicationView of(
      Case<ApplicationDetails> c,
      Set<Party> parties,
      boolean withReceipt,
      Map<String, JsonNode> disclosed,
      Instant now) {
    ApplicationDetails details = c.details();
    Optional<ApplicationView.Acceptance> acceptance =
        c.mark(Mark.ACCEPTANCE).map(ApplicationView.Acceptance::valueOf);
    return new ApplicationView(
        c.number().value(),
        c.kind(),
        c.stage().name(),
        c.stage().label(),
        c.version(),
        c.receivedAt(),
        c.title(),
        ApplicantView.of(c.applicant()),
        FilingChannel.of(c),
        FilingChannel.of(c).label(),
        ClockView.of(c, clocks, now),
        TaskView.of(c, clocks, catalogue::departmentName, parties, now),
        lifeCycle.allowedActions(c, parties),
        details.themePackage().map(PackageVersion::code),
        details.matters().stream().map(version -> matter(c, version)).toList(),
        details.answers(),
        masked(details),
        details.materials().stream().map(Views::material).toList(),
        details.owed().stream()
            .map(o -> new ApplicationView.OwedView(o.code(), o.deadline(), o.broughtAt()))
            .toList(),
        new ApplicationView.Precheck(details.faults()),
        acceptance,
        acceptance.map(Views::acceptanceName),
        details.corrections().stream()
            .map(n -> new ApplicationView.CorrectionView(n.at(), n.days(), n.deadline(), n.items()))
            .toList(),
        c.mark(Mark.ANOMALY).isPresent(),
        c.level(),
        details
            .refusal()
            .map(
                r ->
                    new ApplicationView.RefusalView(
                        r.reason(), r.legalBasis(), r.whereToGo(), r.at())),
        details
            .delivery()
            .map(d -> new ApplicationView.DeliveryView(d.method(), d.trackingNumber(), d.at())),
        details.rating().map(rating -> RatingView.of(c, rating)),
        details.consultation(),
        c.mark(Mark.LAPSED),
        ExtensionRequestView.of(c, details.extension()),
        withReceipt ? Optional.of(receipt(c)) : Optional.empty(),
        disclosed.isEmpty() ? Optional.empty() : Optional.of(disclosed));
  }

  private ApplicationView.CaseReceipt receipt(Case<ApplicationDetails> c) {
    return new ApplicationView.CaseReceipt(
        "",
        c.receivedAt(),
        c.clock(ClockName.ACCEPTANCE).due(clocks.hall()).orElseThrow().at(),
        FilingChannel.isCodeOnly(c));
  }

  private ApplicationView.MatterView matter(Case<ApplicationDetails> c, MatterVersion version) {
    Matter matter = catalogue.matter(version);
    return new ApplicationView.MatterView(
        version.code(),
        version.validFrom().toString(),
        matter.name(),
        matter.responsible(),
        catalogue.departmentName(matter.responsible()),
        c.details().decisions().stream()
            .filter(decided -> decided.matterCode().equals(version.code()))
            .findFirst()
            .map(Views::decision));
  }

  private static ApplicationView.DecisionView decision(Decided decided) {
    return new ApplicationView.DecisionView(
        decided.outcome(),
        decided.outcome().label(),
        decided.reason(),
        decided.legalBasis(),
        decided.remedy(),
        decided.certificate(),
        decided.at(),
        decided.earlier());
  }

  private static ApplicationView.MaterialView material(ApplicationDetails.Material m) {
    return new ApplicationView.MaterialView(
        m.code(), m.fileName(), m.contentType(), m.size(), m.sha256(), m.at());
  }

  /** What the catalogue does not know as harmless is masked: a field is shown only if it may be. */
  private Map<String, JsonNode> masked(ApplicationDetails details) {
    Map<String, JsonNode> shown = new LinkedHashMap<>();
    details
        .form()
        .forEach(
            (name, value) ->
                shown.put(
                    name,
                    details.matters().stream()
                        .flatMap(version -> catalogue.matter(version).form().stream())
                        .map(use -> use.field())
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .map(field -> FormMask.of(field, value))
                        .orElseGet(() -> FormMask.whole(value))));
    return shown;
  }

  private static Text acceptanceName(ApplicationView.Acceptance acceptance) {
    return switch (acceptance) {
      case EXPRESS -> new Text("受理", "Accepted");
      case DEEMED -> new Text("视为受理", "Deemed accepted");
      case TOLERANCE -> new Text("容缺受理", "Accepted with materials owed");
    };
  }
}
