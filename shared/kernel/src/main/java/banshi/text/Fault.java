package banshi.text;

/**
 * One thing that is wrong with what somebody sent.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole body
 * @param code what, stable, in kebab-case
 * @param detail what, for a person to read
 */
public record Fault(String pointer, String code, Text detail) {}
