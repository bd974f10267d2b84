package banshi.clock;

/**
 * What is wrong with a year's file.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole file
 * @param code what, stable and kebab-case
 * @param detail what, for a person
 */
public record CalendarProblem(String pointer, String code, String detail) {
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "file" : pointer) + ": " + detail + " [" + code + "]";
  }
}
