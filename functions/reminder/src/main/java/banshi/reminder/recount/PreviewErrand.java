package banshi.reminder.recount;

import banshi.cases.CaseNumber;
import banshi.cases.Clocks;
import banshi.cases.HallClocks;
import banshi.cases.Revised;
import banshi.clock.CalendarFile;
import banshi.clock.CalendarProblem;
import banshi.clock.CalendarReading;
import banshi.clock.DueChange;
import banshi.clock.Notices;
import banshi.crypto.FieldCipher;
import banshi.desk.Kinds;
import banshi.desk.Kinds.Found;
import banshi.reminder.Budget;
import banshi.reminder.Errand;
import banshi.store.RunningCases;
import banshi.store.RunningCases.Place;
import banshi.store.RunningCases.Stretch;
import banshi.store.TableClient;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code {"job": "calendar-preview", "calendar": …, "time": …, "after": …}}: which running clocks a
 * year's file would move. Looks at one stretch of the cases and answers {@code looked, moved,
 * unreadable, through} and {@code after}, to be given with the next call; without {@code after}
 * that was all. A file with faults is answered with its {@code problems} alone. Changes nothing.
 */
@Singleton
public class PreviewErrand implements Errand {
  private static final Duration SLICE = Duration.ofSeconds(3);
  private static final int BATCH = 25;

  /** Far below what an answer may hold. */
  private static final int MOST = 1000;

  private final Clocks clocks;
  private final Notices notices;
  private final RunningCases running;
  private final Kinds kinds;

  /** Over the hall's table, by the notices that this build holds. */
  @Inject
  public PreviewErrand(TableClient table, FieldCipher cipher, Clocks clocks) {
    this(table, cipher, clocks, Notices.published(), new RunningCases(table));
  }

  PreviewErrand(
      TableClient table, FieldCipher cipher, Clocks clocks, Notices notices, RunningCases running) {
    this.clocks = clocks;
    this.notices = notices;
    this.running = running;
    this.kinds = new Kinds(table, cipher, clocks);
  }

  @Override
  public String name() {
    return "calendar-preview";
  }

  @Override
  public Map<String, Object> run(JsonNode event, Instant now, Budget budget) {
    Place start =
        event.hasNonNull("after") ? Place.parse(event.get("after").asText()) : running.start(now);
    return switch (CalendarFile.read(event.path("calendar").toString())) {
      case CalendarReading.Faulty faulty -> problems(faulty.problems());
      case CalendarFile file -> {
        List<CalendarProblem> problems = notices.problemsWith(file);
        yield problems.isEmpty()
            ? preview(HallClocks.of(notices.with(file)), start, now, budget.atMost(SLICE))
            : problems(problems);
      }
    };
  }

  private static Map<String, Object> problems(List<CalendarProblem> problems) {
    return Map.of(
        "problems",
        problems.stream()
            .map(
                problem ->
                    Map.of(
                        "pointer", problem.pointer(),
                        "code", problem.code(),
                        "zh", problem.inChinese(),
                        "detail", problem.detail()))
            .toList());
  }

  private Map<String, Object> preview(Clocks revised, Place start, Instant now, Budget budget) {
    List<Map<String, Object>> moved = new ArrayList<>();
    Optional<Place> place = Optional.of(start);
    int looked = 0;
    int unreadable = 0;
    // One stretch at least: whoever asks again always gets on.
    do {
      Stretch stretch = running.at(place.orElseThrow(), now, BATCH);
      for (String number : stretch.numbers()) {
        looked++;
        switch (kinds.with(number, (kind, c) -> Revised.of(c, clocks, revised, now))) {
          case Found.Read<List<Revised>>(List<Revised> changes) ->
              changes.forEach(change -> moved.add(describe(new CaseNumber(number), change)));
          case Found.Gone<List<Revised>>() -> {}
          case Found.Unreadable<List<Revised>>() -> unreadable++;
        }
      }
      place = stretch.next();
    } while (place.isPresent() && moved.size() < MOST && budget.lasts());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("looked", looked);
    answer.put("moved", moved);
    answer.put("unreadable", unreadable);
    answer.put("problems", List.of());
    place.ifPresent(
        next -> {
          answer.put("after", next.text());
          answer.put("through", next.day().minusDays(1).toString());
        });
    return answer;
  }

  private static Map<String, Object> describe(CaseNumber number, Revised revised) {
    DueChange change = revised.change();
    Map<String, Object> move = new LinkedHashMap<>();
    move.put("number", number.value());
    move.put("clock", revised.clock());
    move.put("before", change.before().at().toString());
    move.put("after", change.after().at().toString());
    move.put("provisionalBefore", change.before().provisional());
    move.put("provisionalAfter", change.after().provisional());
    return move;
  }
}
