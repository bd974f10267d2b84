package banshi.complaint;

import banshi.cases.CaseKind;
import banshi.catalogue.Catalogue;
import banshi.crypto.FieldCipher;
import banshi.desk.Filers;
import banshi.http.Caller;
import banshi.http.Pages;
import banshi.http.RequestTerms;
import banshi.http.desk.Counter;
import banshi.http.desk.WordsCounter;
import banshi.store.AuditLog;
import banshi.store.Clusters;
import banshi.store.Statistics;
import banshi.store.TableClient;
import banshi.store.Threads;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the complaint channel's own parts; each is made when it is first needed. */
final class ComplaintBeans {
  @Produces
  @Singleton
  Catalogue catalogue() {
    return Catalogue.standard();
  }

  @Produces
  @Singleton
  Counter<ComplaintDetails> counter(
      Complaints complaints, Filers filers, Caller caller, RequestTerms terms) {
    return new Counter<>(complaints.served(), filers, caller, terms);
  }

  @Produces
  @Singleton
  WordsCounter<ComplaintDetails> wordsCounter(
      Complaints complaints,
      TableClient table,
      FieldCipher cipher,
      AuditLog audit,
      Catalogue catalogue,
      Caller caller,
      RequestTerms terms,
      Pages pages) {
    return new WordsCounter<>(
        complaints.served(),
        new Threads(table, cipher, CaseKind.COMPLAINT),
        audit,
        catalogue::departmentName,
        caller,
        terms,
        pages);
  }

  @Produces
  @Singleton
  Clusters clusters(TableClient table) {
    return new Clusters(table);
  }

  @Produces
  @Singleton
  Statistics statistics(TableClient table) {
    return new Statistics(table);
  }
}
