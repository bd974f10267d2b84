package banshi.intake.http;

import banshi.http.testing.RawEvents;
import java.util.HashMap;
import java.util.Map;

/** The function with test endpoints and test callers. */
public class HttpLayer extends RawEvents {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("banshi.test.endpoints", "true");
    settings.put(
        "banshi.allowed-origins", "https://hall.example.invalid,https://m.example.invalid");
    return settings;
  }
}
