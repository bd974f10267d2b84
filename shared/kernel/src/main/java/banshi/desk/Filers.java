package banshi.desk;

import banshi.cases.FilingChannel;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Refusal;
import banshi.clock.ServiceClock;
import banshi.crypto.KeyedHash;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.ApplicantKey;
import banshi.identity.ApplicantType;
import banshi.identity.IdCheck;
import banshi.identity.IdNumber;
import banshi.identity.IdProblem;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.PersonalValueRefused;
import banshi.identity.Phone;
import banshi.identity.Role;
import banshi.text.Fault;
import banshi.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Tells who files for whom, for every kind of case alike.
 *
 * <p>What an officer files belongs to the bearer of the document, by the key that their own token
 * gives them. A document that does not name one holder by itself (passport, another, none) gives
 * the case a key of its own: it is followed with the receipt's code, and two people are never taken
 * for one. A number that no such document bears is refused while whoever showed it is still there.
 */
public final class Filers {
  private final KeyedHash index;
  private final RandomGenerator random;

  /**
   * By these keys.
   *
   * @param index what makes the keys of documents, the same as for tokens
   * @param random what keys are drawn from that stand for nobody
   */
  public Filers(KeyedHash index, RandomGenerator random) {
    this.index = index;
    this.random = random;
  }

  /**
   * Who files. Without both values callers file for themselves. With either, the caller must be an
   * officer of the general window, and give both.
   *
   * @return the filer; or Forbidden for officers of other departments, ConflictOfInterest for one
   *     who would file for themselves from behind the counter, Invalid with every fault
   */
  public Outcome<Filer> filer(
      Actor actor, Optional<Petitioner> onBehalfOf, Optional<FilingChannel> channel, Instant now) {
    boolean alone = onBehalfOf.isEmpty() && channel.isEmpty();
    if (alone && actor.is(Role.APPLICANT)) {
      return oneself(actor);
    }
    if (actor.actsFor(Parties.WINDOW_DEPARTMENT)) {
      return petitioned(actor, onBehalfOf, channel, ServiceClock.dateOf(now));
    }
    return actor.is(Role.OFFICER)
        ? Outcome.refused(new Refusal.Forbidden())
        : Outcome.refused(new Refusal.Invalid(notTheirs(onBehalfOf, channel)));
  }

  /** Somebody who files for themselves; refused when their token does not name them. */
  public static Outcome<Filer> oneself(Actor actor) {
    return actor
        .applicant()
        .map(applicant -> Outcome.done(Filer.oneself(actor, applicant)))
        .orElseGet(
            () ->
                Steps.invalid(
                    Fault.of(
                        "",
                        "applicant-unnamed",
                        "登录信息中没有申请人姓名",
                        "The token does not name the applicant")));
  }

  private static List<Fault> notTheirs(
      Optional<Petitioner> onBehalfOf, Optional<FilingChannel> channel) {
    List<Fault> faults = new ArrayList<>();
    onBehalfOf.ifPresent(given -> faults.add(officersOnly("/onBehalfOf")));
    channel.ifPresent(given -> faults.add(officersOnly("/channel")));
    return faults;
  }

  private static Fault officersOnly(String pointer) {
    return Fault.of(
        pointer,
        "officers-only",
        "仅综合窗口工作人员代为提交时填写",
        "Only officers of the general window, who file for somebody, give this");
  }

  private Outcome<Filer> petitioned(
      Actor actor,
      Optional<Petitioner> onBehalfOf,
      Optional<FilingChannel> channel,
      LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    if (onBehalfOf.isEmpty()) {
      faults.add(required("/onBehalfOf"));
    }
    if (channel.isEmpty()) {
      faults.add(required("/channel"));
    }
    channel
        .filter(FilingChannel.ONLINE::equals)
        .ifPresent(
            own ->
                faults.add(
                    Fault.of(
                        "/channel",
                        "not-one-of",
                        "代为提交的渠道为 WINDOW、PHONE、LETTER 或 HOTLINE_12345",
                        "For somebody it is WINDOW, PHONE, LETTER or HOTLINE_12345")));
    Optional<ApplicantIdentity> person =
        onBehalfOf.flatMap(given -> identity(given, channel, today, faults));
    if (!faults.isEmpty()) {
      return Outcome.refused(new Refusal.Invalid(faults));
    }
    return filed(actor, person.orElseThrow(), channel.orElseThrow());
  }

  private Outcome<Filer> filed(Actor actor, ApplicantIdentity person, FilingChannel channel) {
    ApplicantKey owner =
        person
            .idNumber()
            .flatMap(number -> ApplicantKey.ofDocument(index, person.idType(), number))
            .orElseGet(() -> ApplicantKey.ofNobody(random));
    return owner.equals(actor.key())
        ? Outcome.refused(new Refusal.ConflictOfInterest())
        : Outcome.done(new Filer(actor, person, owner, channel));
  }

  private static Optional<ApplicantIdentity> identity(
      Petitioner given, Optional<FilingChannel> channel, LocalDate today, List<Fault> faults) {
    Optional<PersonName> name = read(given.name(), PersonName::new, "/onBehalfOf/name", faults);
    if (given.name().isEmpty()) {
      faults.add(required("/onBehalfOf/name"));
    }
    if (given.idType().isEmpty()) {
      faults.add(required("/onBehalfOf/idType"));
    }
    Optional<IdNumber> number =
        read(given.idNumber(), IdNumber::new, "/onBehalfOf/idNumber", faults);
    boolean documented = given.idType().filter(type -> type != IdType.OTHER).isPresent();
    if (documented && given.idNumber().isEmpty()) {
      faults.add(required("/onBehalfOf/idNumber"));
    }
    given
        .idType()
        .ifPresent(type -> number.ifPresent(typed -> judge(typed.check(type, today), faults)));
    Optional<Phone> phone = read(given.phone(), Phone::new, "/onBehalfOf/phone", faults);
    if (given.phone().isEmpty() && !channel.equals(Optional.of(FilingChannel.LETTER))) {
      faults.add(required("/onBehalfOf/phone"));
    }
    return name.flatMap(
        known ->
            given
                .idType()
                .map(
                    type ->
                        new ApplicantIdentity(known, type, number, phone, ApplicantType.of(type))));
  }

  /** Warnings pass: a document may bear such a number. */
  private static void judge(IdCheck check, List<Fault> faults) {
    if (!check.isPlausible()) {
      check.problems().stream()
          .filter(IdProblem::isFatal)
          .findFirst()
          .ifPresent(
              problem ->
                  faults.add(
                      Fault.of(
                          "/onBehalfOf/idNumber",
                          problem.code(),
                          "证件号码与证件类型不符，请与当事人核对",
                          "No document of this type bears the number; compare it once more")));
    }
  }

  private static <T> Optional<T> read(
      Optional<String> typed, Function<String, T> maker, String pointer, List<Fault> faults) {
    try {
      return typed.map(maker);
    } catch (PersonalValueRefused refused) {
      faults.add(new Fault(pointer, refused.code(), told(refused.reason())));
      return Optional.empty();
    }
  }

  private static Text told(PersonalValueRefused.Reason reason) {
    return switch (reason) {
      case MASKED -> new Text("含有星号，须填写完整内容", "This has a mask in it; give the full value");
      case BLANK -> new Text("不得为空白", "This must not be blank");
      case TOO_LONG -> new Text("内容过长", "This is too long");
      case CHARACTERS -> new Text("含有不可见字符", "This has invisible characters");
      case FORMAT -> new Text("格式不符", "This does not have the expected form");
    };
  }

  private static Fault required(String pointer) {
    return Fault.of(pointer, "required", "必填。", "This is required.");
  }
}
