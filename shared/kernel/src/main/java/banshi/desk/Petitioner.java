package banshi.desk;

import banshi.identity.IdType;
import java.util.Optional;

/**
 * Somebody for whom an officer files (代办对象), as it was typed: nothing of it is judged yet. Prints
 * nothing of it.
 *
 * @param idType the document that they showed or named; {@link IdType#OTHER} when there was none
 * @param idNumber its number
 */
public record Petitioner(
    Optional<String> name,
    Optional<IdType> idType,
    Optional<String> idNumber,
    Optional<String> phone) {
  @Override
  public String toString() {
    return "Petitioner";
  }
}
