package banshi.store;

import java.time.Instant;

/**
 * A notice that waits to be sent, as the agenda knows it.
 *
 * @param pk the inbox it lies in
 * @param sk its place there
 * @param bucket the bucket of the agenda in which it was seen
 * @param sort its place there
 */
public record Waiting(String pk, String sk, String bucket, String sort) {
  /** Since when it may be sent, or tried again. */
  public Instant since() {
    return Keys.dueAt(sort);
  }

  Waiting moved(String toBucket, String toSort) {
    return new Waiting(pk, sk, toBucket, toSort);
  }
}
