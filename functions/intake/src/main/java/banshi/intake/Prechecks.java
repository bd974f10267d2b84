package banshi.intake;

import banshi.catalogue.Catalogue;
import banshi.catalogue.Checklist;
import banshi.catalogue.Fault;
import banshi.catalogue.MaterialGiven;
import banshi.catalogue.Precheck;
import banshi.identity.CitizenId;
import banshi.identity.CreditCode;
import java.time.LocalDate;
import java.util.List;

/** What the machine finds in an application, by the catalogue as it was on the day of receipt. */
final class Prechecks {
  private final Catalogue catalogue;
  private final Precheck precheck =
      new Precheck(
          number -> CitizenId.problems(number).isEmpty(),
          code -> CreditCode.problems(code).isEmpty());

  Prechecks(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** What an application needs, by the versions that it was opened on. */
  Checklist checklist(ApplicationDetails details, LocalDate received) {
    return details
        .themePackage()
        .map(
            version ->
                Checklist.of(
                    catalogue, catalogue.themePackage(version), received, details.answers()))
        .orElseGet(
            () -> Checklist.of(catalogue.matter(details.matters().getFirst()), details.answers()));
  }

  /** Everything that is wrong or missing. */
  List<Fault> faults(ApplicationDetails details, LocalDate received) {
    return precheck.faults(
        checklist(details, received),
        details.form(),
        details.materials().stream()
            .map(
                m ->
                    new MaterialGiven(
                        m.code(), m.fileName(), m.contentType(), m.size(), m.sha256()))
            .toList(),
        details.outstanding());
  }
}
