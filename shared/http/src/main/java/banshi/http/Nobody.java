package banshi.http;

import banshi.identity.Verification;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Lets nobody in, until a function says how its callers are verified: closed when in doubt. */
@DefaultBean
@ApplicationScoped
public class Nobody implements CallerVerifier {

  @Override
  public Verification verify(Optional<String> authorization, Instant now) {
    return new Verification.Refused(Verification.Reason.UNKNOWN_KEY);
  }
}
