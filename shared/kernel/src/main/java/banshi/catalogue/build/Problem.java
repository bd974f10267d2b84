package banshi.catalogue.build;

/**
 * One thing wrong with the catalogue's sources.
 *
 * @param file relative to the sources' root
 * @param entry which entry of the file, such as {@code MR-FOOD-NEW of 2026-01-01}; empty if the
 *     file as a whole
 * @param field which field of the entry, such as {@code materials[2].when}; empty if the entry as a
 *     whole
 * @param message what is wrong
 */
public record Problem(String file, String entry, String field, String message) {
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(file);
    if (!entry.isEmpty()) {
      line.append(": ").append(entry);
    }
    if (!field.isEmpty()) {
      line.append(": ").append(field);
    }
    return line.append(": ").append(message).toString();
  }
}
