package banshi.desk;

import banshi.audit.AuditKind;
import banshi.audit.AuditUnavailable;
import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.Sight;
import banshi.cases.TimelineEntry;
import banshi.identity.Actor;
import banshi.identity.ApplicantIdentity;
import banshi.identity.Role;
import banshi.store.AuditLog;
import banshi.store.Backoff;
import banshi.store.CaseStore;
import banshi.store.Commit;
import banshi.store.Companion;
import banshi.store.ContendedException;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The counter (柜台) that every command on a case passes, whatever its kind.
 *
 * <p>Order of refusals: not there or not the caller's (404); held by another officer; stale
 * version; never theirs (403); not now (409). Before anything else the case is settled: timed moves
 * that are due happen at their due instant, whoever notices first, so a late reminder changes
 * nothing.
 *
 * <p>A write that meets another is decided again on the case as it is then. A write that is refused
 * asks whether it was done before, and then gives the first answer: so a retry after a lost answer
 * is served even though the case has moved on.
 *
 * @param <D> the kind's own content
 */
public final class Desk<D> {
  /** Fifty people may sign one form at the same moment, and each is heard once. */
  private static final int TRIES = 20;

  private final CaseStore<D> store;
  private final Kernel kernel;
  private final OnRecord onRecord;

  /** Over this store, by this kernel, for nobody's eyes: what is due by itself only. */
  public Desk(CaseStore<D> store, Kernel kernel) {
    this.store = store;
    this.kernel = kernel;
    this.onRecord = new OnRecord(Optional.empty());
  }

  /** Over this store, by this kernel; who saw and did what goes on record. */
  public Desk(CaseStore<D> store, Kernel kernel, AuditLog audit) {
    this.store = store;
    this.kernel = kernel;
    this.onRecord = new OnRecord(Optional.of(audit));
  }

  /**
   * A case with what its reader is to it.
   *
   * @param found the case
   * @param parties what the reader is to it
   */
  public record Seen<D>(Case<D> found, Set<Party> parties) {}

  /** A new case that waits to be stored. */
  public record Opening<D>(
      Change<D> change, String codeHash, Optional<String> draftId, List<Companion> companions) {}

  /** Shows a case as a whole: see the next. */
  public Outcome<Seen<D>> see(CaseNumber number, Actor actor, Instant now) {
    return see(number, actor, AuditKind.READ, "read", now);
  }

  /**
   * Shows a case, settled; refused only when it is not there or not the caller's. What an officer
   * or a supervisor reads is put on record before it is shown.
   *
   * @param kind what kind of reading
   * @param what what is read, in a few letters
   * @throws AuditUnavailable when it cannot be put on record
   */
  public Outcome<Seen<D>> see(
      CaseNumber number, Actor actor, AuditKind kind, String what, Instant now) {
    Outcome<Seen<D>> outcome = see(number, c -> Parties.of(actor, c), now);
    if (outcome instanceof Outcome.Done<Seen<D>>(Seen<D> seen)
        && Sight.isOfficial(seen.parties())) {
      onRecord.reading(seen.found(), actor, kind, what, now);
    }
    return outcome;
  }

  /** Shows a case to whoever may see it by other means than a token, such as a receipt's code. */
  public Outcome<Seen<D>> see(
      CaseNumber number, Function<Case<D>, Set<Party>> parties, Instant now) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<Case<D>> loaded = store.load(number);
      if (loaded.isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      Change<D> settled = kernel.settle(loaded.get(), now).following(loaded.get().version());
      if (settled.entries().isEmpty()) {
        return seen(loaded.get(), parties);
      }
      if (parties.apply(settled.after()).isEmpty()) {
        return Outcome.refused(new Refusal.NotFound());
      }
      if (store.save(loaded.get(), settled, now) instanceof Commit.Written
          && !kernel.isDue(settled.after(), now)) {
        return seen(settled.after(), parties);
      }
    }
    throw new ContendedException();
  }

  /** What came of settling a case. */
  public enum Settled {
    /** Something happened, or is to happen at another time than was written. */
    MOVED,
    /** Nothing was due, or somebody else was faster. */
    UNCHANGED,
    /** There is no such case. */
    GONE
  }

  /**
   * Makes everything happen to a case that is due by itself, for nobody's eyes. Waits for nobody: a
   * write of somebody else's makes it happen too.
   *
   * @throws ContendedException when others are writing the case
   */
  public Settled settle(CaseNumber number, Instant now) {
    Settled settled = Settled.UNCHANGED;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<Case<D>> loaded = store.load(number);
      if (loaded.isEmpty()) {
        return Settled.GONE;
      }
      Case<D> before = loaded.get();
      Change<D> change = kernel.settle(before, now).following(before.version());
      if (change.entries().isEmpty()
          && change.after().nextTimer().equals(before.nextTimer())
          && change.after().edition() == before.edition()) {
        return settled;
      }
      if (store.saveUnlessHeld(before, change, now) instanceof Commit.Written) {
        settled = Settled.MOVED;
        if (!kernel.isDue(change.after(), now)) {
          return settled;
        }
      }
    }
    throw new ContendedException();
  }

  private Outcome<Seen<D>> seen(Case<D> c, Function<Case<D>, Set<Party>> parties) {
    Set<Party> seenBy = parties.apply(c);
    return seenBy.isEmpty()
        ? Outcome.refused(new Refusal.NotFound())
        : Outcome.done(new Seen<>(c, seenBy));
  }

  /** The whole timeline of a case that the caller was shown. */
  public List<TimelineEntry> timeline(CaseNumber number) {
    return store.timeline(number);
  }

  /**
   * Stores a new case.
   *
   * @param open makes the case, with a newly drawn number each time it is asked, on what holds then
   */
  public Answer open(
      WriteTerms terms,
      Supplier<Outcome<Opening<D>>> open,
      Actor actor,
      Rendering<D> rendering,
      Instant now) {
    confirm(actor, now);
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      switch (open.get()) {
        case Outcome.Refused<Opening<D>>(Refusal refusal) -> {
          return refused(terms, refusal, now);
        }
        case Outcome.Done<Opening<D>>(Opening<D> opening) -> {
          Change<D> change = opening.change().by(actor.person());
          List<Companion> companions = new ArrayList<>(opening.companions());
          companions.addAll(onRecord.act(change, actor, now));
          Case<D> made = change.after();
          StoredAnswer answer = rendering.render(made, Parties.of(actor, made));
          Commit commit =
              store.create(
                  change, opening.codeHash(), opening.draftId(), companions, terms, answer, now);
          Optional<Answer> given = Answer.to(commit, answer);
          if (given.isPresent()) {
            return given.get();
          }
        }
      }
    }
    throw new ContendedException();
  }

  /**
   * Carries out a command on a case.
   *
   * @param expected the version that the caller acted on, when they said one
   */
  public Answer act(
      WriteTerms terms,
      CaseNumber number,
      Actor actor,
      Optional<Long> expected,
      Decision<D> decision,
      Rendering<D> rendering,
      Instant now) {
    confirm(actor, now);
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<Case<D>> loaded = store.load(number);
      if (loaded.isEmpty()) {
        return refused(terms, new Refusal.NotFound(), now);
      }
      Case<D> before = loaded.get();
      Change<D> settled = kernel.settle(before, now);
      if (kernel.isDue(settled.after(), now)) {
        // More than one write can hold; the command is decided on what comes of all of it.
        store.save(before, settled.following(before.version()), now);
        continue;
      }
      Set<Party> parties = Parties.of(actor, settled.after());
      switch (decide(before, settled.after(), parties, expected, decision, now)) {
        case Outcome.Refused<Decision.Together<D>>(Refusal refusal) -> {
          if (!settled.entries().isEmpty() && !(refusal instanceof Refusal.NotFound)) {
            store.save(before, settled.following(before.version()), now);
          }
          return refused(terms, refusal, now);
        }
        case Outcome.Done<Decision.Together<D>>(Decision.Together<D> decided) -> {
          Change<D> acted = decided.change().by(actor.person());
          Change<D> next = settled.then(credited(acted, actor, before)).following(before.version());
          List<Companion> companions = new ArrayList<>(decided.companions());
          companions.addAll(onRecord.act(acted, actor, now));
          StoredAnswer answer = rendering.render(next.after(), Parties.of(actor, next.after()));
          Optional<Answer> given =
              Answer.to(store.save(before, next, companions, terms, answer, now), answer);
          if (given.isPresent()) {
            return given.get();
          }
          Backoff.pause(attempt);
        }
      }
    }
    throw new ContendedException();
  }

  /**
   * Keeps the telephone that an applicant signed in with. It holds whatever comes of the command,
   * so it is written by itself and before it: what the command tells them goes there already.
   */
  private void confirm(Actor actor, Instant now) {
    if (actor.is(Role.APPLICANT)) {
      actor
          .applicant()
          .flatMap(ApplicantIdentity::phone)
          .ifPresent(phone -> store.contacts().confirm(actor.key(), phone, now));
    }
  }

  /** What is known of a write that was made before under the same key; one read. */
  Optional<Answer> recall(WriteTerms terms, Instant now) {
    return store.recall(terms, now).flatMap(Answer::known);
  }

  /** Keeps an answer that goes with no change of a case, unless another was kept before: that. */
  Answer keep(WriteTerms terms, StoredAnswer answer, Instant now) {
    return Answer.to(store.keep(terms, answer, now), answer).orElseThrow();
  }

  /** The change with the caller among those who have handled the case, if it is not their own. */
  private Change<D> credited(Change<D> decided, Actor actor, Case<D> c) {
    boolean handled =
        !actor.key().equals(c.owner())
            && decided.entries().stream()
                .anyMatch(entry -> kernel.lifeCycle().handles(entry.action()));
    return handled ? decided.handledBy(actor.key()) : decided;
  }

  private Outcome<Decision.Together<D>> decide(
      Case<D> before,
      Case<D> settled,
      Set<Party> parties,
      Optional<Long> expected,
      Decision<D> decision,
      Instant now) {
    if (parties.isEmpty()) {
      return Outcome.refused(new Refusal.NotFound());
    }
    Optional<Refusal> early = decision.refuseAnyVersion(settled, parties, now);
    if (early.isPresent()) {
      return Outcome.refused(early.get());
    }
    if (expected.filter(version -> version != before.version()).isPresent()) {
      return Outcome.refused(new Refusal.Stale(before.version()));
    }
    return decision.decideTogether(settled, parties, now);
  }

  private Answer refused(WriteTerms terms, Refusal refusal, Instant now) {
    return recall(terms, now).orElseGet(() -> new Answer.Refused(refusal));
  }
}
