package banshi.notice;

import banshi.catalogue.Catalogue;
import banshi.crypto.FieldCipher;
import banshi.store.Consents;
import banshi.store.Inboxes;
import banshi.store.TableClient;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes this function's own parts; each is made when it is first needed. */
final class NoticeBeans {
  @Produces
  @Singleton
  Catalogue catalogue() {
    return Catalogue.standard();
  }

  @Produces
  @Singleton
  Inboxes inboxes(TableClient table, FieldCipher cipher) {
    return new Inboxes(table, cipher);
  }

  @Produces
  @Singleton
  Consents consents(TableClient table, FieldCipher cipher) {
    return new Consents(table, cipher);
  }
}
