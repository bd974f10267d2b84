package banshi.reminder;

import banshi.cases.Clocks;
import banshi.crypto.FieldCipher;
import banshi.desk.Kinds;
import banshi.desk.Onlooker;
import banshi.store.Agenda;
import banshi.store.CompanyNames;
import banshi.store.DraftsThatLapse;
import banshi.store.TableClient;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the reminder's own parts; each is made when it is first needed. */
final class ReminderBeans {
  @Produces
  @Singleton
  Metrics metrics() {
    return new Metrics(
        System.out, Optional.ofNullable(System.getenv("AWS_LAMBDA_FUNCTION_NAME")).orElse(""));
  }

  @Produces
  @Singleton
  Agenda agenda(TableClient table) {
    return new Agenda(table);
  }

  @Produces
  @Singleton
  DraftsThatLapse drafts(TableClient table, FieldCipher cipher) {
    return new DraftsThatLapse(table, cipher);
  }

  @Produces
  @Singleton
  CompanyNames companyNames(TableClient table, FieldCipher cipher, Kinds kinds) {
    Onlooker onlooker = new Onlooker(kinds);
    return new CompanyNames(
        table,
        cipher,
        (number, now) ->
            onlooker.glance(number, now).filter(c -> !c.stage().isFinal()).isPresent());
  }

  @Produces
  @Singleton
  Kinds kinds(TableClient table, FieldCipher cipher, Clocks clocks) {
    return new Kinds(table, cipher, clocks);
  }
}
