package banshi.notice;

import banshi.cases.Refusal;
import banshi.catalogue.Catalogue;
import banshi.desk.Answer;
import banshi.identity.Actor;
import banshi.store.ContendedException;
import banshi.store.InboxNotice;
import banshi.store.Inboxes;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Marking notices as read. The first reading counts; whoever comes later is told of it. */
@Singleton
class Reading {
  /** A notice is unread, then read, then gone: more cannot come between. */
  private static final int TRIES = 3;

  private final Inboxes inboxes;
  private final Catalogue catalogue;

  Reading(Inboxes inboxes, Catalogue catalogue) {
    this.inboxes = inboxes;
    this.catalogue = catalogue;
  }

  /**
   * Marks a notice as read. One that is not there and one that is not the caller's are refused
   * alike; a supervisor is told that a department's is not theirs to mark.
   */
  Answer read(
      Actor caller,
      String id,
      WriteTerms terms,
      Function<NoticeView, StoredAnswer> rendering,
      Instant now) {
    Optional<NoticeId> named = NoticeId.parse(id);
    Optional<Inbox> inbox = named.flatMap(it -> Inbox.of(caller, catalogue, it.inbox()));
    return inbox.isEmpty()
        ? refused(terms, new Refusal.NotFound(), now)
        : read(inbox.get(), named.orElseThrow().position(), terms, rendering, now);
  }

  private Answer read(
      Inbox inbox,
      String position,
      WriteTerms terms,
      Function<NoticeView, StoredAnswer> rendering,
      Instant now) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<InboxNotice> found = inboxes.find(inbox.recipient(), position, now);
      if (found.isEmpty()) {
        return refused(terms, new Refusal.NotFound(), now);
      }
      if (!inbox.marks()) {
        return new Answer.Refused(new Refusal.Forbidden());
      }
      StoredAnswer answer = rendering.apply(NoticeView.of(inbox, found.get().read(now)));
      Optional<Answer> given = Answer.to(inboxes.markRead(found.get(), terms, answer, now), answer);
      if (given.isPresent()) {
        return given.get();
      }
    }
    throw new ContendedException();
  }

  private Answer refused(WriteTerms terms, Refusal refusal, Instant now) {
    return inboxes
        .recall(terms, now)
        .flatMap(Answer::known)
        .orElseGet(() -> new Answer.Refused(refusal));
  }
}
