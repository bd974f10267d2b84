package banshi.http;

import banshi.store.WriteTerms;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.OptionalLong;

/** The terms a write is made under: one for each request. */
@RequestScoped
public class RequestTerms {
  private Optional<Idempotency> idempotency = Optional.empty();
  private OptionalLong expectedVersion = OptionalLong.empty();

  /**
   * What makes two requests the same.
   *
   * @param key the client's {@code Idempotency-Key}
   * @param scope in which the key is unique: a SHA-256 (hex) of method, route and caller
   * @param fingerprint a SHA-256 (hex) of the path as called and the body's bytes. The same key in
   *     the same scope with another fingerprint is {@code idempotency-key-reused}
   */
  public record Idempotency(String key, String scope, String fingerprint) {}

  /**
   * The terms of idempotency.
   *
   * @throws IllegalStateException at an endpoint that is not a {@link Write}
   */
  public Idempotency idempotency() {
    return idempotency.orElseThrow(() -> new IllegalStateException("not a @Write endpoint"));
  }

  /**
   * The same, as the store takes them.
   *
   * @throws IllegalStateException at an endpoint that is not a {@link Write}
   */
  public WriteTerms write() {
    Idempotency terms = idempotency();
    return new WriteTerms(terms.scope(), terms.key(), terms.fingerprint());
  }

  /** The version from {@code If-Match}; empty when the caller may and did leave it out. */
  public OptionalLong expectedVersion() {
    return expectedVersion;
  }

  /**
   * The version from {@code If-Match}, where only the action tells that it is needed.
   *
   * @throws ProblemException {@code precondition-required} when there is none
   */
  public long requiredVersion() {
    return expectedVersion.orElseThrow(
        () -> Problem.of(ProblemCode.PRECONDITION_REQUIRED).asException());
  }

  void are(Idempotency idempotency) {
    this.idempotency = Optional.of(idempotency);
  }

  void expect(long version) {
    this.expectedVersion = OptionalLong.of(version);
  }
}
