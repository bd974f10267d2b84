package banshi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Prints the story for a person: Chinese first, then a short gloss in English. */
final class Narrator {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final int RULE = 78;
  private static final int FIRST_WIDE = 0x1100;

  private final PrintStream out;
  private int acts;

  Narrator(PrintStream out) {
    this.out = out;
  }

  /** Begins the next act. */
  void act(String zh, String en) {
    acts++;
    String title = "━━ %d  %s · %s ".formatted(acts, zh, en);
    out.println();
    out.println(title + "━".repeat(Math.max(2, RULE - width(title))));
  }

  /** Tells what happens. */
  void tell(String zh, String en) {
    out.println("  " + zh + "  " + en);
  }

  /** One line of a list: a cell padded to columns on a screen, then the rest. */
  void item(String cell, int columns, String rest) {
    out.println(("    · " + padded(cell, columns) + "  " + rest).stripTrailing());
  }

  /** Shows every clock of a case: what is used of it, and until when. */
  void clocks(JsonNode application) {
    for (JsonNode clock : Tree.items(application, "clocks")) {
      String due = Tree.text(clock, "dueAt");
      item(
          "⏱ " + Tree.text(clock, "name"),
          16,
          padded(Tree.text(clock, "stateName"), 8)
              + padded("已用 used " + used(clock), 46)
              + (due.isEmpty() ? "" : "至 due " + time(due))
              + (clock.path("provisional").asBoolean() ? "（暂定 provisional）" : ""));
    }
  }

  private static String used(JsonNode clock) {
    return amount(clock.path("consumed")) + " / " + limit(clock.path("limit"));
  }

  /** Shows an error as the API tells it. */
  void problem(Reply reply) {
    out.println("    ✗ %s → %d %s".formatted(reply.request(), reply.status(), reply.text("code")));
    reply.body().toPrettyString().lines().forEach(line -> out.println("      " + line));
  }

  /** Ends the story. */
  void end(Story.Ending ending) {
    out.println();
    out.println("✓ " + ending.zh());
    out.println("  " + ending.en());
  }

  /** A limit, such as {@code 20 个工作日 working days}. */
  static String limit(JsonNode limit) {
    String unit =
        switch (Tree.text(limit, "unit")) {
          case "WORKING_DAYS" -> "个工作日 working days";
          case "WORKING_HOURS" -> "个工作小时 working hours";
          case "CALENDAR_DAYS" -> "日 days";
          case String other -> other;
        };
    return amount(limit) + " " + unit;
  }

  private static String amount(JsonNode limit) {
    return limit.path("amount").decimalValue().stripTrailingZeros().toPlainString();
  }

  /** An instant as the hall's wall clock shows it. */
  static String time(String instant) {
    return time(OffsetDateTime.parse(instant));
  }

  /** An instant as the hall's wall clock shows it. */
  static String time(OffsetDateTime instant) {
    var local = instant.atZoneSameInstant(SHANGHAI);
    String day = local.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE);
    return MINUTE.format(local) + " " + day;
  }

  /** The text with spaces after it up to that many columns; longer ones stay as they are. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** Columns that a text takes on a screen: Chinese characters and their punctuation take two. */
  static int width(String text) {
    return text.codePoints().map(Narrator::columns).sum();
  }

  private static int columns(int character) {
    boolean wide =
        character >= FIRST_WIDE
            && (Character.isIdeographic(character)
                || (character >= 0x3000 && character <= 0x303F)
                || (character >= 0xFF01 && character <= 0xFF60));
    return wide ? 2 : 1;
  }
}
