package banshi.intake;

import banshi.cases.Clocks;
import banshi.catalogue.Catalogue;
import banshi.clock.DepartmentHours;
import banshi.clock.WorkingCalendar;
import banshi.crypto.Cursors;
import banshi.crypto.FieldCipher;
import banshi.crypto.KeyedHash;
import banshi.crypto.Receipts;
import banshi.http.CallerVerifier;
import banshi.identity.BearerTokens;
import banshi.identity.TokenSettings;
import banshi.store.Capacity;
import banshi.store.CaseLists;
import banshi.store.Drafts;
import banshi.store.Queues;
import banshi.store.TableClient;
import banshi.store.Tracking;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the parts that need configuration; each is made when it is first needed. */
final class IntakeBeans {
  /** What the template sets, as {@code BANSHI_…} variables. */
  @ConfigMapping(prefix = "banshi")
  interface Settings {
    /** The table's name. */
    String table();

    /** Who may have issued a token. */
    String tokenIssuer();

    /** Whom a token must be meant for. */
    String tokenAudience();

    /** The issuer's keys, a JWK set in JSON. */
    String tokenKeys();

    /** The keys that encrypt personal data, a Tink keyset in JSON. */
    String fieldKeys();

    /** The key of keyed hashes, 32 bytes in base64. */
    String indexKey();
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
  Receipts receipts(KeyedHash hash) {
    return new Receipts(hash);
  }

  @Produces
  @Singleton
  CallerVerifier callers(Settings settings, KeyedHash hash) {
    BearerTokens tokens =
        new BearerTokens(
            new TokenSettings(
                settings.tokenKeys(), settings.tokenIssuer(), Set.of(settings.tokenAudience())),
            hash);
    return tokens::verify;
  }

  @Produces
  @Singleton
  Clocks clocks() {
    return new HallClocks(WorkingCalendar.published(), DepartmentHours.published());
  }

  @Produces
  @Singleton
  Catalogue catalogue() {
    return Catalogue.standard();
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
  Drafts drafts(TableClient table, FieldCipher cipher) {
    return new Drafts(table, cipher);
  }
}
