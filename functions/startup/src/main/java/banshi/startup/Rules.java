package banshi.startup;

import banshi.clock.LimitUnit;
import banshi.clock.TimeLimit;
import banshi.startup.form.Service;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the district decides about start-ups: {@code startup.json}. Three working hours are its
 * promise; one working day is the ceiling of 重庆市优化营商环境条例 art. 18. How the three hours are split (an
 * hour for the licence, two for the rest in parallel) and the thirty days for signing are defaults
 * of ours, as other places have them (domain-facts 2.1).
 *
 * @param promised from the last signature to the last result, in working hours
 * @param statutory the same, by law
 * @param signWithin for everybody to sign, from the filing or the last change
 * @param registry the registry's name, as it stands on licences
 * @param region the registry's six digits in credit codes
 * @param block the two characters that subject identifiers begin with: the block of numbers that
 *     the registry was given. The default belongs to nobody
 * @param licence the registrar's task
 * @param services the other departments' tasks
 */
record Rules(
    TimeLimit promised,
    TimeLimit statutory,
    TimeLimit signWithin,
    Text registry,
    String region,
    String block,
    Work licence,
    Map<Service, Work> services) {

  Rules {
    services = Map.copyOf(services);
    if (services.size() != Service.values().length) {
      throw new IllegalArgumentException("a service has no department");
    }
    if (promised.unit() != LimitUnit.WORKING_HOURS) {
      throw new IllegalArgumentException("the ledger counts the minutes of a promise in hours");
    }
  }

  /** A department's task. */
  record Work(String department, TimeLimit limit, Text title) {}

  private static final class Published {
    static final Rules RULES = load();

    private static Rules load() {
      try (InputStream file = Rules.class.getResourceAsStream("/startup.json")) {
        return read(new JsonMapper().readTree(file));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** The rules that this build holds. */
  static Rules published() {
    return Published.RULES;
  }

  /**
   * Rules as data.
   *
   * @throws IllegalArgumentException where something is missing or of another unit
   */
  static Rules read(JsonNode rules) {
    JsonNode tasks = rules.required("tasks");
    Map<Service, Work> services = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      services.put(service, work(tasks.required(service.name())));
    }
    JsonNode codes = rules.required("codes");
    return new Rules(
        limit(rules, "promised"),
        limit(rules, "statutory"),
        limit(rules, "signWithin"),
        text(rules.required("registry")),
        codes.required("region").asText(),
        codes.required("block").asText(),
        work(tasks.required("LICENCE")),
        services);
  }

  private static Work work(JsonNode node) {
    return new Work(
        node.required("department").asText(), limit(node, "limit"), text(node.required("title")));
  }

  private static TimeLimit limit(JsonNode node, String name) {
    JsonNode limit = node.required(name);
    return TimeLimit.parse(limit.required("amount").asText(), limit.required("unit").asText());
  }

  private static Text text(JsonNode node) {
    return new Text(node.required("zh").asText(), node.required("en").asText());
  }
}
