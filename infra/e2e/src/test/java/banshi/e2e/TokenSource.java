package banshi.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Who signs the scenarios' bearer tokens. */
interface TokenSource {
  /** How long a token lives unless a scenario asks otherwise. */
  Duration USUAL_LIFE = Duration.ofHours(8);

  /**
   * A token that says just this; issuer, audience and times are added where they are missing.
   *
   * @param life from now; negative for a token that has expired
   */
  String signed(ObjectNode claims, Duration life);
}
