package banshi.http;

import banshi.identity.Verification;
import java.time.Instant;
import java.util.Optional;

/** Tells who calls. Each function has one bean of it. */
public interface CallerVerifier {

  /**
   * Judges a request's {@code Authorization} header; never throws for a bad one.
   *
   * @param authorization the header, empty when it is missing or was given more than once
   * @param now the request's time, which decides whether a token has expired
   */
  Verification verify(Optional<String> authorization, Instant now);
}
