package banshi.desk;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.cases.AsideAction;
import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Kernel;
import banshi.cases.Outcome;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.cases.Telling;
import banshi.crypto.Digests;
import banshi.identity.Actor;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.store.AuditLog;
import banshi.store.Companion;
import banshi.store.ContendedException;
import banshi.store.Page;
import banshi.store.StoredAnswer;
import banshi.store.Threads;
import banshi.store.WriteTerms;
import banshi.words.Bounds;
import banshi.words.Evidence;
import banshi.words.Said;
import banshi.words.Saying;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What people say beside a case of any kind. The case stays as it is: no version, no clock, no
 * timeline. Who may see the case as an applicant or for the hall may speak, in any stage; who only
 * signs it may not, and whoever is involved in what it is about neither reads nor writes
 * (conflict-of-interest). Notes are for the hall alone. What an officer or a supervisor reads or
 * writes goes on record.
 *
 * @param <D> the kind's own content
 */
public final class Conversation<D> {
  /** Each try fails only because another reminder came between, and then there is one to refuse. */
  private static final int TRIES = 3;

  private static final int ID_LENGTH = 16;

  private final Desk<D> desk;
  private final Kernel kernel;
  private final Recusal<D> recusal;
  private final Threads threads;
  private final AuditLog audit;

  /** At this desk, with what is said kept in these threads. */
  public Conversation(
      Desk<D> desk, Kernel kernel, Recusal<D> recusal, Threads threads, AuditLog audit) {
    this.desk = desk;
    this.kernel = kernel;
    this.recusal = recusal;
    this.threads = threads;
    this.audit = audit;
  }

  /**
   * A speaker before a case.
   *
   * @param c the case, settled
   * @param parties what they are to it: the applicant, or what makes them one of the hall
   */
  private record Speaking<D>(Case<D> c, Set<Party> parties, boolean hall) {}

  /**
   * A page of what was said.
   *
   * @param reader what its reader is to the case
   */
  public record Heard(Page<Said> page, Set<Party> reader) {}

  /** A page of the notes, newest first. */
  public Outcome<Heard> notes(
      CaseNumber number, Actor actor, Optional<String> after, int limit, Instant now) {
    return noted(listening(number, actor, "notes", now))
        .map(
            reader ->
                new Heard(threads.notes(reader.c().number(), after, limit), reader.parties()));
  }

  /** A page of the messages and reminders, newest first. */
  public Outcome<Heard> messages(
      CaseNumber number, Actor actor, Optional<String> after, int limit, Instant now) {
    return listening(number, actor, "messages", now)
        .map(
            reader ->
                new Heard(threads.messages(reader.c().number(), after, limit), reader.parties()));
  }

  /** Adds a note for the hall alone. Nobody is told. */
  public Answer note(
      WriteTerms terms,
      CaseNumber number,
      Actor actor,
      String text,
      BiFunction<Said, Set<Party>, StoredAnswer> rendering,
      Instant now) {
    return switch (noted(speaking(number, actor, now))) {
      case Outcome.Refused<Speaking<D>>(Refusal refusal) -> refused(terms, refusal, now);
      case Outcome.Done<Speaking<D>>(Speaking<D> speaking) -> {
        Said said = said(Saying.NOTE, terms, speaking, actor, text, List.of(), now);
        yield added(
            terms,
            speaking,
            actor,
            said,
            Optional.empty(),
            List.of(),
            rendering.apply(said, speaking.parties()),
            now);
      }
    };
  }

  /** Adds a message: the applicant's is told to the hall, the hall's to the applicant. */
  public Answer message(
      WriteTerms terms,
      CaseNumber number,
      Actor actor,
      String text,
      List<Evidence> evidence,
      BiFunction<Said, Set<Party>, StoredAnswer> rendering,
      Instant now) {
    return switch (speaking(number, actor, now)) {
      case Outcome.Refused<Speaking<D>>(Refusal refusal) -> refused(terms, refusal, now);
      case Outcome.Done<Speaking<D>>(Speaking<D> speaking) -> {
        Said said = said(Saying.MESSAGE, terms, speaking, actor, text, evidence, now);
        List<Notice> notices =
            speaking.hall()
                ? told(
                    speaking,
                    NoticeName.MESSAGE_FROM_HALL,
                    said,
                    Stream.of(new Recipient.Person(speaking.c().owner())))
                : told(
                    speaking,
                    NoticeName.MESSAGE_FROM_APPLICANT,
                    said,
                    Telling.offices(kernel.lifeCycle(), speaking.c()));
        yield added(
            terms,
            speaking,
            actor,
            said,
            Optional.empty(),
            notices,
            rendering.apply(said, speaking.parties()),
            now);
      }
    };
  }

  /**
   * Asks for haste: once in {@link Bounds#BETWEEN_REMINDERS} by the hall's clock, in the stages
   * that the table names. Told to whoever the case waits for, and to supervisors.
   *
   * @param rendering shows the case, which stays as it is
   */
  public Answer hurry(
      WriteTerms terms,
      CaseNumber number,
      Actor actor,
      Optional<String> text,
      Rendering<D> rendering,
      Instant now) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Outcome<Speaking<D>> seen = hurrying(number, actor, now);
      if (seen instanceof Outcome.Refused<Speaking<D>>(Refusal refusal)) {
        return refused(terms, refusal, now);
      }
      Speaking<D> speaking = ((Outcome.Done<Speaking<D>>) seen).value();
      Optional<Instant> before = threads.hurriedAt(number);
      Optional<Instant> again =
          before
              .map(at -> kernel.clocks().hall().due(at, Bounds.BETWEEN_REMINDERS).at())
              .filter(now::isBefore);
      if (again.isPresent()) {
        return refused(terms, new Refusal.HurriedLately(again.get()), now);
      }
      Said said = said(Saying.HURRY, terms, speaking, actor, text.orElse(""), List.of(), now);
      List<Notice> notices =
          told(
              speaking,
              NoticeName.HURRIED,
              said,
              Stream.concat(
                  Telling.offices(kernel.lifeCycle(), speaking.c()),
                  Stream.of(new Recipient.Supervisors())));
      Optional<Answer> given =
          tried(
              terms,
              speaking,
              actor,
              said,
              before,
              notices,
              rendering.render(speaking.c(), speaking.parties()),
              now);
      if (given.isPresent()) {
        return given.get();
      }
    }
    throw new ContendedException();
  }

  private Outcome<Speaking<D>> hurrying(CaseNumber number, Actor actor, Instant now) {
    return switch (speaking(number, actor, now)) {
      case Outcome.Refused<Speaking<D>> refused -> refused;
      case Outcome.Done<Speaking<D>>(Speaking<D> speaking) ->
          kernel
              .refuseAside(speaking.c(), AsideAction.HURRY, speaking.parties())
              .<Outcome<Speaking<D>>>map(Outcome::refused)
              .orElseGet(() -> Outcome.done(speaking));
    };
  }

  private Outcome<Speaking<D>> noted(Outcome<Speaking<D>> before) {
    return switch (before) {
      case Outcome.Refused<Speaking<D>> refused -> refused;
      case Outcome.Done<Speaking<D>>(Speaking<D> speaking) ->
          speaking.hall() ? before : Outcome.refused(new Refusal.Forbidden());
    };
  }

  /** Whoever reads: on record, if they are of the hall. */
  private Outcome<Speaking<D>> listening(CaseNumber number, Actor actor, String what, Instant now) {
    return admitted(desk.see(number, actor, AuditKind.PART, what, now), actor);
  }

  /** Whoever writes: the write itself has its entry on record. */
  private Outcome<Speaking<D>> speaking(CaseNumber number, Actor actor, Instant now) {
    Function<Case<D>, Set<Party>> parties = c -> Parties.of(actor, c);
    return admitted(desk.see(number, parties, now), actor);
  }

  private Outcome<Speaking<D>> admitted(Outcome<Desk.Seen<D>> outcome, Actor actor) {
    return switch (outcome) {
      case Outcome.Refused<Desk.Seen<D>>(Refusal refusal) -> Outcome.refused(refusal);
      case Outcome.Done<Desk.Seen<D>>(Desk.Seen<D> seen) -> {
        boolean own = seen.parties().contains(Party.APPLICANT);
        if (!own && !Parties.readInternal(seen.parties())) {
          yield Outcome.refused(new Refusal.Forbidden());
        }
        if (!own && recusal.isInvolved(seen.found(), actor)) {
          yield Outcome.refused(new Refusal.ConflictOfInterest());
        }
        yield Outcome.done(
            new Speaking<>(seen.found(), own ? Set.of(Party.APPLICANT) : seen.parties(), !own));
      }
    };
  }

  /** The id follows from the request itself, so that a repeated one can never be a second entry. */
  private Said said(
      Saying what,
      WriteTerms terms,
      Speaking<D> speaking,
      Actor actor,
      String text,
      List<Evidence> evidence,
      Instant now) {
    return new Said(
        Digests.sha256Hex(terms.scope() + "\n" + terms.key()).substring(0, ID_LENGTH),
        what,
        now,
        Parties.stamp(actor, speaking.c(), speaking.parties()),
        text,
        evidence);
  }

  private List<Notice> told(
      Speaking<D> speaking, NoticeName name, Said said, Stream<Recipient> recipients) {
    return Telling.beside(speaking.c(), name, said.what() + "-" + said.id(), said.at(), recipients);
  }

  private Answer added(
      WriteTerms terms,
      Speaking<D> speaking,
      Actor actor,
      Said said,
      Optional<Instant> hurriedBefore,
      List<Notice> notices,
      StoredAnswer answer,
      Instant now) {
    return tried(terms, speaking, actor, said, hurriedBefore, notices, answer, now)
        .orElseThrow(ContendedException::new);
  }

  private Optional<Answer> tried(
      WriteTerms terms,
      Speaking<D> speaking,
      Actor actor,
      Said said,
      Optional<Instant> hurriedBefore,
      List<Notice> notices,
      StoredAnswer answer,
      Instant now) {
    Threads.Speaker speaker =
        new Threads.Speaker(
            actor.person().account(),
            speaking.hall() ? Bounds.OF_OFFICER_A_DAY : Bounds.OF_APPLICANT_A_DAY);
    return switch (threads.add(
        speaking.c(),
        said,
        speaker,
        hurriedBefore,
        notices,
        onRecord(speaking, actor, said),
        terms,
        answer,
        now)) {
      case Threads.Added.Tried(var commit) -> Answer.to(commit, answer);
      case Threads.Added.Full(int most) ->
          Optional.of(refused(terms, new Refusal.ThreadFull(most), now));
      case Threads.Added.TooMuch(int most) ->
          Optional.of(refused(terms, new Refusal.TooMuchSaid(most), now));
    };
  }

  private List<Companion> onRecord(Speaking<D> speaking, Actor actor, Said said) {
    return speaking.hall()
        ? List.of(
            audit.beside(
                AuditEntry.of(actor, said.at(), AuditKind.ACT, said.what().name())
                    .about(speaking.c().number(), said.by())))
        : List.of();
  }

  private Answer refused(WriteTerms terms, Refusal refusal, Instant now) {
    return threads
        .recall(terms, now)
        .flatMap(Answer::known)
        .orElseGet(() -> new Answer.Refused(refusal));
  }
}
