package banshi.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * How a kind's own content is written. The store seals what this gives; it need not care for
 * secrecy.
 *
 * @param <D> the kind's own content
 */
public interface DetailsCodec<D> {
  /** Writes the content. */
  JsonNode encode(D details);

  /** Reads what {@link #encode} wrote, also by earlier versions of itself. */
  D decode(JsonNode stored);

  /**
   * The codes of the matters that a case is about besides those that are decided in it. It is found
   * by them from its filing on; a change of them later is not seen.
   */
  default Set<String> matters(D details) {
    return Set.of();
  }
}
