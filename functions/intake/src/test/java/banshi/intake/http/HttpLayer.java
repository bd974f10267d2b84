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
        "banshi.allowed-origins", "https://hall.example.invalid,https://m.example.invalid");
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(TestCallers.class);
  }
}
