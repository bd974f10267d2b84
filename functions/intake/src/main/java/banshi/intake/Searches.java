package banshi.intake;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.LifeCycles;
import banshi.clock.ServiceClock;
import banshi.crypto.KeyedHash;
import banshi.http.Problem;
import banshi.http.ProblemCode;
import banshi.http.desk.Counter;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import banshi.store.ListedCases.Received;
import banshi.store.Listing;
import banshi.text.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is looked for. A person is looked for in one way at a time, and with a reason. */
final class Searches {
  /** As much of a hash as tells two searches apart, and is no key. */
  private static final int SHOWN_OF_HASH = 12;

  private final Finder finder;
  private final KeyedHash index;

  Searches(Finder finder, KeyedHash index) {
    this.finder = finder;
    this.index = index;
  }

  /**
   * What a body asks for.
   *
   * @throws banshi.http.ProblemException {@code invalid-body} with every fault, or {@code
   *     invalid-number}
   */
  Search of(Requests.CaseSearch body, Actor actor) {
    List<Fault> faults = faults(body);
    if (!faults.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_BODY, faults).asException();
    }
    String reason = body.reason().orElse("");
    return body.number()
        .<Search>map(typed -> byNumber(Counter.number(typed), reason))
        .or(() -> body.name().map(name -> byName(name, reason)))
        .or(() -> body.phone().map(phone -> byPhone(phone, reason)))
        .or(() -> body.idNumber().map(id -> byDocument(body.idType().orElseThrow(), id, reason)))
        .orElseGet(() -> listed(body, actor, reason));
  }

  private static Search byNumber(CaseNumber number, String reason) {
    return new Search.ByNumber(number, said(reason, number.value()));
  }

  private Search byName(PersonName name, String reason) {
    return person(
        Search.By.NAME, Listing.ofName(name, index), name.masked(), name.foundBy(index), reason);
  }

  private Search byPhone(Phone phone, String reason) {
    return person(
        Search.By.PHONE,
        Listing.ofPhone(phone, index),
        phone.masked(),
        phone.foundBy(index),
        reason);
  }

  private Search person(Search.By by, Listing list, String masked, String hash, String reason) {
    return new Search.Listed(
        by,
        said(reason, masked + " #" + hash.substring(0, SHOWN_OF_HASH)),
        list.list(),
        finder.of(list, Received.whenever()),
        Finder.Wanted.EVERYTHING);
  }

  private Search byDocument(IdType type, IdNumber id, String reason) {
    ApplicantKey owner = ApplicantKey.ofDocument(index, type, id).orElseThrow(() -> unknown(type));
    return new Search.Listed(
        Search.By.DOCUMENT,
        said(reason, type + " " + id.masked() + " #" + owner.value().substring(0, SHOWN_OF_HASH)),
        "DOCUMENT " + owner.value(),
        finder.ofApplicant(owner),
        Finder.Wanted.EVERYTHING);
  }

  private static RuntimeException unknown(IdType type) {
    boolean passport = type == IdType.PASSPORT || type == IdType.OTHER;
    return Problem.of(
            ProblemCode.INVALID_BODY,
            List.of(
                passport
                    ? Fault.of(
                        "/idType",
                        "names-nobody",
                        "此类证件号码不能唯一确定一人，请按姓名或电话查找",
                        "A number of this kind does not name one person; look by name or telephone")
                    : Fault.of(
                        "/idNumber", "bad-format", "证件号码有误", "This is no number of that document")))
        .asException();
  }

  private Search listed(Requests.CaseSearch body, Actor actor, String reason) {
    LocalDate from = body.from().orElseThrow();
    LocalDate to = body.to().orElseThrow();
    Received received =
        new Received(Optional.of(startOf(from)), Optional.of(startOf(to.plusDays(1))));
    String filter =
        String.join(
            " ",
            body.matterCode().orElse("*"),
            body.kind().map(CaseKind::name).orElse("*"),
            body.stage().orElse("*"),
            from.toString(),
            to.toString());
    return new Search.Listed(
        Search.By.LIST,
        said(reason, filter),
        "LIST " + filter,
        body.matterCode()
            .map(code -> finder.of(Listing.ofMatter(code), received))
            .orElseGet(() -> finder.allOf(actor, received)),
        new Finder.Wanted(body.kind(), body.stage()));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ServiceClock.ZONE).toInstant();
  }

  private static String said(String reason, String what) {
    return reason.isEmpty() ? what : reason + " | " + what;
  }

  private static List<Fault> faults(Requests.CaseSearch body) {
    List<Fault> faults = new ArrayList<>();
    boolean document = body.idType().isPresent() || body.idNumber().isPresent();
    boolean person = body.name().isPresent() || document || body.phone().isPresent();
    boolean list =
        Stream.of(body.matterCode(), body.kind(), body.stage(), body.from(), body.to())
            .anyMatch(Optional::isPresent);
    long ways =
        Stream.of(
                body.number().isPresent(),
                body.name().isPresent(),
                document,
                body.phone().isPresent(),
                list)
            .filter(given -> given)
            .count();
    if (ways != 1) {
      faults.add(
          Fault.of(
              "",
              "one-of",
              "请填写编号、姓名、证件、电话之一，或按日期列出，且只选一种",
              "Give one of a number, a name, a document, a telephone or a list's terms"));
    }
    if (document) {
      required(faults, "/idType", body.idType());
      required(faults, "/idNumber", body.idNumber());
    }
    if (person && body.reason().isEmpty()) {
      faults.add(
          Fault.of(
              "/reason",
              "required",
              "查找某人的办件须写明理由",
              "Say why: looking for a person is put on record"));
    }
    if (list) {
      required(faults, "/from", body.from());
      required(faults, "/to", body.to());
      days(faults, body);
      stage(faults, body);
    }
    return faults;
  }

  private static void required(List<Fault> faults, String pointer, Optional<?> value) {
    if (value.isEmpty()) {
      faults.add(Fault.of(pointer, "required", "请填写", "This is needed"));
    }
  }

  private static void days(List<Fault> faults, Requests.CaseSearch body) {
    Stream.concat(
            body.from().filter(day -> !isOrdinary(day)).map(day -> "/from").stream(),
            body.to().filter(day -> !isOrdinary(day)).map(day -> "/to").stream())
        .forEach(
            pointer ->
                faults.add(
                    Fault.of(
                        pointer,
                        "out-of-range",
                        "须为 2000 至 2999 年的日期",
                        "A day from 2000 to 2999")));
    if (body.from().isPresent()
        && body.to().filter(day -> day.isBefore(body.from().get())).isPresent()) {
      faults.add(Fault.of("/to", "out-of-range", "不得早于 from", "This must not be before from"));
    }
  }

  /** Beyond these no instant is written as the lists' keys are. */
  private static boolean isOrdinary(LocalDate day) {
    return day.getYear() >= 2000 && day.getYear() <= 2999;
  }

  private static void stage(List<Fault> faults, Requests.CaseSearch body) {
    boolean known =
        LifeCycles.all().stream()
            .filter(table -> body.kind().isEmpty() || body.kind().get() == table.kind())
            .anyMatch(table -> body.stage().flatMap(table::stage).isPresent());
    if (body.stage().isPresent() && !known) {
      faults.add(
          Fault.of("/stage", "unknown-stage", "没有这个阶段", "No case of that kind has such a stage"));
    }
  }
}
