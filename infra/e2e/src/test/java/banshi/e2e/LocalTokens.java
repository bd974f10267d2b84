package banshi.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Tokens that a local cloud gives to whoever asks, by its own time and under its own key. */
record LocalTokens(URI cloud) implements TokenSource {
  @Override
  public String signed(ObjectNode claims, Duration life) {
    ObjectNode asked = claims.deepCopy().put("expiresIn", life.toString());
    return Wire.send(
            HttpRequest.newBuilder(Wire.at(cloud, "/dev/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked.toString()))
                .build())
        .is(200)
        .text("/token");
  }
}
