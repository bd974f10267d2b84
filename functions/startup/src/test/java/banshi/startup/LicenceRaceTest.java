package banshi.startup;

import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.cases.TaskResult;
import banshi.catalogue.Catalogue;
import banshi.clock.ServiceClock;
import banshi.crypto.KeyedHash;
import banshi.crypto.Receipts;
import banshi.desk.Answer;
import banshi.desk.Decision;
import banshi.desk.Desk;
import banshi.desk.Filer;
import banshi.http.Json;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.ApplicantType;
import banshi.identity.CitizenId;
import banshi.identity.CreditCode;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import banshi.identity.Role;
import banshi.startup.form.SubmittedForm;
import banshi.startup.form.Tenure;
import banshi.startup.names.OrganisationForm;
import banshi.store.AuditLog;
import banshi.store.Engine;
import banshi.store.ReservedName;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import banshi.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Two hundred licences at once have two hundred codes, though the codes are drawn from so few that
 * most of them are drawn again and again.
 */
class LicenceRaceTest {
  private static final int LICENCES = 200;
  private static final Instant NOW = at("2026-11-24T10:00:00+08:00");
  private static final KeyedHash INDEX = KeyedHash.of(new byte[32]);
  private static final String REGISTRARS_TASK = "LICENCE.MARKET_REGULATION";
  private static final Actor REGISTRAR =
      new Actor(
          "registrar",
          Set.of(Role.OFFICER),
          Set.of("MARKET_REGULATION"),
          Optional.empty(),
          new ApplicantKey("m".repeat(32)));

  /** Draws every second character of a code from one alone: 961 codes remain. */
  private static final class Few implements RandomGenerator {
    private final Random random = new Random(1);
    private int drawn;

    synchronized int codes() {
      return drawn / 6;
    }

    @Override
    public synchronized int nextInt(int bound) {
      return drawn++ % 6 < 4 ? 0 : random.nextInt(bound);
    }

    @Override
    public long nextLong() {
      throw new AssertionError("codes are drawn by characters");
    }
  }

  @Test
  void noCodeIsGivenTwice() throws Exception {
    try (Engine engine = new Engine();
        ExecutorService threads = Executors.newFixedThreadPool(20)) {
      Few few = new Few();
      Startups startups =
          new Startups(
              engine.table,
              engine.cipher,
              new AuditLog(engine.table, engine.cipher, 183),
              INDEX,
              Sample.clocks(),
              Catalogue.standard(),
              new Receipts(INDEX),
              new LicenceView.Address(Optional.empty()),
              few);
      List<Future<CaseNumber>> signed = new ArrayList<>();
      for (int i = 0; i < LICENCES; i++) {
        int each = i;
        signed.add(threads.submit(() -> new Trader(startups, each).signed()));
      }
      List<CaseNumber> numbers = new ArrayList<>();
      for (Future<CaseNumber> number : signed) {
        numbers.add(number.get());
      }
      List<Future<String>> licensed =
          numbers.stream().map(number -> threads.submit(() -> code(startups, number))).toList();

      Set<String> codes = new HashSet<>();
      for (int i = 0; i < LICENCES; i++) {
        String code = licensed.get(i).get();
        assertThat(codes.add(code)).as(code).isTrue();
        assertThat(CreditCode.problems(code)).as(code).isEmpty();
        assertThat(startups.register().find(code))
            .hasValueSatisfying(entry -> assertThat(numbers).contains(entry.startup()));
      }
      assertThat(codes).hasSize(LICENCES);
      assertThat(few.codes()).as("codes drawn, some of them again").isGreaterThan(LICENCES);
    }
  }

  /** Completes the registrar's task; tried again when the desk is too busy, as officers do. */
  private static String code(Startups startups, CaseNumber number) {
    AtomicReference<String> code = new AtomicReference<>();
    act(
        startups,
        number,
        REGISTRAR,
        startups
            .departments()
            .complete(
                REGISTRAR,
                REGISTRARS_TASK,
                new Requests.Complete(
                    TaskResult.Opinion.PASS, Optional.empty(), Optional.empty(), Optional.empty())),
        c -> code.set(c.details().licence().orElseThrow().code()));
    return code.get();
  }

  private interface Seeing {
    void seen(Case<StartupDetails> c);
  }

  private static void act(
      Startups startups,
      CaseNumber number,
      Actor actor,
      Decision<StartupDetails> decision,
      Seeing seeing) {
    Answer answer =
        startups
            .served()
            .desk()
            .act(
                terms(number + actor.subject()),
                number,
                actor,
                Optional.empty(),
                decision,
                (after, parties) -> {
                  seeing.seen(after);
                  return rendered(startups, after, parties);
                },
                NOW);
    assertThat(answer).isInstanceOf(Answer.Given.class);
  }

  private static WriteTerms terms(String key) {
    return new WriteTerms("scope", key, "body");
  }

  private static StoredAnswer rendered(
      Startups startups, Case<StartupDetails> c, Set<Party> parties) {
    return new StoredAnswer(
        200,
        Optional.of(c.version()),
        Optional.empty(),
        Json.bytes(startups.views().of(c, parties, false, Map.of(), NOW), Language.EN));
  }

  /** A sole trader with a name of their own, who signs alone. */
  private static final class Trader {
    private static final String HANZI = "江河湖海山川林泉云雨雪风日月星辰春夏秋冬";

    private final Startups startups;
    private final int which;
    private final String idNumber;
    private final Actor actor;

    Trader(Startups startups, int which) {
      this.startups = startups;
      this.which = which;
      String first17 = "50010619000101%03d".formatted(which + 100);
      this.idNumber = first17 + CitizenId.checkCharacter(first17);
      IdNumber number = new IdNumber(idNumber);
      this.actor =
          new Actor(
              "trader-" + which,
              Set.of(Role.APPLICANT),
              Set.of(),
              Optional.of(
                  new ApplicantIdentity(
                      new PersonName("张三"),
                      IdType.ID_CARD,
                      Optional.of(number),
                      Optional.of(new Phone("13800000000")),
                      ApplicantType.PERSON)),
              ApplicantKey.ofDocument(INDEX, IdType.ID_CARD, number).orElseThrow());
    }

    CaseNumber signed() {
      CaseNumber number =
          CaseNumber.draw(CaseKind.STARTUP, ServiceClock.dateOf(NOW), new Random(which));
      Requests.Startup form = form(reserved());
      AtomicReference<String> hash = new AtomicReference<>();
      Answer filed =
          startups
              .served()
              .desk()
              .open(
                  terms("file" + which),
                  () ->
                      startups
                          .founders()
                          .prepare(Filer.oneself(actor, actor.applicant().orElseThrow()), form, NOW)
                          .map(
                              filing ->
                                  new Desk.Opening<>(
                                      filing.open(number, NOW),
                                      "hash",
                                      Optional.empty(),
                                      filing.companions(number, NOW))),
                  actor,
                  (after, parties) -> {
                    hash.set(after.details().formHash());
                    return rendered(startups, after, parties);
                  },
                  NOW);
      assertThat(filed).as("%s", filed).isInstanceOf(Answer.Given.class);
      act(
          startups,
          number,
          actor,
          startups.founders().sign(actor, new Requests.Sign(hash.get())),
          c -> assertThat(c.signatories().missing()).isEmpty());
      return number;
    }

    private String reserved() {
      AtomicReference<ReservedName> reserved = new AtomicReference<>();
      String tradeName = "" + HANZI.charAt(which % 20) + HANZI.charAt(which / 20 % 20) + "映" + "庭";
      Answer answer =
          startups
              .naming()
              .reserve(
                  actor.key(),
                  new Requests.Name(
                          "500106",
                          tradeName,
                          "CATERING",
                          OrganisationForm.SOLE_PROPRIETOR,
                          Optional.empty())
                      .proposed(),
                  terms("name" + which),
                  name -> {
                    reserved.set(name);
                    return new StoredAnswer(
                        201, Optional.empty(), Optional.empty(), new byte[] {'{', '}'});
                  },
                  NOW);
      assertThat(answer).as("%s", answer).isInstanceOf(Answer.Given.class);
      return reserved.get().id();
    }

    private Requests.Startup form(String reservation) {
      return new Requests.Startup(
          reservation,
          Optional.of(
              new SubmittedForm.Company(
                  Optional.empty(),
                  Optional.of(List.of("CATERING-MANAGEMENT")),
                  Optional.of(
                      new SubmittedForm.Address(
                          Optional.of("500106001"),
                          Optional.of("某路1号"),
                          Optional.of(Tenure.RENTED))),
                  Optional.empty(),
                  Optional.empty())),
          Optional.of(
              List.of(
                  new SubmittedForm.Person(
                      Optional.of(banshi.startup.form.Role.OPERATOR),
                      Optional.of("张三"),
                      Optional.of(IdType.ID_CARD),
                      Optional.of(idNumber),
                      Optional.of("13800000000"),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()))),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
