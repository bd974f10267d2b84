/**
 * What every endpoint has in common: problem documents, strict JSON, callers, idempotency and
 * version headers, languages, pages, and the API document that states them.
 *
 * <p>A resource method takes records and returns records; it names no media types (neither
 * {@code @Consumes} nor {@code @Produces}), because media types are judged after the caller is. The
 * order of refusals is: unknown path (404), method (405), caller (401), role (403), media types
 * (415, 406), size (413), {@code Idempotency-Key} (400), {@code If-Match} (428, 400), body (400).
 */
package banshi.http;
