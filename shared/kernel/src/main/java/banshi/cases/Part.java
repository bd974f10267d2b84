package banshi.cases;

import banshi.text.Text;
import java.util.Optional;

/**
 * What is decided separately within a case: one matter of a package. A case that is decided as a
 * whole has one part.
 *
 * @param id stable within the case, the matter's code
 * @param lead the department that decides it
 * @param title what people read
 * @param outcome the decision, once it is made
 */
public record Part(String id, String lead, Text title, Optional<String> outcome) {
  Part decided(String result) {
    return new Part(id, lead, title, Optional.of(result));
  }
}
