package banshi.startup;

import banshi.cases.Refusal;
import banshi.clock.ServiceClock;
import banshi.desk.Answer;
import banshi.identity.ApplicantKey;
import banshi.startup.names.CompanyName;
import banshi.startup.names.Likeness;
import banshi.startup.names.NameCheck;
import banshi.startup.names.NameRules;
import banshi.startup.names.ProposedName;
import banshi.store.Companion;
import banshi.store.CompanyNames;
import banshi.store.ContendedException;
import banshi.store.ReservedName;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import banshi.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Judging names, reserving them, giving them up (名称申报). */
final class Naming {
  private static final int TRIES = 8;
  private static final int MOST_CONFLICTS = 20;

  private final CompanyNames names;
  private final NameRules rules;

  Naming(CompanyNames names) {
    this.names = names;
    this.rules = NameRules.published();
  }

  /**
   * What is known of a name.
   *
   * @param taken whether somebody holds it
   * @param alike names that are held and like it: warnings, no refusals
   */
  record Judgement(NameCheck check, boolean taken, List<Like> alike) {
    boolean available() {
      return check.faults().isEmpty() && !taken;
    }
  }

  /** A name that is held and like the one that was asked for. */
  record Like(String tradeName, String fullName, Likeness.Kind kind) {}

  /** Judges a name; stores nothing. Reads the name, and half a unit for each of its keys. */
  Judgement judge(ProposedName proposed, Instant now) {
    NameCheck check = rules.check(proposed, ServiceClock.dateOf(now));
    return check
        .name()
        .map(name -> new Judgement(check, holder(name, now).isPresent(), alike(name)))
        .orElseGet(() -> new Judgement(check, false, List.of()));
  }

  private Optional<ReservedName> holder(CompanyName name, Instant now) {
    return names
        .holder(name.registry(), name.industry(), name.tradeName())
        .filter(held -> !held.isOver(now) || names.isInUse(held, now));
  }

  private List<Like> alike(CompanyName name) {
    Map<String, Like> found = new LinkedHashMap<>();
    names
        .alike(name.registry(), name.industry(), keys(name.tradeName()))
        .forEach(
            held ->
                Likeness.between(name.tradeName(), held.tradeName())
                    .ifPresent(
                        kind ->
                            found.put(
                                held.tradeName(),
                                new Like(held.tradeName(), held.fullName(), kind))));
    return found.values().stream().limit(MOST_CONFLICTS).toList();
  }

  private static List<String> keys(String tradeName) {
    Likeness likeness = Likeness.of(tradeName);
    List<String> keys = new ArrayList<>(likeness.variants());
    keys.add(likeness.sound());
    return keys;
  }

  /** Reserves a name for somebody; refused with every fault, or when somebody holds it. */
  Answer reserve(
      ApplicantKey owner,
      ProposedName proposed,
      WriteTerms terms,
      Function<ReservedName, StoredAnswer> rendering,
      Instant now) {
    return reserve(owner, proposed, List.of(), terms, rendering, now);
  }

  /**
   * The same together with something else.
   *
   * @param companions what is written together with it
   */
  Answer reserve(
      ApplicantKey owner,
      ProposedName proposed,
      List<Companion> companions,
      WriteTerms terms,
      Function<ReservedName, StoredAnswer> rendering,
      Instant now) {
    NameCheck check = rules.check(proposed, ServiceClock.dateOf(now));
    if (check.name().isEmpty()) {
      return refused(terms, new Refusal.Invalid(check.faults()), now);
    }
    CompanyName name = check.name().get();
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<ReservedName> held =
          names.holder(name.registry(), name.industry(), name.tradeName());
      if (held.filter(other -> !names.isFreed(other, now)).isPresent()) {
        return refused(terms, taken(held.get(), owner), now);
      }
      ReservedName reserved = reserved(owner, name, now);
      StoredAnswer answer = rendering.apply(reserved);
      Optional<Answer> given =
          Answer.to(names.reserve(reserved, companions, terms, answer, now), answer);
      if (given.isPresent()) {
        return given.get();
      }
    }
    throw new ContendedException();
  }

  private static Refusal taken(ReservedName held, ApplicantKey owner) {
    return new Refusal.NameTaken(
        held.owner().equals(owner)
            ? new Text("您已申报此名称", "You have reserved this name already")
            : new Text("此名称已被他人申报或登记", "Somebody else holds this name"));
  }

  /** The whole last day counts: a name is kept until the end of the day of the same number. */
  private static ReservedName reserved(ApplicantKey owner, CompanyName name, Instant now) {
    return new ReservedName(
        UUID.randomUUID().toString(),
        owner,
        name.registry(),
        name.industry(),
        name.tradeName(),
        name.full(),
        name.form().name(),
        keys(name.tradeName()),
        now,
        ServiceClock.dateOf(now)
            .plusMonths(name.months())
            .plusDays(1)
            .atStartOfDay(ServiceClock.ZONE)
            .toInstant(),
        Optional.empty(),
        Optional.empty());
  }

  /** Gives a reservation up; refused while a start-up uses it, and once it is a company's. */
  Answer release(
      ApplicantKey owner,
      UUID id,
      WriteTerms terms,
      Function<ReservedName, StoredAnswer> rendering,
      Instant now) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<ReservedName> held = names.find(owner, id);
      if (held.isEmpty()) {
        return refused(terms, new Refusal.NotFound(), now);
      }
      if (held.get().code().isPresent() || names.isInUse(held.get(), now)) {
        return refused(
            terms,
            new Refusal.StartupRunning(
                new Text("此名称正在使用，不能放弃", "The name is in use and cannot be given up")),
            now);
      }
      StoredAnswer answer = rendering.apply(held.get());
      Optional<Answer> given = Answer.to(names.release(held.get(), terms, answer, now), answer);
      if (given.isPresent()) {
        return given.get();
      }
    }
    throw new ContendedException();
  }

  private Answer refused(WriteTerms terms, Refusal refusal, Instant now) {
    return names
        .recall(terms, now)
        .flatMap(Answer::known)
        .orElseGet(() -> new Answer.Refused(refusal));
  }
}
