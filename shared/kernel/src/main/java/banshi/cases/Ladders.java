package banshi.cases;

import banshi.clock.LimitUnit;
import banshi.clock.TimeLimit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ladders (预警与督办阶梯) that running clocks climb: warnings before the due date, overdue, and
 * escalation after it. They are data, {@code ladders.json}: for each kind of case, by the name of
 * the clock, {@code TASK} for a department's own, {@code TASK.RECEIVE} for those with that duty;
 * {@code *} stands for every kind or clock that is not named. A task whose duty runs by one of the
 * case's own clocks has an empty ladder: that clock warns already. No rule of law fixes the
 * distances; they are the district's to choose.
 */
public final class Ladders {
  private static final String ANY = "*";
  private static final String TASK = "TASK";

  private final Map<String, Map<String, List<Rung>>> byKind;

  private Ladders(Map<String, Map<String, List<Rung>>> byKind) {
    this.byKind = byKind;
  }

  private static final class Published {
    static final Ladders LADDERS = load();

    private static Ladders load() {
      try (InputStream file = Ladders.class.getResourceAsStream("/ladders.json")) {
        return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** The ladders that this build holds. */
  public static Ladders published() {
    return Published.LADDERS;
  }

  /**
   * Ladders as data: a rung is {@code {"action": "WARN", "distance": {"amount": "1", "unit":
   * "WORKING_DAYS"}, "level": 0, "tells": ["LEAD"]}}; rungs stand in the order in which they fire.
   *
   * @throws IllegalArgumentException where the text is anything else, names an unknown kind, clock,
   *     action or party, or has rungs out of order
   */
  public static Ladders read(String json) {
    try {
      Map<String, Map<String, List<Rung>>> byKind = new HashMap<>();
      new JsonMapper()
          .readTree(json)
          .properties()
          .forEach(kind -> byKind.put(kind(kind.getKey()), clocks(kind.getValue())));
      return new Ladders(byKind);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("ladders cannot be read", unreadable);
    }
  }

  /** The ladder of a case's own clock; empty where it has none. */
  List<Rung> of(CaseKind kind, ClockName clock) {
    return find(kind, clock.name());
  }

  /** The ladder of a department's task. */
  List<Rung> of(CaseKind kind, Task task) {
    return ofTasks(kind, task.work());
  }

  /** The ladder of the tasks in which this is to be done. */
  List<Rung> ofTasks(CaseKind kind, String work) {
    return Optional.ofNullable(clocksOf(kind).get(TASK + "." + work))
        .orElseGet(() -> find(kind, TASK));
  }

  private List<Rung> find(CaseKind kind, String clock) {
    Map<String, List<Rung>> clocks = clocksOf(kind);
    return clocks.getOrDefault(clock, clocks.getOrDefault(ANY, List.of()));
  }

  private Map<String, List<Rung>> clocksOf(CaseKind kind) {
    return byKind.getOrDefault(kind.name(), byKind.getOrDefault(ANY, Map.of()));
  }

  private static String kind(String name) {
    return name.equals(ANY) ? ANY : CaseKind.valueOf(name).name();
  }

  private static Map<String, List<Rung>> clocks(JsonNode node) {
    Map<String, List<Rung>> clocks = new HashMap<>();
    node.properties()
        .forEach(
            clock -> {
              String name = clock.getKey();
              clocks.put(
                  name.equals(ANY) || name.equals(TASK) || name.startsWith(TASK + ".")
                      ? name
                      : ClockName.valueOf(name).name(),
                  ladder(clock.getValue()));
            });
    return clocks;
  }

  private static List<Rung> ladder(JsonNode node) {
    List<Rung> rungs = new ArrayList<>();
    for (JsonNode rung : node) {
      Rung next =
          new Rung(
              ClockAction.valueOf(rung.required("action").asText()),
              distance(rung.path("distance")),
              rung.path("level").asInt(),
              parties(rung.required("tells")));
      if (!rungs.isEmpty() && !follows(rungs.getLast(), next)) {
        throw new IllegalArgumentException("rungs out of order: " + next);
      }
      rungs.add(next);
    }
    return List.copyOf(rungs);
  }

  private static boolean follows(Rung below, Rung above) {
    int order = Integer.compare(below.action().ordinal(), above.action().ordinal());
    if (order != 0 || below.distance().isEmpty()) {
      return order < 0;
    }
    TimeLimit first = below.distance().orElseThrow();
    TimeLimit second = above.distance().orElseThrow();
    int farther = first.amount().compareTo(second.amount());
    return first.unit() == second.unit()
        && (above.action() == ClockAction.WARN ? farther > 0 : farther < 0)
        && below.level() <= above.level();
  }

  private static Optional<TimeLimit> distance(JsonNode node) {
    return node.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            TimeLimit.parse(
                node.required("amount").asText(),
                LimitUnit.valueOf(node.required("unit").asText()).name()));
  }

  private static Set<Party> parties(JsonNode names) {
    Set<Party> parties = EnumSet.noneOf(Party.class);
    names.forEach(name -> parties.add(Party.valueOf(name.asText())));
    return parties;
  }
}
