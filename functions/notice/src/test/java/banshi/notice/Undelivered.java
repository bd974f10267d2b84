package banshi.notice;

import banshi.identity.ApplicantKey;
import banshi.notices.Attempt;
import banshi.notices.Channel;
import banshi.notices.Delivery;
import banshi.notices.Notice;
import banshi.notices.Recipient;
import banshi.store.Deliveries;
import banshi.store.Deliveries.Begin;
import banshi.store.Deliveries.Stock;
import banshi.store.Engine;
import banshi.store.Letter;
import banshi.store.Outbox;
import banshi.store.Outbox.Claim;
import banshi.store.Waiting;
import java.time.Instant;
import java.util.List;

/** Notices that no channel took, as the sender leaves them. */
public final class Undelivered {
  private Undelivered() {}

  /** Tells somebody something, and lets the only channel refuse it. */
  public static Notice letter(Engine engine, ApplicantKey to, int i) {
    Notice notice = Told.received(new Recipient.Person(to), i);
    engine.tell(notice);
    Outbox outbox = new Outbox(engine.table, engine.cipher);
    Deliveries deliveries = new Deliveries(engine.table);
    Instant now = notice.at();
    // Other tests may have left more waiting than one look shows.
    List<Waiting> due = outbox.look(now, 5_000).due();
    for (Waiting waiting : due) {
      Letter letter = ((Claim.Taken) outbox.claim(waiting, now)).letter();
      Letter begun = ((Begin.Begun) deliveries.begin(letter, Channel.EMAIL, now)).letter();
      Delivery failed =
          begun
              .by(Channel.EMAIL)
              .orElseThrow()
              .ended(Attempt.Outcome.REFUSED, "SMTP_550", Delivery.State.FAILED);
      outbox.bury(deliveries.record(begun, failed, Stock.KEPT).orElseThrow(), now);
    }
    return notice;
  }
}
