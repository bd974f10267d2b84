package banshi.notice;

import banshi.notices.NoticeName;
import banshi.notices.Urgency;
import banshi.store.InboxNotice;
import banshi.text.Text;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notice as its reader sees it.
 *
 * @param title what {@code name} is called
 * @param body the words; they name no person
 * @param number the case it is about, when it is about one
 * @param at when what it tells of happened
 * @param readAt when it was marked as read first
 */
@Schema
public record NoticeView(
    String id,
    NoticeName name,
    Text title,
    Text body,
    Urgency urgency,
    Text urgencyName,
    Optional<String> number,
    Instant at,
    Optional<Instant> readAt) {

  static NoticeView of(Inbox inbox, InboxNotice found) {
    var notice = found.notice();
    return new NoticeView(
        NoticeId.of(inbox, found).text(),
        notice.name(),
        notice.title(),
        notice.body(),
        notice.name().urgency(),
        notice.name().urgency().label(),
        notice.about(),
        notice.at(),
        found.readAt());
  }
}
