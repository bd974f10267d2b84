package banshi.complaint;

import banshi.catalogue.Catalogue;
import banshi.desk.Filers;
import banshi.http.Caller;
import banshi.http.RequestTerms;
import banshi.http.desk.Counter;
import banshi.store.Clusters;
import banshi.store.Statistics;
import banshi.store.TableClient;
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
  Clusters clusters(TableClient table) {
    return new Clusters(table);
  }

  @Produces
  @Singleton
  Statistics statistics(TableClient table) {
    return new Statistics(table);
  }
}
