package banshi.http;

import banshi.text.Text;

/**
 * One thing wrong with one place of a request.
 *
 * @param pointer the place: a JSON pointer (RFC 6901) into the body, empty for the whole body, or
 *     the bare name of a query parameter or header
 * @param code stable, kebab-case
 * @param detail what is wrong, for the person who filled it in
 */
public record FieldFault(String pointer, String code, Text detail) {}
