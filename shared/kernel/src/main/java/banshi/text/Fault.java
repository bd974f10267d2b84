package banshi.text;

/**
 * One thing that is wrong with what somebody sent.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole body
 * @param code what, stable, in kebab-case
 * @param detail what, for a person to read
 */
public record Fault(String pointer, String code, Text detail) {
  /** A fault told in both languages. */
  public static Fault of(String pointer, String code, String zh, String en) {
    return new Fault(pointer, code, new Text(zh, en));
  }
}
