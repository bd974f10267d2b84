package banshi.intake.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The function with test endpoints and test callers. */
public class HttpLayer implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "banshi.test.endpoints", "true",
        // Any free port: several builds may run on one machine.
        "quarkus.lambda.mock-event-server.test-port", "0",
        "banshi.allowed-origins", "https://hall.example.invalid,https://m.example.invalid");
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(TestCallers.class);
  }
}
