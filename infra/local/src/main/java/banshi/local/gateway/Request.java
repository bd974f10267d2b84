package banshi.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request that was read whole.
 *
 * @param rawPath as it was sent, percent-encoded
 * @param headers each with one value or more, by names whose case does not matter
 */
public record Request(
    String method,
    String rawPath,
    Optional<String> rawQuery,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceAddress) {

  static Request of(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(values)));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()),
        headers,
        body,
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(List::getFirst);
  }

  /** What the caller wants to read; empty when it does not say. */
  public String acceptLanguage() {
    return header("Accept-Language").orElse("");
  }
}
