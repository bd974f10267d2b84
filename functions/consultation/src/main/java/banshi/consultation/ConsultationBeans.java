package banshi.consultation;

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
import banshi.store.PublishedAnswers;
import banshi.store.TableClient;
import banshi.store.Threads;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the consultations' own parts; each is made when it is first needed. */
final class ConsultationBeans {
  @Produces
  @Singleton
  Catalogue catalogue() {
    return Catalogue.standard();
  }

  @Produces
  @Singleton
  PublishedAnswers publishedAnswers(TableClient table) {
    return new PublishedAnswers(table);
  }

  @Produces
  @Singleton
  Library library(PublishedAnswers published, Catalogue catalogue) {
    return new Library(published, catalogue);
  }

  @Produces
  @Singleton
  Counter<ConsultationDetails> counter(
      Consultations consultations, Filers filers, Caller caller, RequestTerms terms) {
    return new Counter<>(consultations.served(), filers, caller, terms);
  }

  @Produces
  @Singleton
  WordsCounter<ConsultationDetails> wordsCounter(
      Consultations consultations,
      TableClient table,
      FieldCipher cipher,
      AuditLog audit,
      Catalogue catalogue,
      Caller caller,
      RequestTerms terms,
      Pages pages) {
    return new WordsCounter<>(
        consultations.served(),
        new Threads(table, cipher, CaseKind.CONSULTATION),
        audit,
        catalogue::departmentName,
        caller,
        terms,
        pages);
  }
}
