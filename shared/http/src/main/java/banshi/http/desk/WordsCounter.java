package banshi.http.desk;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Refusal;
import banshi.desk.Conversation;
import banshi.http.Answers;
import banshi.http.Caller;
import banshi.http.Json;
import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.Pages;
import banshi.http.RequestTerms;
import banshi.http.view.MessageView;
import banshi.http.view.NoteView;
import banshi.store.AuditLog;
import banshi.store.StoredAnswer;
import banshi.store.Threads;
import banshi.text.Text;
import banshi.words.Evidence;
import banshi.words.Said;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where people speak beside the cases of one kind: notes, messages, reminders to hurry. None of it
 * takes {@code If-Match}, since none of it touches the case.
 *
 * @param <D> the kind's own content
 */
public final class WordsCounter<D> {
  private static final int CREATED = 201;
  private static final int OK = 200;

  private final ServedKind<D> served;
  private final Conversation<D> conversation;
  private final Function<String, Text> departmentName;
  private final Caller caller;
  private final RequestTerms terms;
  private final Pages pages;

  /** The counter of a kind, for whoever calls on whatever terms. */
  public WordsCounter(
      ServedKind<D> served,
      Threads threads,
      AuditLog audit,
      Function<String, Text> departmentName,
      Caller caller,
      RequestTerms terms,
      Pages pages) {
    this.served = served;
    this.conversation =
        new Conversation<>(served.desk(), served.kernel(), served.recusal(), threads, audit);
    this.departmentName = departmentName;
    this.caller = caller;
    this.terms = terms;
    this.pages = pages;
  }

  /** Adds an internal note: 201 with the note. */
  public Response note(String number, WordsRequests.Note body) {
    return Answers.of(
        conversation.note(
            terms.write(),
            served.parsed(number),
            caller.actor(),
            body.text(),
            (said, reader) -> created(NoteView.of(said, reader, departmentName)),
            caller.now()),
        StoredAnswer::body);
  }

  /** The notes, newest first. */
  public Page<NoteView> notes(String number, PageQuery query) {
    CaseNumber parsed = served.parsed(number);
    return pages.of(
        query,
        "notes " + parsed,
        (after, limit) ->
            page(
                conversation.notes(parsed, caller.actor(), after, limit, caller.now()),
                (said, reader) -> NoteView.of(said, reader, departmentName)));
  }

  /** Adds a message: 201 with the message. */
  public Response message(String number, WordsRequests.Message body) {
    return message(number, body.text(), List.of());
  }

  /** Adds a message that something may bear out: 201 with the message. */
  public Response message(String number, WordsRequests.MessageWithEvidence body) {
    return message(number, body.text(), WordsRequests.GivenEvidence.of(body.evidence()));
  }

  private Response message(String number, String text, List<Evidence> evidence) {
    return Answers.of(
        conversation.message(
            terms.write(),
            served.parsed(number),
            caller.actor(),
            text,
            evidence,
            (said, reader) -> created(MessageView.of(said, reader, departmentName)),
            caller.now()),
        StoredAnswer::body);
  }

  /** The thread, newest first. */
  public Page<MessageView> messages(String number, PageQuery query) {
    CaseNumber parsed = served.parsed(number);
    return pages.of(
        query,
        "messages " + parsed,
        (after, limit) ->
            page(
                conversation.messages(parsed, caller.actor(), after, limit, caller.now()),
                (said, reader) -> MessageView.of(said, reader, departmentName)));
  }

  /** Asks for haste; the answer is the case, which stays as it is. */
  public Response hurry(String number, CommonRequests.Plain body) {
    return Answers.of(
        conversation.hurry(
            terms.write(),
            served.parsed(number),
            caller.actor(),
            body.note(),
            this::shown,
            caller.now()),
        StoredAnswer::body);
  }

  private StoredAnswer shown(Case<D> c, Set<Party> parties) {
    return new StoredAnswer(
        OK,
        Optional.of(c.version()),
        Optional.empty(),
        Json.bytes(
            served.views().of(c, parties, false, Map.of(), caller.now()), caller.language()));
  }

  private StoredAnswer created(Object view) {
    return new StoredAnswer(
        CREATED, Optional.empty(), Optional.empty(), Json.bytes(view, caller.language()));
  }

  private static <V> banshi.store.Page<V> page(
      Outcome<Conversation.Heard> outcome, BiFunction<Said, Set<Party>, V> view) {
    return switch (outcome) {
      case Outcome.Refused<Conversation.Heard>(Refusal refusal) -> throw Answers.refusal(refusal);
      case Outcome.Done<Conversation.Heard>(Conversation.Heard(var page, var reader)) ->
          page.map(said -> view.apply(said, reader));
    };
  }
}
