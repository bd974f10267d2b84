package banshi.complaint;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.Clocks;
import banshi.cases.ComplaintLifeCycle;
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
import banshi.disclosure.Disclosures;
import banshi.http.desk.ServedKind;
import banshi.store.AuditLog;
import banshi.store.CaseStore;
import banshi.store.Clusters;
import banshi.store.TableClient;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** The parts of the complaint channel, put together once per environment. */
@Singleton
class Complaints {
  private final RelatedCases related;
  private final Links links;
  private final Complainants complainants;
  private final WindowOfficers window;
  private final Departments departments;
  private final Supervisors supervisors;
  private final RatingSteps<ComplaintDetails> ratings;
  private final ServedKind<ComplaintDetails> served;

  Complaints(
      TableClient table,
      FieldCipher cipher,
      AuditLog audit,
      KeyedHash index,
      Clocks clocks,
      Catalogue catalogue,
      Receipts receipts) {
    Kernel kernel = new Kernel(ComplaintLifeCycle.TABLE, clocks);
    Rules rules = Rules.published();
    CaseStore<ComplaintDetails> store =
        new CaseStore<>(table, cipher, index, clocks, CaseKind.COMPLAINT, new ComplaintCodec());
    Clusters clusters = new Clusters(table);
    Kinds kinds = new Kinds(table, cipher, clocks);
    this.related = new RelatedCases(kinds);
    this.links = new Links(kinds);
    Involvement involvement = new Involvement(related, clusters, store);
    this.complainants = new Complainants(kernel, catalogue, rules);
    this.window = new WindowOfficers(kernel, catalogue, rules);
    this.departments = new Departments(kernel, rules, related);
    this.supervisors = new Supervisors(kernel, clusters, store, involvement, rules);
    this.ratings = new RatingSteps<>(kernel, Complaints::responsible, ComplaintDetails::rated);
    Views views = new Views(kernel, catalogue, rules, related);
    this.served =
        new ServedKind<>(
            kernel,
            new Desk<>(store, kernel, audit),
            receipts,
            new SecureRandom(),
            "/v1/complaints/",
            new Disclosures<>(kernel, new PersonalContent()),
            views::of,
            involvement);
  }

  /** A poor rating is for the department that answered last. */
  private static String responsible(Case<ComplaintDetails> c) {
    return c.mark(Mark.DEPARTMENT).orElse(Parties.WINDOW_DEPARTMENT);
  }

  RelatedCases related() {
    return related;
  }

  Links links() {
    return links;
  }

  Complainants complainants() {
    return complainants;
  }

  WindowOfficers window() {
    return window;
  }

  Departments departments() {
    return departments;
  }

  Supervisors supervisors() {
    return supervisors;
  }

  RatingSteps<ComplaintDetails> ratings() {
    return ratings;
  }

  ServedKind<ComplaintDetails> served() {
    return served;
  }
}
