package banshi.intake;

import banshi.cases.ApplicationLifeCycle;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.Clocks;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Parties;
import banshi.catalogue.Catalogue;
import banshi.crypto.FieldCipher;
import banshi.crypto.KeyedHash;
import banshi.crypto.Receipts;
import banshi.desk.Desk;
import banshi.desk.Kinds;
import banshi.desk.Links;
import banshi.desk.RatingSteps;
import banshi.desk.Recusal;
import banshi.disclosure.Disclosures;
import banshi.http.desk.ServedKind;
import banshi.store.AuditLog;
import banshi.store.CaseStore;
import banshi.store.RunningMatters;
import banshi.store.TableClient;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** The parts of intake, put together once per environment. */
@Singleton
class Intake {
  private final Kernel kernel;
  private final Desk<ApplicationDetails> desk;
  private final WindowOfficers window;
  private final LeadOfficers lead;
  private final DecisionCorrections corrections;
  private final Applicants applicants;
  private final Submissions submissions;
  private final RatingSteps<ApplicationDetails> ratings;
  private final Views views;
  private final Receipts receipts;
  private final ServedKind<ApplicationDetails> served;

  Intake(
      TableClient table,
      FieldCipher cipher,
      AuditLog audit,
      KeyedHash index,
      Clocks clocks,
      Catalogue catalogue,
      Receipts receipts) {
    this.kernel = new Kernel(ApplicationLifeCycle.TABLE, clocks);
    this.desk =
        new Desk<>(
            new CaseStore<>(
                table, cipher, index, clocks, CaseKind.APPLICATION, new ApplicationCodec()),
            kernel,
            audit);
    Prechecks prechecks = new Prechecks(catalogue);
    Owings owings = new Owings(kernel, prechecks);
    this.window = new WindowOfficers(kernel, owings);
    this.lead = new LeadOfficers(kernel, catalogue);
    this.corrections = new DecisionCorrections(kernel, catalogue);
    this.applicants = new Applicants(kernel, prechecks, owings);
    this.ratings = new RatingSteps<>(kernel, Intake::responsible, ApplicationDetails::rated);
    this.submissions =
        new Submissions(
            kernel,
            catalogue,
            prechecks,
            new Links(new Kinds(table, cipher, clocks)),
            new RunningMatters(table));
    this.views = new Views(kernel, catalogue);
    this.receipts = receipts;
    this.served =
        new ServedKind<>(
            kernel,
            desk,
            receipts,
            new SecureRandom(),
            "/v1/applications/",
            new Disclosures<>(kernel, new PersonalForm()),
            views::of,
            Recusal.none());
  }

  /** A poor rating is for the first matter's department, or for the window that refused. */
  private static String responsible(Case<ApplicationDetails> c) {
    return c.mark(Mark.ACCEPTANCE).isPresent()
        ? c.parts().getFirst().lead()
        : Parties.WINDOW_DEPARTMENT;
  }

  RatingSteps<ApplicationDetails> ratings() {
    return ratings;
  }

  Kernel kernel() {
    return kernel;
  }

  Desk<ApplicationDetails> desk() {
    return desk;
  }

  WindowOfficers window() {
    return window;
  }

  LeadOfficers lead() {
    return lead;
  }

  DecisionCorrections corrections() {
    return corrections;
  }

  Applicants applicants() {
    return applicants;
  }

  Submissions submissions() {
    return submissions;
  }

  Views views() {
    return views;
  }

  Receipts receipts() {
    return receipts;
  }

  ServedKind<ApplicationDetails> served() {
    return served;
  }
}
