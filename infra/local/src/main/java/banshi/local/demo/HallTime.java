package banshi.local.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The hall's own time, which a story moves on: never back, so that the next story can follow. */
final class HallTime {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final HallDoor door;
  private final Narrator narrator;
  private final WorkingMoments moments;

  HallTime(HallDoor door, Narrator narrator) {
    this.door = door;
    this.narrator = narrator;
    Visitor anybody = Visitor.anybody(door);
    this.moments =
        new WorkingMoments(
            date ->
                anybody.read("/v1/calendar/days/" + date).body().path("workingDay").asBoolean());
  }

  OffsetDateTime now() {
    return door.now();
  }

  LocalDate today() {
    return local().toLocalDate();
  }

  /** To when officers are at their desks, if they are not. */
  void toOfficeHours() {
    moveTo(moments.atOrAfter(local()));
  }

  /** The morning of the next working day, as it is sent. */
  String nextMorning() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        moments.morningAfter(today()).atZone(SHANGHAI));
  }

  /** To the morning of the next working day. */
  void toNextMorning() {
    moveTo(moments.morningAfter(today()));
  }

  /** To a working morning, the next one unless this day's is still before a time. */
  void toMorningBefore(LocalTime latest) {
    LocalDateTime next = moments.atOrAfter(local());
    moveTo(next.toLocalTime().isBefore(latest) ? next : moments.morningAfter(next.toLocalDate()));
  }

  /** To a time of the day, if it is still to come. */
  void to(LocalTime time) {
    moveTo(today().atTime(time));
  }

  /** To the first morning that officers are there from an instant's date on. */
  void toMorningOf(String instant) {
    moveTo(moments.atOrAfter(date(instant).atStartOfDay()));
  }

  /** To the morning of the first working day after an instant's date. */
  void toMorningAfter(String instant) {
    moveTo(moments.morningAfter(date(instant)));
  }

  private static LocalDate date(String instant) {
    return OffsetDateTime.parse(instant).atZoneSameInstant(SHANGHAI).toLocalDate();
  }

  private LocalDateTime local() {
    return door.now().atZoneSameInstant(SHANGHAI).toLocalDateTime();
  }

  private void moveTo(LocalDateTime target) {
    Duration by = Duration.between(door.now(), target.atZone(SHANGHAI));
    if (by.isPositive()) {
      door.advance(by);
      narrator.tell("时间拨到 " + Narrator.time(door.now()), "the hall's time is moved on");
    }
  }
}
