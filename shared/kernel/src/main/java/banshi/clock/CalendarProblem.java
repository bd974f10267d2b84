package banshi.clock;

/**
 * What is wrong with a year's file.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole file
 * @param code what, stable and kebab-case
 * @param inChinese what, for a person, in Chinese
 * @param detail what exactly, for a person, in English
 */
public record CalendarProblem(String pointer, String code, String inChinese, String detail) {
  CalendarProblem(String pointer, CalendarFault fault, String detail) {
    this(pointer, fault.code(), fault.inChinese(), detail);
  }

  @Override
  public String toString() {
    return (pointer.isEmpty() ? "file" : pointer) + ": " + detail + " [" + code + "]";
  }
}
