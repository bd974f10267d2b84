package banshi.startup;

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
import banshi.store.TableClient;
import banshi.store.Threads;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the start-ups' own parts; each is made when it is first needed. */
final class StartupBeans {
  @Produces
  @Singleton
  Catalogue catalogue() {
    return Catalogue.standard();
  }

  @Produces
  @Singleton
  LicenceView.Address address(
      @ConfigProperty(name = "banshi.public-address") Optional<String> configured) {
    return new LicenceView.Address(configured.filter(address -> !address.isBlank()));
  }

  @Produces
  @Singleton
  Counter<StartupDetails> counter(
      Startups startups, Filers filers, Caller caller, RequestTerms terms) {
    return new Counter<>(startups.served(), filers, caller, terms);
  }

  @Produces
  @Singleton
  WordsCounter<StartupDetails> wordsCounter(
      Startups startups,
      TableClient table,
      FieldCipher cipher,
      AuditLog audit,
      Catalogue catalogue,
      Caller caller,
      RequestTerms terms,
      Pages pages) {
    return new WordsCounter<>(
        startups.served(),
        new Threads(table, cipher, CaseKind.STARTUP),
        audit,
        catalogue::departmentName,
        caller,
        terms,
        pages);
  }
}
