package banshi.local.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One execution environment: a process that takes events from a Lambda Runtime API of its own, one
 * at a time. It ends when it is closed, when its process ends, or when the local cloud does.
 */
final class FunctionEnvironment implements AutoCloseable {
  private static final String API = "/2018-06-01/runtime/";

  /** Lambda's limit on the payload of an answer, and of an event. */
  static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

  /** What an environment tells its pool; each may come from any thread. */
  interface Listener {
    void idle(FunctionEnvironment environment);

    void ended(FunctionEnvironment environment);
  }

  private record Pending(
      String id, byte[] event, Instant deadline, CompletableFuture<Outcome> outcome) {}

  private final int id;
  private final String functionArn;
  private final Listener listener;
  private final HttpServer runtimeApi;
  private final Process process;
  private final long startedNanos = System.nanoTime();
  private final BlockingQueue<Optional<Pending>> next = new LinkedBlockingQueue<>();
  private final AtomicReference<Optional<Pending>> current =
      new AtomicReference<>(Optional.empty());
  private volatile Optional<Duration> coldStart = Optional.empty();
  private volatile Optional<Duration> firstAnswer = Optional.empty();
  private volatile Optional<String> initError = Optional.empty();
  private volatile long answers;
  private volatile boolean ended;

  FunctionEnvironment(int id, FunctionLaunch launch, Listener listener) throws IOException {
    this.id = id;
    this.functionArn = launch.arn();
    this.listener = listener;
    this.runtimeApi = Loopback.serve(0, this::serve);
    try {
      this.process = launch.start(Loopback.HOST + ":" + runtimeApi.getAddress().getPort());
    } catch (IOException e) {
      runtimeApi.stop(0);
      throw e;
    }
    process.onExit().thenRunAsync(this::onExit);
  }

  int id() {
    return id;
  }

  long pid() {
    return process.pid();
  }

  boolean busy() {
    return current.get().isPresent();
  }

  /** How long the process took from its start until it asked for its first event. */
  Optional<Duration> coldStart() {
    return coldStart;
  }

  /** How long it took from the start of the process to its first answer. */
  Optional<Duration> firstAnswer() {
    return firstAnswer;
  }

  long answers() {
    return answers;
  }

  /** Hands over one event; the caller sees to it that there is one at a time. */
  Outcome invoke(byte[] event, Duration limit) throws InterruptedException {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Pending pending =
        new Pending(UUID.randomUUID().toString(), event, Instant.now().plus(limit), outcome);
    current.set(Optional.of(pending));
    next.add(Optional.of(pending));
    if (ended) {
      outcome.complete(crashed());
    }
    try {
      return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException late) {
      close();
      listener.ended(this);
      return new Outcome.TimedOut();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("an outcome is never completed with an exception", e);
    }
  }

  /** Ends the process at once, as Lambda ends its sandboxes. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void onExit() {
    ended = true;
    next.add(Optional.empty());
    current.get().ifPresent(pending -> pending.outcome().complete(crashed()));
    listener.ended(this);
    runtimeApi.stop(0);
  }

  Outcome.Crashed crashed() {
    return new Outcome.Crashed(
        initError.orElseGet(
            () -> "the process ended" + (process.isAlive() ? "" : " with " + process.exitValue())));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean get = exchange.getRequestMethod().equals("GET");
      if (get && path.equals(API + "invocation/next")) {
        giveNext(exchange);
      } else if (!get && path.equals(API + "init/error")) {
        initError = Optional.of(new String(body(exchange), StandardCharsets.UTF_8));
        accepted(exchange);
      } else if (!get && path.startsWith(API + "invocation/")) {
        String[] parts = path.substring((API + "invocation/").length()).split("/", -1);
        takeAnswer(exchange, parts);
      } else {
        reply(exchange, 404, "{\"errorType\":\"NotFound\"}");
      }
    }
  }

  private void giveNext(HttpExchange exchange) throws IOException {
    if (coldStart.isEmpty()) {
      coldStart = Optional.of(sinceStart());
    }
    current.set(Optional.empty());
    listener.idle(this);
    Optional<Pending> taken;
    try {
      taken = next.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (taken.isEmpty()) {
      return;
    }
    Pending pending = taken.get();
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", pending.id());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(pending.deadline().toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-" + pending.id() + ";Sampled=0");
    exchange.sendResponseHeaders(200, pending.event().length);
    exchange.getResponseBody().write(pending.event());
  }

  private void takeAnswer(HttpExchange exchange, String[] parts) throws IOException {
    Optional<Pending> pending =
        current.get().filter(expected -> parts.length == 2 && expected.id().equals(parts[0]));
    byte[] payload = body(exchange);
    if (pending.isEmpty() || !(parts[1].equals("response") || parts[1].equals("error"))) {
      reply(exchange, 400, "{\"errorType\":\"InvalidRequestID\"}");
      return;
    }
    if (firstAnswer.isEmpty()) {
      firstAnswer = Optional.of(sinceStart());
    }
    answers++;
    if (payload.length > PAYLOAD_LIMIT) {
      reply(exchange, 413, "{\"errorType\":\"RequestEntityTooLarge\"}");
      pending
          .get()
          .outcome()
          .complete(
              new Outcome.Failed(
                  "{\"errorType\":\"Function.ResponseSizeTooLarge\"}"
                      .getBytes(StandardCharsets.UTF_8)));
      return;
    }
    accepted(exchange);
    pending
        .get()
        .outcome()
        .complete(
            parts[1].equals("response")
                ? new Outcome.Answered(payload)
                : new Outcome.Failed(payload));
  }

  private Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    return exchange.getRequestBody().readNBytes(PAYLOAD_LIMIT * 2);
  }

  private static void accepted(HttpExchange exchange) throws IOException {
    reply(exchange, 202, "{\"status\":\"OK\"}");
  }

  private static void reply(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
