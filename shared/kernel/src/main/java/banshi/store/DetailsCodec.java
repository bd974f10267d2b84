package banshi.store;

import com.fasterxml.jackson.databind.JsonNode;

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
}
