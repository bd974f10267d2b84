package banshi.reminder;

import banshi.cases.CaseKind;
import banshi.cases.Clocks;
import banshi.cases.Kernel;
import banshi.cases.LifeCycles;
import banshi.crypto.FieldCipher;
import banshi.desk.Desk;
import banshi.store.Agenda;
import banshi.store.CaseStore;
import banshi.store.Drafts;
import banshi.store.OpaqueDetails;
import banshi.store.TableClient;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Makes the reminder's own parts; each is made when it is first needed. */
final class ReminderBeans {
  @Produces
  @Singleton
  Agenda agenda(TableClient table) {
    return new Agenda(table);
  }

  @Produces
  @Singleton
  Drafts drafts(TableClient table, FieldCipher cipher) {
    return new Drafts(table, cipher);
  }

  /** A desk for every kind of case that has a life cycle: a kind that comes later needs no more. */
  @Produces
  @Singleton
  Desks desks(TableClient table, FieldCipher cipher, Clocks clocks) {
    Map<CaseKind, Desk<JsonNode>> desks = new EnumMap<>(CaseKind.class);
    LifeCycles.all()
        .forEach(
            lifeCycle ->
                desks.put(
                    lifeCycle.kind(),
                    new Desk<>(
                        new CaseStore<>(
                            table, cipher, clocks, lifeCycle.kind(), OpaqueDetails.AS_STORED),
                        new Kernel(lifeCycle, clocks))));
    return new Desks(desks);
  }
}
