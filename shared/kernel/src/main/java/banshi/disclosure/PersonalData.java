package banshi.disclosure;

import banshi.identity.Disclosure;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;

/**
 * The personal data in a kind's own content.
 *
 * @param <D> the kind's own content
 */
@FunctionalInterface
public interface PersonalData<D> {
  /**
   * Everything personal that the content holds: by the name that it is asked for with, what gives
   * its full value on a ground.
   */
  Map<String, Function<Disclosure.Recorded, JsonNode>> in(D details);
}
