package banshi.local.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A local cloud at its address, as far as this command needs it. */
final class CloudDoor implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /** The function that knows the running cases of every kind. */
  private static final String REMINDER = "ReminderFunction";

  /** A cold function and a slice of its work. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  CloudDoor(URI address) {
    this.address = address;
  }

  URI address() {
    return address;
  }

  /** Whether a local cloud answers there. */
  boolean answers() {
    try {
      return send("GET", "/dev/functions", "").statusCode() == 200;
    } catch (IOException nobody) {
      return false;
    }
  }

  /** The names of its functions. */
  List<String> functions() {
    List<String> names = new ArrayList<>();
    answer("GET", "/dev/functions", "")
        .path("items")
        .forEach(item -> names.add(item.path("name").asText()));
    return names;
  }

  /** Lets a function take its package as it is now; gives whether it had changed. */
  boolean deploy(String function) {
    return answer("POST", "/dev/functions/" + function + "/deployments", "")
        .path("changed")
        .asBoolean();
  }

  /** Lets the reminder do an errand, by the hall's time. */
  JsonNode errand(ObjectNode event) {
    String now = answer("GET", "/dev/clock", "").path("now").asText();
    event.put("time", OffsetDateTime.parse(now).toInstant().toString());
    return answer("POST", "/dev/functions/" + REMINDER + "/invocations", event.toString());
  }

  private JsonNode answer(String method, String path, String body) {
    try {
      HttpResponse<String> answer = send(method, path, body);
      if (answer.statusCode() != 200
          || answer.headers().firstValue("X-Amz-Function-Error").isPresent()) {
        throw new CalendarStopped(
            "没有想到的答复 Unexpected answer: %s %s → %d%n%s"
                .formatted(method, path, answer.statusCode(), answer.body()));
      }
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new CalendarStopped("%s %s: JSON?".formatted(method, path), notJson);
    } catch (IOException gone) {
      throw new CalendarStopped(
          "%s 没有应答 Nothing answers any more at %s".formatted(address, address), gone);
    }
  }

  private HttpResponse<String> send(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CalendarStopped("已中断 Interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
