package banshi.intake;

import banshi.cases.CaseKind;
import banshi.cases.Clocks;
import banshi.catalogue.Catalogue;
import banshi.crypto.FieldCipher;
import banshi.crypto.KeyedHash;
import banshi.desk.Filers;
import banshi.desk.Kinds;
import banshi.desk.Onlooker;
import banshi.http.Caller;
import banshi.http.Pages;
import banshi.http.RequestTerms;
import banshi.http.desk.Counter;
import banshi.http.desk.WordsCounter;
import banshi.store.AuditLog;
import banshi.store.CaseLists;
import banshi.store.Drafts;
import banshi.store.ListedCases;
import banshi.store.Queues;
import banshi.store.TableClient;
import banshi.store.Threads;
import banshi.store.Tracking;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes intake's own parts; each is made when it is first needed. */
final class IntakeBeans {
  @Produces
  @Singleton
  Catalogue catalogue() {
    return Catalogue.standard();
  }

  @Produces
  @Singleton
  Counter<ApplicationDetails> counter(
      Intake intake, Filers filers, Caller caller, RequestTerms terms) {
    return new Counter<>(intake.served(), filers, caller, terms);
  }

  @Produces
  @Singleton
  WordsCounter<ApplicationDetails> wordsCounter(
      Intake intake,
      TableClient table,
      FieldCipher cipher,
      AuditLog audit,
      Catalogue catalogue,
      Caller caller,
      RequestTerms terms,
      Pages pages) {
    return new WordsCounter<>(
        intake.served(),
        new Threads(table, cipher, CaseKind.APPLICATION),
        audit,
        catalogue::departmentName,
        caller,
        terms,
        pages);
  }

  @Produces
  @Singleton
  CaseLists caseLists(TableClient table) {
    return new CaseLists(table);
  }

  @Produces
  @Singleton
  Queues queues(TableClient table) {
    return new Queues(table);
  }

  @Produces
  @Singleton
  Tracking tracking(TableClient table) {
    return new Tracking(table);
  }

  @Produces
  @Singleton
  Onlooker onlooker(TableClient table, FieldCipher cipher, Clocks clocks) {
    return new Onlooker(new Kinds(table, cipher, clocks));
  }

  @Produces
  @Singleton
  Finder finder(TableClient table, FieldCipher cipher, Clocks clocks) {
    return new Finder(new ListedCases(table), new Kinds(table, cipher, clocks));
  }

  @Produces
  @Singleton
  Searches searches(Finder finder, KeyedHash index) {
    return new Searches(finder, index);
  }

  @Produces
  @Singleton
  Drafts drafts(TableClient table, FieldCipher cipher) {
    return new Drafts(table, cipher);
  }
}
