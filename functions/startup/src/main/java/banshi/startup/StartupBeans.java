package banshi.startup;

import banshi.catalogue.Catalogue;
import banshi.http.Caller;
import banshi.http.RequestTerms;
import banshi.http.desk.Counter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the start-ups' own parts; each is made when it is first needed. */
final class StartupBeans {
  @Produces
  @Singleton
  Catalogue catalogue() {
    return Catalogue.standard();
  }

  @Produces
  @Singleton
  Counter<StartupDetails> counter(Startups startups, Caller caller, RequestTerms terms) {
    return new Counter<>(startups.served(), caller, terms);
  }
}
