package banshi.http.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** A function that is given raw gateway events and takes {@link TestCallers} for its callers. */
public class RawEvents implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    // Any free port: several builds may run on one machine.
    return Map.of("quarkus.lambda.mock-event-server.test-port", "0");
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(TestCallers.class);
  }
}
