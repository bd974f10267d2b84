package banshi.wiring;

import banshi.cases.Clocks;
import banshi.cases.HallClocks;
import banshi.crypto.Cursors;
import banshi.crypto.FieldCipher;
import banshi.crypto.KeyedHash;
import banshi.crypto.Receipts;
import banshi.desk.Filers;
import banshi.store.AuditLog;
import banshi.store.Capacity;
import banshi.store.TableClient;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the parts that every function needs; each is made when it is first needed. */
final class HallBeans {
  /** What the template sets for every function, as {@code BANSHI_…} variables. */
  @ConfigMapping(prefix = "banshi")
  interface Settings {
    /** The table's name. */
    String table();

    /** The keys that encrypt personal data, a Tink keyset in JSON. */
    String fieldKeys();

    /** The key of keyed hashes, 32 bytes in base64. */
    String indexKey();

    /** For how many days the audit is kept, at least {@value AuditLog#LEAST_DAYS}. */
    @WithDefault("183")
    int auditDays();
  }

  @Produces
  @Singleton
  TableClient table(Settings settings) {
    DynamoDbClient client =
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new TableClient(client, settings.table(), Capacity.UNHEARD);
  }

  @Produces
  @Singleton
  FieldCipher cipher(Settings settings) {
    return FieldCipher.ofKeyset(settings.fieldKeys());
  }

  @Produces
  @Singleton
  KeyedHash keyedHash(Settings settings) {
    return KeyedHash.ofBase64(settings.indexKey());
  }

  @Produces
  @Singleton
  Cursors cursors(FieldCipher cipher) {
    return new Cursors(cipher);
  }

  @Produces
  @Singleton
  Filers filers(KeyedHash hash) {
    return new Filers(hash, new SecureRandom());
  }

  @Produces
  @Singleton
  Receipts receipts(KeyedHash hash) {
    return new Receipts(hash);
  }

  /** Refuses at the first use a time that is too short. */
  @Produces
  @Singleton
  AuditLog audit(Settings settings, TableClient table, FieldCipher cipher) {
    return new AuditLog(table, cipher, settings.auditDays());
  }

  @Produces
  @Singleton
  Clocks clocks() {
    return HallClocks.published();
  }
}
