package banshi.deploy.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stands in for AWS on the loopback. It keeps what it is told between clients, can go silent after
 * any number of requests, and can ask for patience.
 */
public final class StandIn implements AutoCloseable {
  private final Objects objects = new Objects();
  private final Stacks stacks = new Stacks(objects);
  private final List<String> requests = new ArrayList<>();
  private final HttpServer server;
  private int silentAfter = Integer.MAX_VALUE;
  private boolean lastTakesEffect;
  private Optional<String> throttled = Optional.empty();

  /** Starts it on a free port. */
  public StandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Its CloudFormation. */
  public Stacks stacks() {
    return stacks;
  }

  /** Its S3. */
  public Objects objects() {
    return objects;
  }

  /** What was asked since the last time, in order. */
  public synchronized List<String> takeRequests() {
    List<String> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  /**
   * Answers no more than so many requests.
   *
   * @param effect whether the first that is not answered takes effect all the same
   */
  public synchronized void fallSilentAfter(int more, boolean effect) {
    requests.clear();
    silentAfter = more;
    lastTakesEffect = effect;
  }

  /** Answers everything again. */
  public synchronized void recover() {
    silentAfter = Integer.MAX_VALUE;
    requests.clear();
  }

  /** Asks for patience once, when next asked for something. */
  public synchronized void throttleOnce(String action) {
    throttled = Optional.of(action);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean silent = requests.size() >= silentAfter;
      String answer;
      int status = 200;
      if (silent && !(lastTakesEffect && requests.size() == silentAfter)) {
        requests.add("lost");
        return;
      }
      try {
        answer = carryOut(exchange, body);
      } catch (Refusal refusal) {
        status = refusal.status();
        answer = refused(exchange, refusal);
      }
      if (silent) {
        return;
      }
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      boolean bodiless = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0;
      exchange.getResponseHeaders().add("Content-Type", "text/xml");
      exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
      if (!bodiless) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private String carryOut(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    if (!path.equals("/")) {
      String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
      requests.add(
          exchange.getRequestMethod()
              + " "
              + (path.split("/").length > 2 ? "object" : "bucket")
              + " "
              + query.split("[=&]")[0]);
      return objects.answer(exchange.getRequestMethod(), path, query, body);
    }
    Form form = Form.of(new String(body, StandardCharsets.UTF_8));
    String action = form.get("Action");
    requests.add(action);
    if (throttled.equals(Optional.of(action))) {
      throttled = Optional.empty();
      throw new Refusal(400, "Throttling", "Rate exceeded");
    }
    if (action.equals("GetCallerIdentity")) {
      return Xml.answer(action, Xml.text("Account", "000000000000"));
    }
    return stacks.answer(form);
  }

  private static String refused(HttpExchange exchange, Refusal refusal) {
    String error = Xml.text("Code", refusal.code()) + Xml.text("Message", refusal.getMessage());
    boolean storage = !exchange.getRequestURI().getPath().equals("/");
    return storage
        ? Xml.element("Error", error)
        : Xml.element("ErrorResponse", Xml.element("Error", error));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
