package banshi.startup;

import banshi.cases.Case;
import banshi.cases.ClockName;
import banshi.cases.Clocks;
import banshi.cases.FilingChannel;
import banshi.cases.Kernel;
import banshi.cases.LifeCycle;
import banshi.cases.Mark;
import banshi.cases.Party;
import banshi.cases.Task;
import banshi.catalogue.Catalogue;
import banshi.http.view.ApplicantView;
import banshi.http.view.ClockView;
import banshi.http.view.RatingView;
import banshi.http.view.TaskView;
import banshi.identity.ApplicantKey;
import banshi.startup.StartupDetails.Signature;
import banshi.startup.form.Role;
import banshi.startup.form.ScopeItem;
import banshi.startup.form.StartupForm;
import banshi.startup.licence.Licence;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a start-up is shown: personal data masked, texts in both languages until it is written. */
final class Views {
  private final LifeCycle lifeCycle;
  private final Clocks clocks;
  private final Catalogue catalogue;
  private final Signers signers;
  private final LicenceView.Address address;

  Views(Kernel kernel, Catalogue catalogue, Signers signers, LicenceView.Address address) {
    this.lifeCycle = kernel.lifeCycle();
    this.clocks = kernel.clocks();
    this.catalogue = catalogue;
    this.signers = signers;
    this.address = address;
  }

  /** Shows a start-up to somebody who is these parties to it. */
  StartupView of(
      Case<StartupDetails> c,
      Set<Party> parties,
      boolean withReceipt,
      Map<String, JsonNode> disclosed,
      Instant now) {
    StartupDetails details = c.details();
    StartupForm form = details.form();
    return new StartupView(
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
        TaskView.of(c, clocks, catalogue::departmentName, parties, now).stream()
            .sorted(Comparator.comparingInt(Views::place))
            .toList(),
        lifeCycle.allowedActions(c, parties),
        details.name().reservation(),
        details.name().full(),
        form.form(),
        form.form().label(),
        details.formHash(),
        company(form.company()),
        form.people().stream().map(Views::person).toList(),
        form.services(),
        signatories(details),
        c.signatories().missing().size(),
        details.corrections().stream().map(Views::correction).toList(),
        c.mark(Mark.ANOMALY).isPresent(),
        details
            .denial()
            .map(
                denial ->
                    new StartupView.DenialView(
                        denial.reason(), denial.legalBasis(), denial.remedy(), denial.at())),
        details.results().stream().flatMap(result -> result(c, result).stream()).toList(),
        details.licence().map(licence -> LicenceView.of(licence, address)),
        details.rating().map(rating -> RatingView.of(c, rating)),
        withReceipt ? Optional.of(receipt(c)) : Optional.empty(),
        disclosed.isEmpty() ? Optional.empty() : Optional.of(disclosed));
  }

  /** Tasks come in the order in which a start-up goes; those that a rating adds come last. */
  private static int place(TaskView task) {
    int place = LedgerView.PARTS.indexOf(task.matterCode());
    return place < 0 ? LedgerView.PARTS.size() : place;
  }

  /** Who used which minutes. */
  LedgerView ledger(Case<StartupDetails> c, Instant now) {
    return LedgerView.of(c, clocks, catalogue::departmentName, now);
  }

  private StartupView.CaseReceipt receipt(Case<StartupDetails> c) {
    return new StartupView.CaseReceipt(
        "",
        c.receivedAt(),
        c.clock(ClockName.SIGNING).due(clocks.hall()).orElseThrow().at(),
        FilingChannel.isCodeOnly(c));
  }

  private static StartupView.CompanyView company(StartupForm.Company company) {
    StartupForm.Address where = company.address();
    return new StartupView.CompanyView(
        company.capital(),
        company.businessScope().stream().map(Views::item).toList(),
        new StartupView.AddressView(
            where.street().code(), where.street().name(), where.detail(), where.tenure()),
        company.supervisorWaived(),
        company.beneficialOwnerExemption());
  }

  private static StartupView.ScopeView item(ScopeItem item) {
    return new StartupView.ScopeView(
        item.code(), item.name(), item.isLicensed(), item.licence(), item.matter());
  }

  private static StartupView.PersonView person(StartupForm.Entry entry) {
    return new StartupView.PersonView(
        entry.role(),
        entry.role().label(),
        entry.name().masked(),
        entry.idType(),
        entry.idNumber().masked(),
        entry.phone().map(phone -> phone.masked()),
        entry.share(),
        entry
            .contribution()
            .map(
                paid ->
                    new StartupView.ContributionView(paid.amount(), paid.method(), paid.dueBy())),
        entry.control());
  }

  private List<StartupView.SignatoryView> signatories(StartupDetails details) {
    Map<ApplicantKey, Signature> signed = Signers.bySigner(details);
    return signers.of(details.form()).entrySet().stream()
        .map(
            signer ->
                signatory(signer.getValue(), Optional.ofNullable(signed.get(signer.getKey()))))
        .toList();
  }

  private static StartupView.SignatoryView signatory(
      StartupForm.Signatory person, Optional<Signature> signature) {
    return new StartupView.SignatoryView(
        person.name().masked(),
        person.roles().stream().map(Role::label).toList(),
        signature.isPresent(),
        signature.map(Signature::at),
        signature.map(Signature::formHash));
  }

  private static StartupView.CorrectionView correction(StartupDetails.Correction correction) {
    return new StartupView.CorrectionView(
        correction.items().stream()
            .map(item -> new StartupView.CorrectionView.ItemView(item.pointer(), item.detail()))
            .toList(),
        correction.days(),
        correction.legalBasis(),
        correction.at());
  }

  private Optional<StartupView.ResultView> result(
      Case<StartupDetails> c, StartupDetails.Result result) {
    Optional<Task> task =
        c.tasks().stream().filter(each -> each.part().equals(result.part())).findFirst();
    return task.map(
        of ->
            new StartupView.ResultView(
                result.part(),
                of.title(),
                of.department(),
                catalogue.departmentName(of.department()),
                result.done(),
                result.reference(),
                result.institution(),
                result.appointmentAt(),
                result.at(),
                result.earlier()));
  }

  /** A licence as JSON. */
  LicenceView licence(Licence licence) {
    return LicenceView.of(licence, address);
  }

  /** What the QR code of a licence says. */
  String verification(Licence licence) {
    return address.verification(licence);
  }
}
