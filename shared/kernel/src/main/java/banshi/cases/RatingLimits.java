package banshi.cases;

import banshi.clock.TimeLimit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How soon a poor rating is answered: {@code ratings.json}. No national figure could be confirmed;
 * one working day to make contact and five to put it right are in use in several districts of
 * Chongqing and elsewhere, the call-back's own day is the hall's choice.
 *
 * @param contact until whoever rated is contacted, from the rating
 * @param rectify until it is put right, from the rating
 * @param callBack until the call-back, from the report
 */
public record RatingLimits(TimeLimit contact, TimeLimit rectify, TimeLimit callBack) {
  private static final class Published {
    static final RatingLimits LIMITS = load();

    private static RatingLimits load() {
      try (InputStream file = RatingLimits.class.getResourceAsStream("/ratings.json")) {
        JsonNode limits = new JsonMapper().readTree(file);
        return new RatingLimits(
            limit(limits, "contact"), limit(limits, "rectify"), limit(limits, "callBack"));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private static TimeLimit limit(JsonNode limits, String name) {
      JsonNode limit = limits.required(name);
      return TimeLimit.parse(limit.required("amount").asText(), limit.required("unit").asText());
    }
  }

  /** The limits that this build holds. */
  public static RatingLimits published() {
    return Published.LIMITS;
  }
}
