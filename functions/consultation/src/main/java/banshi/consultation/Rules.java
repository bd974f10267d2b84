package banshi.consultation;

import banshi.clock.TimeLimit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hall's own limits for consultations: {@code consultation.json}. No national limit is known;
 * three working days are what other places have (domain-facts 4).
 *
 * @param answerWithin until there is an answer, from the question
 * @param byMatter the same for questions about some matters
 * @param followUpWithin until a follow-up question may be asked, from the answer
 * @param rateWithin until it may be rated, from its closing
 * @param extendAtMost by how much the time for the answer may be extended
 */
record Rules(
    TimeLimit answerWithin,
    Map<String, TimeLimit> byMatter,
    TimeLimit followUpWithin,
    TimeLimit rateWithin,
    TimeLimit extendAtMost) {
  Rules {
    byMatter = Map.copyOf(byMatter);
  }

  private static final class Published {
    static final Rules RULES = load();

    private static Rules load() {
      try (InputStream file = Rules.class.getResourceAsStream("/consultation.json")) {
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
   * @throws IllegalArgumentException where a limit is missing
   */
  static Rules read(JsonNode rules) {
    Map<String, TimeLimit> byMatter = new HashMap<>();
    rules
        .required("answerWithinByMatter")
        .properties()
        .forEach(matter -> byMatter.put(matter.getKey(), limit(matter.getValue())));
    return new Rules(
        limit(rules.required("answerWithin")),
        byMatter,
        limit(rules.required("followUpWithin")),
        limit(rules.required("rateWithin")),
        limit(rules.required("extendAtMost")));
  }

  private static TimeLimit limit(JsonNode limit) {
    return TimeLimit.parse(limit.required("amount").asText(), limit.required("unit").asText());
  }

  /** How long an answer may take. */
  TimeLimit answerWithin(Optional<String> matterCode) {
    return matterCode.map(byMatter::get).orElse(answerWithin);
  }
}
