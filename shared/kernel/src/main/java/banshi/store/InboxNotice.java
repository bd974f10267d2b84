package banshi.store;

import banshi.notices.Notice;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice as it lies in its recipient's inbox.
 *
 * @param notice what was told
 * @param readAt when somebody said first that it was read
 */
public record InboxNotice(Notice notice, Optional<Instant> readAt) {
  /** Finds the notice again in its inbox. It holds no personal data. */
  public String position() {
    return Keys.noticeSk(notice.at(), notice.event()).substring(Keys.NOTICE_PREFIX.length());
  }

  /** The same notice, read; the first reading counts. */
  public InboxNotice read(Instant now) {
    return readAt.isPresent() ? this : new InboxNotice(notice, Optional.of(now));
  }
}
