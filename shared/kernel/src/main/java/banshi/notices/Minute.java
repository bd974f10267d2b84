package banshi.notices;

import banshi.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How notices write an instant: to the minute, in the hall's time, alike in both languages. */
public final class Minute {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private Minute() {}

  /** An instant as people read it. */
  public static Text of(Instant at) {
    String text = FORM.format(at);
    return new Text(text, text);
  }
}
