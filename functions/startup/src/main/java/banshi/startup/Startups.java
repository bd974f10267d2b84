package banshi.startup;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Clocks;
import banshi.cases.Kernel;
import banshi.cases.StartupLifeCycle;
import banshi.catalogue.Catalogue;
import banshi.crypto.FieldCipher;
import banshi.crypto.KeyedHash;
import banshi.crypto.Receipts;
import banshi.desk.Desk;
import banshi.desk.RatingSteps;
import banshi.desk.Recusal;
import banshi.disclosure.Disclosures;
import banshi.http.desk.ServedKind;
import banshi.startup.licence.CreditCodes;
import banshi.store.AuditLog;
import banshi.store.CaseStore;
import banshi.store.CompanyNames;
import banshi.store.LicenceRegister;
import banshi.store.Representatives;
import banshi.store.TableClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The parts of company start-ups, put together once per environment. */
@Singleton
class Startups {
  private final CaseStore<StartupDetails> store;
  private final Kernel kernel;
  private final AuditLog audit;
  private final Naming naming;
  private final CompanyNames names;
  private final LicenceRegister register;
  private final Founders founders;
  private final Registrars registrars;
  private final Departments departments;
  private final ResultCorrections corrections;
  private final RatingSteps<StartupDetails> ratings;
  private final Views views;
  private final ServedKind<StartupDetails> served;

  @Inject
  Startups(
      TableClient table,
      FieldCipher cipher,
      AuditLog audit,
      KeyedHash index,
      Clocks clocks,
      Catalogue catalogue,
      Receipts receipts,
      LicenceView.Address address) {
    this(table, cipher, audit, index, clocks, catalogue, receipts, address, new SecureRandom());
  }

  /**
   * The same with credit codes drawn from something else.
   *
   * @param codes what codes are drawn from
   */
  Startups(
      TableClient table,
      FieldCipher cipher,
      AuditLog audit,
      KeyedHash index,
      Clocks clocks,
      Catalogue catalogue,
      Receipts receipts,
      LicenceView.Address address,
      RandomGenerator codes) {
    this.audit = audit;
    this.kernel = new Kernel(StartupLifeCycle.TABLE, clocks);
    Rules rules = Rules.published();
    this.store =
        new CaseStore<>(table, cipher, index, clocks, CaseKind.STARTUP, new StartupCodec());
    this.names = new CompanyNames(table, cipher, this::isRunning);
    this.register = new LicenceRegister(table);
    this.naming = new Naming(names);
    Signers signers = new Signers(index);
    this.founders =
        new Founders(kernel, rules, signers, names, new Representatives(table), this::isRunning);
    this.registrars =
        new Registrars(kernel, rules, new CreditCodes(rules.region(), rules.block(), codes));
    this.corrections = new ResultCorrections(kernel);
    this.departments = new Departments(kernel, registrars, names, register);
    this.ratings =
        new RatingSteps<>(kernel, c -> rules.licence().department(), StartupDetails::rated);
    this.views = new Views(kernel, catalogue, signers, address);
    this.served =
        new ServedKind<>(
            kernel,
            new Desk<>(store, kernel, audit),
            receipts,
            new SecureRandom(),
            "/v1/startups/",
            new Disclosures<>(kernel, new PersonalContent()),
            views::of,
            Recusal.none());
  }

  /** Whether a start-up is under way; what time has made of it counts. */
  private boolean isRunning(CaseNumber number, Instant now) {
    return store
        .load(number)
        .map(c -> kernel.settleAll(c, now).after())
        .map(Case::stage)
        .filter(stage -> !stage.isFinal())
        .isPresent();
  }

  AuditLog audit() {
    return audit;
  }

  Naming naming() {
    return naming;
  }

  CompanyNames names() {
    return names;
  }

  LicenceRegister register() {
    return register;
  }

  Founders founders() {
    return founders;
  }

  Registrars registrars() {
    return registrars;
  }

  ResultCorrections corrections() {
    return corrections;
  }

  Departments departments() {
    return departments;
  }

  RatingSteps<StartupDetails> ratings() {
    return ratings;
  }

  Views views() {
    return views;
  }

  ServedKind<StartupDetails> served() {
    return served;
  }
}
