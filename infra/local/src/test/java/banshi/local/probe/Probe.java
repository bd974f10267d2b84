package banshi.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function that does what the last segment of a request's path says. */
public final class Probe implements RequestStreamHandler {
  private static final Pattern LAST_SEGMENT = Pattern.compile("\"path\":\"[^\"]*/([^/\"]*)\"");

  private final AtomicInteger underWay = new AtomicInteger();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] event = input.readAllBytes();
    Matcher path = LAST_SEGMENT.matcher(new String(event, StandardCharsets.UTF_8));
    String answer =
        switch (path.find() ? path.group(1) : "") {
          case "" -> new String(event, StandardCharsets.UTF_8);
          case "crash" -> {
            Runtime.getRuntime().halt(3);
            yield "";
          }
          case "fail" -> throw new IllegalStateException("a secret of the function");
          case "hang" -> {
            awaitForever();
            yield "";
          }
          case "gate" -> {
            passTheGate();
            yield answer("text/plain", "passed".getBytes(StandardCharsets.UTF_8));
          }
          case "malformed" -> "[]";
          case "huge" -> answer("text/plain", new byte[6 * 1024 * 1024]);
          case "together" ->
              answer("text/plain", Integer.toString(together()).getBytes(StandardCharsets.UTF_8));
          case "environment" ->
              answer("text/plain", environment().getBytes(StandardCharsets.UTF_8));
          case "cookies" ->
              "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"image/png\"},"
                  + "\"multiValueHeaders\":{\"Set-Cookie\":[\"a=1\",\"b=2\"]},"
                  + "\"isBase64Encoded\":true,\"body\":\"AP8Q\"}";
          case "nothing" -> "{\"statusCode\":204}";
          default -> answer("application/json", event);
        };
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  /** How many events this environment has in hand while it has this one. */
  private int together() {
    int now = underWay.incrementAndGet();
    try {
      Thread.sleep(20);
      return Math.max(now, underWay.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return now;
    } finally {
      underWay.decrementAndGet();
    }
  }

  private static String environment() {
    StringBuilder lines = new StringBuilder();
    System.getenv()
        .forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    return lines
        .append("directory=")
        .append(System.getProperty("user.dir"))
        .append('\n')
        .toString();
  }

  /** Says that it is there, and waits until somebody opens. */
  private static void passTheGate() throws IOException {
    Path gate = Path.of(System.getenv("GATE"));
    Files.createFile(gate.resolve("reached"));
    try {
      while (!Files.exists(gate.resolve("open"))) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String answer(String mediaType, byte[] body) {
    return "{\"statusCode\":200,\"headers\":{\"Content-Type\":\""
        + mediaType
        + "\"},\"isBase64Encoded\":true,\"body\":\""
        + Base64.getEncoder().encodeToString(body)
        + "\"}";
  }
}
