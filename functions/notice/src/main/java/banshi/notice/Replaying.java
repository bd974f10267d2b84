package banshi.notice;

import banshi.cases.Refusal;
import banshi.desk.Answer;
import banshi.store.ContendedException;
import banshi.store.DeadLetter;
import banshi.store.DeadLetters;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Putting dead letters back to be sent. */
@Singleton
class Replaying {
  /** It is a dead letter, then it is none any more: more cannot come between. */
  private static final int TRIES = 3;

  private final DeadLetters letters;

  Replaying(DeadLetters letters) {
    this.letters = letters;
  }

  /** Puts one back, its attempts counted anew; one that waits again already is not there. */
  Answer replay(
      String id, WriteTerms terms, Function<DeadLetterView, StoredAnswer> rendering, Instant now) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<DeadLetter> found =
          DeadLetterId.parse(id).flatMap(named -> letters.find(named.place()));
      if (found.isEmpty()) {
        return letters
            .recall(terms, now)
            .flatMap(Answer::known)
            .orElseGet(() -> new Answer.Refused(new Refusal.NotFound()));
      }
      StoredAnswer answer = rendering.apply(DeadLetterView.of(found.get().anew()));
      Optional<Answer> given = Answer.to(letters.replay(found.get(), terms, answer, now), answer);
      if (given.isPresent()) {
        return given.get();
      }
    }
    throw new ContendedException();
  }
}
