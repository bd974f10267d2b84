package banshi.notice.http;

import banshi.crypto.FieldCipher;
import banshi.store.Engine;
import banshi.store.TableClient;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The real engine in the place of the cloud's. */
@Alternative
@Singleton
public class TestTable {
  @Produces
  @Singleton
  Engine engine() {
    return new Engine();
  }

  void end(@Disposes Engine engine) {
    engine.close();
  }

  @Produces
  @Singleton
  TableClient table(Engine engine) {
    return engine.table;
  }

  @Produces
  @Singleton
  FieldCipher cipher(Engine engine) {
    return engine.cipher;
  }
}
