package banshi.e2e;

import banshi.local.functions.Relay;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Stands between the functions and the engine, and cuts the power at a chosen moment: before a
 * request reaches the engine, or after the engine has answered and before the function hears of it.
 */
final class PowerCut implements AutoCloseable {
  private final HttpServer server;
  private final Relay relay = new Relay();
  private final AtomicReference<URI> engine = new AtomicReference<>();
  private final AtomicInteger moment = new AtomicInteger(-1);
  private final AtomicInteger passed = new AtomicInteger();
  private final AtomicReference<Runnable> cut = new AtomicReference<>(() -> {});

  PowerCut() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::forward);
    server.start();
  }

  /** Puts this between the functions and an engine. */
  URI before(URI address) {
    engine.set(address);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Cuts the power once, at this moment: two to a request, before it and after it. */
  void at(int chosen, Runnable how) {
    passed.set(0);
    cut.set(how);
    moment.set(chosen);
  }

  /** Whether the moment came. */
  boolean happened() {
    return moment.get() < 0;
  }

  /** Cuts nothing from now on. */
  void spare() {
    moment.set(-1);
  }

  private void forward(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (cutNow()) {
      exchange.close();
      return;
    }
    try {
      HttpResponse<byte[]> answer =
          relay.ask(exchange, body, engine.get().resolve(exchange.getRequestURI()));
      cutNow();
      Relay.give(exchange, answer, UnaryOperator.identity());
    } finally {
      exchange.close();
    }
  }

  private boolean cutNow() {
    boolean now = passed.getAndIncrement() == moment.get();
    if (now) {
      moment.set(-1);
      cut.get().run();
    }
    return now;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
