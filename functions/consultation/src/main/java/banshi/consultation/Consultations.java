package banshi.consultation;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.Clocks;
import banshi.cases.ConsultationLifeCycle;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Parties;
import banshi.catalogue.Catalogue;
import banshi.crypto.FieldCipher;
import banshi.crypto.KeyedHash;
import banshi.crypto.Receipts;
import banshi.desk.Desk;
import banshi.desk.RatingSteps;
import banshi.desk.Recusal;
import banshi.disclosure.Disclosures;
import banshi.http.desk.ServedKind;
import banshi.store.AuditLog;
import banshi.store.CaseStore;
import banshi.store.Drafts;
import banshi.store.PublishedAnswers;
import banshi.store.TableClient;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Map;

/** The parts of consultations, put together once per environment. */
@Singleton
class Consultations {
  private final Askers askers;
  private final Officers officers;
  private final AnswerCorrections corrections;
  private final Publishers publishers;
  private final RatingSteps<ConsultationDetails> ratings;
  private final ServedKind<ConsultationDetails> served;

  Consultations(
      TableClient table,
      FieldCipher cipher,
      AuditLog audit,
      KeyedHash index,
      Clocks clocks,
      Catalogue catalogue,
      Receipts receipts,
      PublishedAnswers published) {
    Kernel kernel = new Kernel(ConsultationLifeCycle.TABLE, clocks);
    Rules rules = Rules.published();
    this.askers = new Askers(kernel, catalogue, rules, new Drafts(table, cipher));
    this.officers = new Officers(kernel, catalogue, rules, published);
    this.corrections = new AnswerCorrections(kernel);
    this.publishers = new Publishers(kernel, catalogue, published);
    this.ratings =
        new RatingSteps<>(kernel, Consultations::responsible, ConsultationDetails::rated);
    Views views = new Views(kernel, catalogue);
    this.served =
        new ServedKind<>(
            kernel,
            new Desk<>(
                new CaseStore<>(
                    table, cipher, index, clocks, CaseKind.CONSULTATION, new ConsultationCodec()),
                kernel,
                audit),
            receipts,
            new SecureRandom(),
            "/v1/consultations/",
            new Disclosures<>(kernel, details -> Map.of()),
            views::of,
            Recusal.none());
  }

  /** A poor rating is for whoever answered. */
  private static String responsible(Case<ConsultationDetails> c) {
    return c.mark(Mark.DEPARTMENT).orElse(Parties.WINDOW_DEPARTMENT);
  }

  Askers askers() {
    return askers;
  }

  Officers officers() {
    return officers;
  }

  AnswerCorrections corrections() {
    return corrections;
  }

  Publishers publishers() {
    return publishers;
  }

  RatingSteps<ConsultationDetails> ratings() {
    return ratings;
  }

  ServedKind<ConsultationDetails> served() {
    return served;
  }
}
