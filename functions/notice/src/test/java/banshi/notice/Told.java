package banshi.notice;

import banshi.cases.Sample;
import banshi.notices.Notice;
import banshi.notices.NoticeName;
import banshi.notices.Recipient;
import banshi.store.Engine;
import banshi.text.Text;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Notices for tests. */
public final class Told {
  /** When the first of a series happened. */
  public static final Instant FIRST = Sample.at("2026-11-20T09:00:00+08:00");

  private static final String NUMBER = "A20261120K7M2QX9";

  private Told() {}

  /** The notice of receipt number {@code i} of a series, a second after the one before. */
  public static Notice received(Recipient to, int i) {
    return new Notice(
        NoticeName.RECEIVED,
        to,
        NUMBER + "-" + i,
        Optional.of(NUMBER),
        FIRST.plusSeconds(i),
        Map.of(
            "title", new Text("开办餐饮店", "Open a restaurant"),
            "number", new Text(NUMBER, NUMBER),
            "due", new Text("2026-11-27 18:00", "2026-11-27 18:00")));
  }

  /** Puts a series of notices into an inbox. */
  public static void series(Engine engine, Recipient to, int from, int until) {
    for (int i = from; i < until; i++) {
      engine.tell(received(to, i));
    }
  }
}
