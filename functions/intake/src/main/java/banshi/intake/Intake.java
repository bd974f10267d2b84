package banshi.intake;

import banshi.cases.ApplicationLifeCycle;
import banshi.cases.CaseKind;
import banshi.cases.Clocks;
import banshi.cases.Kernel;
import banshi.cases.TaskWork;
import banshi.catalogue.Catalogue;
import banshi.crypto.FieldCipher;
import banshi.crypto.Receipts;
import banshi.desk.Desk;
import banshi.store.CaseStore;
import banshi.store.TableClient;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The parts of intake, put together once per environment. */
@Singleton
class Intake {
  private final Kernel kernel;
  private final Desk<ApplicationDetails> desk;
  private final WindowOfficers window;
  private final LeadOfficers lead;
  private final Readers readers;
  private final Applicants applicants;
  private final Submissions submissions;
  private final Views views;
  private final Receipts receipts;
  private final RandomGenerator random = new SecureRandom();

  Intake(
      TableClient table,
      FieldCipher cipher,
      Clocks clocks,
      Catalogue catalogue,
      Receipts receipts) {
    this.kernel = new Kernel(ApplicationLifeCycle.TABLE, clocks);
    this.desk =
        new Desk<>(
            new CaseStore<>(table, cipher, clocks, CaseKind.APPLICATION, new ApplicationCodec()),
            kernel);
    Prechecks prechecks = new Prechecks(catalogue);
    this.window = new WindowOfficers(kernel, prechecks);
    this.lead = new LeadOfficers(kernel, catalogue);
    this.readers = new Readers(kernel);
    this.applicants = new Applicants(kernel, prechecks);
    this.submissions = new Submissions(kernel, catalogue, prechecks);
    this.views = new Views(kernel, catalogue);
    this.receipts = receipts;
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

  Readers readers() {
    return readers;
  }

  Applicants applicants() {
    return applicants;
  }

  TaskWork taskWork() {
    return new TaskWork(kernel);
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

  RandomGenerator random() {
    return random;
  }
}
