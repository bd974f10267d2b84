package banshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.FilingChannel;
import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.crypto.KeyedHash;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.ApplicantType;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import banshi.identity.Role;
import banshi.text.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who files for whom; every number is synthetic. */
class FilersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final KeyedHash INDEX = KeyedHash.of(new byte[32]);
  private static final Filers FILERS = new Filers(INDEX, new Random(1));
  private static final String NUMBER = "500106190001010019";
  private static final String OTHER_NUMBER = "500106190001010027";

  private static final Actor RESIDENT = resident(Set.of(Role.APPLICANT), Set.of());
  private static final Actor WINDOW = officer("window-1", "HALL");

  private static Actor resident(Set<Role> roles, Set<String> departments) {
    IdNumber number = new IdNumber(NUMBER);
    return new Actor(
        "resident-1",
        roles,
        departments,
        Optional.of(
            new ApplicantIdentity(
                new PersonName("张三"),
                IdType.ID_CARD,
                Optional.of(number),
                Optional.of(new Phone("13800000000")),
                ApplicantType.PERSON)),
        ApplicantKey.ofDocument(INDEX, IdType.ID_CARD, number).orElseThrow());
  }

  private static Actor officer(String subject, String department) {
    return new Actor(
        subject,
        Set.of(Role.OFFICER),
        Set.of(department),
        Optional.empty(),
        ApplicantKey.ofAccount(INDEX, "issuer", subject));
  }

  private static Petitioner bearer(IdType type, String number) {
    return new Petitioner(
        Optional.of("李四"), Optional.of(type), Optional.of(number), Optional.of("13900000000"));
  }

  private static Outcome<Filer> filer(Actor actor, Petitioner given, FilingChannel channel) {
    return FILERS.filer(actor, Optional.of(given), Optional.of(channel), NOW);
  }

  private static Filer done(Outcome<Filer> outcome) {
    return switch (outcome) {
      case Outcome.Done<Filer>(Filer filer) -> filer;
      case Outcome.Refused<Filer>(Refusal refusal) -> throw new AssertionError(refusal);
    };
  }

  private static Refusal refused(Outcome<Filer> outcome) {
    return switch (outcome) {
      case Outcome.Done<Filer>(Filer filer) -> throw new AssertionError("not refused");
      case Outcome.Refused<Filer>(Refusal refusal) -> refusal;
    };
  }

  private static List<String> faults(Outcome<Filer> outcome) {
    return ((Refusal.Invalid) refused(outcome))
        .faults().stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }

  @Test
  void whatAnOfficerFilesHasTheKeyOfTheBearersOwnToken() {
    Filer filer =
        done(filer(WINDOW, bearer(IdType.ID_CARD, " " + NUMBER + " "), FilingChannel.WINDOW));
    assertThat(filer.owner()).isEqualTo(RESIDENT.key());
    assertThat(filer.isCounter()).isTrue();
    assertThat(filer.isFoundBySigningIn()).isTrue();
    assertThat(filer.applicant().name()).isEqualTo(new PersonName("李四"));
    assertThat(filer.applicant().phone()).contains(new Phone("13900000000"));
  }

  @Test
  void whoeverFilesForThemselvesOwnsItByTheirOwnTokenOnline() {
    Filer filer = done(FILERS.filer(RESIDENT, Optional.empty(), Optional.empty(), NOW));
    assertThat(filer.owner()).isEqualTo(RESIDENT.key());
    assertThat(filer.channel()).isEqualTo(FilingChannel.ONLINE);
    assertThat(filer.isFoundBySigningIn()).isTrue();
  }

  @Test
  void anApplicantWhoIsNotNamedByTheTokenCannotFile() {
    Actor unnamed =
        new Actor("x", Set.of(Role.APPLICANT), Set.of(), Optional.empty(), RESIDENT.key());
    assertThat(faults(FILERS.filer(unnamed, Optional.empty(), Optional.empty(), NOW)))
        .containsExactly(" applicant-unnamed");
  }

  @Test
  void anApplicantFilesForNobodyElse() {
    assertThat(faults(filer(RESIDENT, bearer(IdType.ID_CARD, OTHER_NUMBER), FilingChannel.WINDOW)))
        .containsExactly("/onBehalfOf officers-only", "/channel officers-only");
    assertThat(
            faults(
                FILERS.filer(RESIDENT, Optional.empty(), Optional.of(FilingChannel.ONLINE), NOW)))
        .containsExactly("/channel officers-only");
  }

  @Test
  void onlyTheGeneralWindowFilesForSomebody() {
    Actor elsewhere = officer("officer-1", "HEALTH");
    assertThat(refused(filer(elsewhere, bearer(IdType.ID_CARD, NUMBER), FilingChannel.PHONE)))
        .isEqualTo(new Refusal.Forbidden());
    assertThat(refused(FILERS.filer(elsewhere, Optional.empty(), Optional.empty(), NOW)))
        .isEqualTo(new Refusal.Forbidden());
  }

  @Test
  void anOfficerSaysForWhomAndByWhichWay() {
    assertThat(faults(FILERS.filer(WINDOW, Optional.empty(), Optional.empty(), NOW)))
        .containsExactly("/onBehalfOf required", "/channel required");
    assertThat(faults(filer(WINDOW, bearer(IdType.ID_CARD, NUMBER), FilingChannel.ONLINE)))
        .containsExactly("/channel not-one-of");
  }

  @Test
  void whoIsBothIsWhatTheyFileAs() {
    Actor both = resident(Set.of(Role.APPLICANT, Role.OFFICER), Set.of("HALL"));
    assertThat(done(FILERS.filer(both, Optional.empty(), Optional.empty(), NOW)).isCounter())
        .isFalse();
    assertThat(
            done(filer(both, bearer(IdType.ID_CARD, OTHER_NUMBER), FilingChannel.WINDOW))
                .isCounter())
        .isTrue();
    assertThat(refused(filer(both, bearer(IdType.ID_CARD, NUMBER), FilingChannel.WINDOW)))
        .isEqualTo(new Refusal.ConflictOfInterest());
  }

  @Test
  void everyFaultOfThePersonIsToldAtOnce() {
    Petitioner wrong =
        new Petitioner(
            Optional.of("张*"),
            Optional.of(IdType.ID_CARD),
            Optional.of("500106190001010018"),
            Optional.of("12"));
    assertThat(faults(filer(WINDOW, wrong, FilingChannel.PHONE)))
        .containsExactlyInAnyOrder(
            "/onBehalfOf/name masked",
            "/onBehalfOf/idNumber check-character",
            "/onBehalfOf/phone format");
    Petitioner empty =
        new Petitioner(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(faults(filer(WINDOW, empty, FilingChannel.HOTLINE_12345)))
        .containsExactlyInAnyOrder(
            "/onBehalfOf/name required",
            "/onBehalfOf/idType required",
            "/onBehalfOf/phone required");
  }

  @ParameterizedTest
  @CsvSource({
    "ID_CARD, UNKNOWN, length",
    "ID_CARD, 500106209901010017, birth-date-in-future",
    "ID_CARD, 500106190002300018, birth-date",
    "HM_PERMIT, 12345678, characters",
    "CREDIT_CODE, 123, length"
  })
  void aNumberThatNoSuchDocumentBearsIsRefusedWhileItIsStillShown(
      IdType type, String number, String code) {
    assertThat(faults(filer(WINDOW, bearer(type, number), FilingChannel.WINDOW)))
        .containsExactly("/onBehalfOf/idNumber " + code);
  }

  @ParameterizedTest
  @CsvSource({"PASSPORT, E00000000", "OTHER, 1"})
  void whoseDocumentNamesNoOneHolderIsNeverTakenForAnother(IdType type, String number) {
    Filer one = done(filer(WINDOW, bearer(type, number), FilingChannel.WINDOW));
    Filer again = done(filer(WINDOW, bearer(type, number), FilingChannel.WINDOW));
    assertThat(one.isFoundBySigningIn()).isFalse();
    assertThat(one.unfindable()).map(Fault::pointer).contains("/onBehalfOf/idType");
    assertThat(one.owner()).isNotEqualTo(again.owner());
    assertThat(one.owner()).isNotEqualTo(WINDOW.key());
  }

  @Test
  void whoShowsNoDocumentIsStillReceived() {
    Petitioner caller =
        new Petitioner(
            Optional.of("王五"),
            Optional.of(IdType.OTHER),
            Optional.empty(),
            Optional.of("13900000000"));
    assertThat(done(filer(WINDOW, caller, FilingChannel.PHONE)).isFoundBySigningIn()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ONLINE")
  void onlyALetterComesWithoutATelephone(FilingChannel channel) {
    Petitioner silent =
        new Petitioner(
            Optional.of("李四"), Optional.of(IdType.ID_CARD), Optional.of(NUMBER), Optional.empty());
    if (channel == FilingChannel.LETTER) {
      assertThat(done(filer(WINDOW, silent, channel)).applicant().phone()).isEmpty();
    } else {
      assertThat(faults(filer(WINDOW, silent, channel)))
          .containsExactly("/onBehalfOf/phone required");
    }
  }

  @Test
  void nothingOfThePersonIsPrinted() {
    Petitioner given = bearer(IdType.ID_CARD, NUMBER);
    assertThat(given.toString()).doesNotContain("李四", NUMBER, "13900000000");
    assertThat(done(filer(WINDOW, given, FilingChannel.WINDOW)).toString())
        .doesNotContain("李四", NUMBER, "13900000000");
  }
}
