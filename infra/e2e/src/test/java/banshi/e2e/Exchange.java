package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** An answer of the hall, with a few words to judge it by. */
record Exchange(int status, HttpHeaders headers, String body) {
  private static final JsonMapper JSON = new JsonMapper();

  Exchange is(int expected) {
    assertThat(status).as("status of %s", body).isEqualTo(expected);
    return this;
  }

  Exchange is(int expected, String code) {
    is(expected);
    assertThat(json().path("code").asText()).isEqualTo(code);
    return this;
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (java.io.IOException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  String text(String pointer) {
    return json().at(pointer).asText();
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  String etag() {
    return header("ETag").orElseThrow();
  }
}
