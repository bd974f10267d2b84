package banshi.reminder.send;

import banshi.notices.Attempt.Outcome;
import banshi.notices.Channel;
import banshi.notices.Delivery;
import banshi.notices.Delivery.State;
import banshi.reminder.Budget;
import banshi.reminder.send.Carrier.Parcel;
import banshi.store.Deliveries;
import banshi.store.Deliveries.Begin;
import banshi.store.Deliveries.Stock;
import banshi.store.Letter;
import banshi.store.Outbox;
import banshi.store.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends one notice: takes it, offers it to one channel after the other until one takes it, and
 * writes down each step before and after it is made, so that whoever comes after a crash knows what
 * may have happened. See docs/decisions/0006.
 */
final class Sender {
  private static final Duration NEXT_RUN = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final Deliveries deliveries;
  private final List<Carrier> carriers;

  /**
   * @param carriers in the order in which they are tried
   */
  Sender(Outbox outbox, Deliveries deliveries, List<Carrier> carriers) {
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.carriers = List.copyOf(carriers);
  }

  /** What one channel comes to. */
  private sealed interface Step {
    /** The next channel has its turn. */
    record Passed(Letter letter) implements Step {}

    /** That is all for this run. */
    record Over(Sending sending) implements Step {}
  }

  /** One letter in one run. */
  private record Round(Instant now, Budget budget, Watch watch) {}

  /**
   * Sends a notice, if nobody else does.
   *
   * @param watch hears what is to be mended on our side, and what could not be delivered
   */
  Sending send(Waiting waiting, Instant now, Budget budget, Watch watch) {
    return switch (outbox.claim(waiting, now)) {
      case Outbox.Claim.Lost() -> Sending.LOST;
      case Outbox.Claim.Buried() -> Sending.DEAD;
      case Outbox.Claim.Taken(Letter letter) -> offer(letter, new Round(now, budget, watch));
    };
  }

  private Sending offer(Letter taken, Round round) {
    Letter letter = taken;
    for (Carrier carrier : carriers) {
      switch (step(letter, carrier, round)) {
        case Step.Over(Sending sending) -> {
          return sending;
        }
        case Step.Passed(Letter next) -> letter = next;
      }
    }
    if (letter.deliveries().values().stream().anyMatch(Sender::failed)) {
      outbox.bury(letter, round.now());
      return Sending.DEAD;
    }
    outbox.leave(letter);
    return Sending.UNREACHABLE;
  }

  /** A channel that failed, or did before somebody put the letter back and was not tried since. */
  private static boolean failed(Delivery delivery) {
    return delivery.state() == State.FAILED || delivery.state() == State.WAITING;
  }

  private Step step(Letter letter, Carrier carrier, Round round) {
    Optional<Delivery> past = letter.by(carrier.channel());
    if (past.filter(Delivery::awaitsReceipt).isPresent()) {
      return checked(letter, carrier, past.get(), round);
    }
    if (past.filter(delivery -> delivery.state().ends()).isPresent()) {
      return over(letter, past.get());
    }
    if (past.filter(delivery -> delivery.state().passes()).isPresent()) {
      return new Step.Passed(letter);
    }
    if (past.filter(delivery -> !mayRepeat(letter, delivery)).isPresent()) {
      return unconfirmed(letter, past.get().abandoned());
    }
    if (past.filter(delivery -> delivery.tries() >= Retries.MOST).isPresent()) {
      return giveUp(letter, past.get().abandoned());
    }
    return switch (carrier.prepare(letter)) {
      case Parcel.Unreachable() when past.filter(d -> d.tries() > 0).isPresent() ->
          giveUp(letter, past.get().abandoned());
      case Parcel.Unreachable() -> new Step.Passed(letter);
      case Parcel.Unfit(String code) ->
          begun(
              deliveries.begin(letter, carrier.channel(), round.now()),
              letter,
              begun -> refused(begun, carrier.channel(), code, true, round));
      case Parcel.Ready ready -> attempt(letter, carrier.channel(), ready, round);
    };
  }

  private Step attempt(Letter letter, Channel channel, Parcel.Ready ready, Round round) {
    if (!round.budget().lasts()) {
      return held(letter, round.now().plus(NEXT_RUN), round);
    }
    if (channel == Channel.SMS && !letter.notice().name().urgency().wakes()) {
      Optional<Instant> morning = NightHours.endAfter(round.now());
      if (morning.isPresent()) {
        return held(letter, morning.get(), round);
      }
    }
    Optional<Letter> addressed =
        ready
            .to()
            .filter(phone -> !letter.contact().phone().equals(Optional.of(phone)))
            .map(phone -> outbox.calling(letter, phone))
            .orElseGet(() -> Optional.of(letter));
    return addressed
        .map(there -> begun(there, channel, ready, round))
        .orElseGet(() -> new Step.Over(Sending.LOST));
  }

  private Step begun(Letter letter, Channel channel, Parcel.Ready ready, Round round) {
    Begin begin =
        ready
            .consent()
            .map(template -> deliveries.beginSpending(letter, template, round.now()))
            .orElseGet(() -> deliveries.begin(letter, channel, round.now()));
    return begun(begin, letter, begun -> heard(begun, channel, ready.call().get(), round));
  }

  private static Step begun(Begin begin, Letter before, Function<Letter, Step> then) {
    return switch (begin) {
      case Begin.Lost() -> new Step.Over(Sending.LOST);
      case Begin.NoConsent() -> new Step.Passed(before);
      case Begin.Begun(Letter letter) -> then.apply(letter);
    };
  }

  private Step heard(Letter letter, Channel channel, Reply reply, Round round) {
    Delivery delivery = letter.by(channel).orElseThrow();
    return switch (reply) {
      case Reply.Taken(Optional<String> serial) -> {
        Delivery sent = delivery.ended(Outcome.TAKEN, "", State.SENT).under(serial);
        yield recorded(letter, sent, Stock.KEPT, next -> taken(next, sent, round));
      }
      case Reply.NotAllowed(String code) -> notAllowed(letter, delivery, code);
      case Reply.Refused(String code, boolean fault) ->
          refused(letter, channel, code, fault, round);
      case Reply.Busy(String code) -> again(letter, delivery, Outcome.BUSY, code, round);
      case Reply.Unanswered(String code) when !mayRepeat(letter, delivery) ->
          unconfirmed(letter, delivery.ended(Outcome.UNANSWERED, code, State.TRYING));
      case Reply.Unanswered(String code) ->
          again(letter, delivery, Outcome.UNANSWERED, code, round);
    };
  }

  /**
   * WeChat sends one message for each consent. When an earlier attempt went unanswered and there is
   * no consent left now, that attempt has used it: the message is there.
   */
  private Step notAllowed(Letter letter, Delivery delivery, String code) {
    Delivery told = delivery.ended(Outcome.NOT_ALLOWED, code, State.DECLINED);
    if (delivery.channel() == Channel.WECHAT && told.mayHaveArrived()) {
      Delivery sent = told.in(State.SENT);
      return recorded(letter, sent, Stock.EMPTIED, next -> over(next, sent));
    }
    return recorded(letter, told, Stock.TAKEN_BACK, Step.Passed::new);
  }

  private Step refused(Letter letter, Channel channel, String code, boolean fault, Round round) {
    if (fault) {
      round.watch().fault(channel + " " + code);
    }
    Delivery refused = letter.by(channel).orElseThrow().ended(Outcome.REFUSED, code, State.FAILED);
    return recorded(letter, refused, surelyNot(refused), Step.Passed::new);
  }

  private Step again(Letter letter, Delivery delivery, Outcome outcome, String code, Round round) {
    Delivery waiting = delivery.ended(outcome, code, State.WAITING);
    if (waiting.tries() >= Retries.MOST) {
      return giveUp(letter, waiting);
    }
    Duration pause = Retries.after(letter.notice().event(), delivery.channel(), waiting.tries());
    return recorded(
        letter,
        waiting,
        Stock.KEPT,
        next -> {
          outbox.later(next, round.now().plus(pause), round.now());
          return new Step.Over(Sending.RETRIED);
        });
  }

  private Step giveUp(Letter letter, Delivery delivery) {
    Delivery failed = delivery.in(State.FAILED);
    return recorded(letter, failed, surelyNot(failed), Step.Passed::new);
  }

  private Step unconfirmed(Letter letter, Delivery delivery) {
    Delivery open = delivery.in(State.UNCONFIRMED);
    return recorded(letter, open, Stock.KEPT, next -> over(next, open));
  }

  /**
   * Of a message with a receipt the notice stays on the agenda: that is all the polling there is.
   */
  private Step taken(Letter letter, Delivery sent, Round round) {
    if (sent.awaitsReceipt()) {
      awaited(letter, sent, round);
      return new Step.Over(Sending.SENT);
    }
    return over(letter, sent);
  }

  /** Whether the receipt is asked for once more; if not, the notice leaves the agenda. */
  private boolean awaited(Letter letter, Delivery sent, Round round) {
    Optional<Instant> next = ReceiptTimes.next(sent.attempts().getLast().at(), round.now());
    next.ifPresentOrElse(at -> outbox.later(letter, at, round.now()), () -> outbox.leave(letter));
    return next.isPresent();
  }

  /** Asks what became of a message: one that will never arrive gives the next channel its turn. */
  private Step checked(Letter letter, Carrier carrier, Delivery sent, Round round) {
    if (!round.budget().lasts()) {
      return held(letter, round.now().plus(NEXT_RUN), round);
    }
    return switch (carrier.receipt(letter, sent.serial().orElseThrow())) {
      case Receipt.Arrived(String code) -> {
        Delivery there = sent.ended(Outcome.ARRIVED, code, State.CONFIRMED);
        yield recorded(letter, there, Stock.KEPT, next -> over(next, there));
      }
      case Receipt.Failed(String code) -> {
        Delivery failed = sent.ended(Outcome.UNDELIVERED, code, State.FAILED);
        yield recorded(
            letter,
            failed,
            Stock.KEPT,
            next -> {
              round.watch().undelivered();
              return new Step.Passed(next);
            });
      }
      case Receipt.Open() -> asked(letter, sent, round);
      case Receipt.NotAsked(String code, boolean fault) -> {
        if (fault) {
          round.watch().fault(carrier.channel() + " RECEIPT " + code);
        }
        yield asked(letter, sent, round);
      }
    };
  }

  private Step asked(Letter letter, Delivery sent, Round round) {
    return new Step.Over(awaited(letter, sent, round) ? Sending.AWAITED : Sending.UNRECEIPTED);
  }

  private Step over(Letter letter, Delivery ended) {
    outbox.leave(letter);
    return new Step.Over(
        switch (ended.state()) {
          case UNCONFIRMED -> Sending.UNCONFIRMED;
          case CONFIRMED -> Sending.CONFIRMED;
          case SENT, TRYING, WAITING, DECLINED, FAILED -> Sending.SENT;
        });
  }

  private Step held(Letter letter, Instant until, Round round) {
    outbox.later(letter, until, round.now());
    return new Step.Over(Sending.HELD);
  }

  private Step recorded(
      Letter letter, Delivery delivery, Stock stock, Function<Letter, Step> then) {
    return deliveries
        .record(letter, delivery, stock)
        .map(then)
        .orElseGet(() -> new Step.Over(Sending.LOST));
  }

  /** Whether a message that may have been taken may be sent once more. */
  private static boolean mayRepeat(Letter letter, Delivery delivery) {
    return delivery.channel() == Channel.WECHAT
        || letter.notice().name().urgency().repeats()
        || !delivery.mayHaveArrived();
  }

  private static Stock surelyNot(Delivery delivery) {
    return delivery.mayHaveArrived() ? Stock.KEPT : Stock.GIVEN_BACK;
  }
}
