package banshi.local.access;

import banshi.local.functions.Loopback;
import banshi.local.functions.Relay;
import banshi.local.template.Template.Table;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between the functions and the engine, which knows no roles: passes on what a function's
 * role allows, and refuses the rest as DynamoDB does. Who asks is told by the access key, which
 * each function has of its own.
 */
public final class AccessGate implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,]+)/");
  private static final Pattern COLLECTION = Pattern.compile("([A-Z]+#)*");

  private final URI engine;
  private final TableNeeds tables;
  private final Judge judge;
  private final HttpServer server;
  private final Relay relay = new Relay();

  /** Says whether somebody may do something. */
  public interface Judge {
    /**
     * @param accessKey whose request it is
     * @return why not; empty where it is allowed
     */
    Optional<String> objection(String accessKey, Need need);
  }

  private AccessGate(URI engine, TableNeeds tables, Judge judge) throws IOException {
    this.engine = engine;
    this.tables = tables;
    this.judge = judge;
    this.server = Loopback.serve(0, this::serve);
  }

  /** A gate before an engine that holds these tables. */
  public static AccessGate before(URI engine, List<Table> tables, Judge judge) throws IOException {
    return new AccessGate(engine, new TableNeeds(tables), judge);
  }

  /** Where functions are to take the engine to be. */
  public URI endpoint() {
    return URI.create("http://" + Loopback.HOST + ":" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Optional<String> objection = objection(exchange, body);
      if (objection.isPresent()) {
        System.err.println("banshi: refused: " + objection.get());
        refuse(exchange, objection.get());
      } else {
        Relay.give(
            exchange,
            relay.ask(exchange, body, engine.resolve(exchange.getRequestURI())),
            UnaryOperator.identity());
      }
    }
  }

  /** What is not understood is not allowed. */
  private Optional<String> objection(HttpExchange exchange, byte[] body) throws IOException {
    String caller = caller(exchange);
    try {
      String target =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
      for (Need need : tables.of(target, JSON.readTree(body))) {
        Optional<String> objection = judge.objection(caller, need);
        if (objection.isPresent()) {
          return Optional.of(
              "%s is not authorized to perform %s on %s, keys %s: %s"
                  .formatted(
                      caller,
                      need.action(),
                      need.resource(),
                      need.leadingKeys().stream().map(AccessGate::collection).sorted().toList(),
                      objection.get()));
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException notUnderstood) {
      return Optional.of(caller + ": " + notUnderstood.getMessage());
    }
  }

  private static String caller(HttpExchange exchange) {
    Matcher credential =
        CREDENTIAL.matcher(
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse(""));
    return credential.find() ? credential.group(1) : "nobody";
  }

  /** What comes behind may be somebody's. */
  private static String collection(String key) {
    Matcher collection = COLLECTION.matcher(key);
    return collection.lookingAt() ? collection.group() + "…" : "…";
  }

  private static void refuse(HttpExchange exchange, String why) throws IOException {
    ObjectNode document = JSON.createObjectNode();
    document.put("__type", "com.amazon.coral.service#AccessDeniedException");
    document.put("Message", why);
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(400, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    relay.close();
  }
}
