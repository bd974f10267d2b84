package banshi.store;

/**
 * What makes two requests the same write.
 *
 * @param scope caller and route
 * @param key the client's idempotency key, 1 to 255 visible ASCII characters
 * @param bodyHash a digest of the request's body
 */
public record WriteTerms(String scope, String key, String bodyHash) {}
