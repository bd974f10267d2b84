package banshi.local.calendar;

import banshi.clock.CalendarDay;
import banshi.clock.CalendarFile;
import banshi.clock.CalendarFile.HolidayEntry;
import banshi.clock.CalendarProblem;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** What the command says, Chinese first. */
record Spoken(PrintStream out) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  void say(String zh, String en) {
    out.println(zh + " " + en);
  }

  void problems(List<CalendarProblem> problems) {
    say("✗ 文件有 %d 处问题：".formatted(problems.size()), "Problems of the file:");
    for (CalendarProblem problem : problems) {
      out.printf(
          "  %s  %s  %s [%s]%n",
          problem.pointer().isEmpty() ? "(文件 file)" : problem.pointer(),
          problem.inChinese(),
          problem.detail(),
          problem.code());
    }
  }

  void fit(YearFile.Fit fit) {
    CalendarFile file = fit.file();
    long off =
        file.holidays().stream()
            .mapToLong(each -> each.through().toEpochDay() - each.from().toEpochDay() + 1)
            .sum();
    long work = file.holidays().stream().map(HolidayEntry::work).mapToLong(List::size).sum();
    say("✓ 文件无误：" + Shelf.name(file) + "，", "the file is in order.");
    out.printf("  放假 off: %d 天 days；调休上班 make-up workdays: %d 天%n", off, work);
    List<LocalDate> changed = fit.changed();
    if (changed.isEmpty()) {
      say("  没有日期改变，只是由暂定变为确定。", "No date changes; what was provisional becomes firm.");
      return;
    }
    out.printf(
        "  改变的日期 dates that change: %d，第一个 the first: %s%n", changed.size(), changed.getFirst());
    for (LocalDate date : changed) {
      out.printf("    %s%n", changed(date, fit));
    }
  }

  private static String changed(LocalDate date, YearFile.Fit fit) {
    CalendarDay before = fit.before().day(date);
    CalendarDay after = fit.after().day(date);
    return "%s %s  %s → %s  %s → %s"
        .formatted(
            date,
            date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE),
            before.reason().inChinese(),
            after.reason().inChinese(),
            before.reason().inEnglish(),
            after.reason().inEnglish());
  }

  void nobody(CloudDoor door) {
    say(
        "没有本地云在 %s 应答，因此未查看哪些时限会变。".formatted(door.address()),
        "No local cloud answers at %s, so no running clock was looked at."
            .formatted(door.address()));
  }

  void move(JsonNode move) {
    out.printf(
        "    %s %s  %s → %s%s%n",
        move.path("number").asText(),
        move.path("clock").asText(),
        minute(move.path("before")),
        minute(move.path("after")),
        move.path("provisionalAfter").asBoolean() ? "（暂定 provisional）" : "");
  }

  private static String minute(JsonNode instant) {
    return MINUTE.format(Instant.parse(instant.asText()));
  }
}
