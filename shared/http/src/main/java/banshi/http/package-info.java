/**
 * What every endpoint has in common: problem documents, strict JSON, callers, idempotency and
 * version headers, languages, pages, and the API document that states them.
 *
 * <p>A resource method takes records and returns records; it names no media types (neither
 * {@code @Consumes} nor {@code @Produces}), because media types are judged after the caller is. The
 * order of refusals is: unknown path (404), method (405), caller (401), role (403), media types
 * (415, 406), size (413), {@code Idempotency-Key} (400), {@code If-Match} (428, 400), body (400).
 *
 * <p>Every POST and PUT takes a record, if only an empty one: a method without one would let
 * unknown members pass in silence. Typed parameters are {@code Optional}, and needed ones go
 * through {@link banshi.http.Parameters#required}. A {@code @Pattern} begins with {@code ^} and
 * ends with {@code $}, since the API document's patterns look for a part.
 */
package banshi.http;
