package banshi.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 好差评: what somebody thought of the service.
 *
 * @param score 1 very satisfied to 5 very dissatisfied (GB/T 39046-2020, A.8)
 */
public record Rating(int score, List<String> tags, Optional<String> comment, Instant at) {
  public Rating {
    tags = List.copyOf(tags);
  }
}
