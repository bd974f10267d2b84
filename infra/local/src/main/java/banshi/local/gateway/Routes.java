package banshi.local.gateway;

import banshi.local.template.Template.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request as API Gateway does: segment by segment, a literal one goes before
 * {@code {name}} and that before {@code {name+}}; a method that is named goes before ANY.
 */
public final class Routes {
  private record Known(Route route, List<String> segments) {}

  /** A route and what stands in the request's path for its parameters, decoded. */
  public record Match(Route route, Map<String, String> parameters) {}

  private final List<Known> known;

  /** These routes, whatever their order. */
  public Routes(List<Route> routes) {
    this.known =
        routes.stream()
            .map(route -> new Known(route, segments(route.path())))
            .sorted(Comparator.comparing(Routes::rank))
            .toList();
  }

  /**
   * The route for a request.
   *
   * @param rawPath as it was sent, percent-encoded
   */
  public Optional<Match> match(String method, String rawPath) {
    List<String> path = segments(rawPath);
    for (Known candidate : known) {
      String wanted = candidate.route().method();
      if (wanted.equals("ANY") || wanted.equals(method)) {
        Optional<Map<String, String>> parameters = parameters(candidate.segments(), path);
        if (parameters.isPresent()) {
          return Optional.of(new Match(candidate.route(), parameters.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> parameters(List<String> route, List<String> path) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < route.size(); i++) {
      String segment = route.get(i);
      if (i >= path.size()) {
        return Optional.empty();
      }
      if (segment.endsWith("+}")) {
        String rest = String.join("/", path.subList(i, path.size()));
        parameters.put(segment.substring(1, segment.length() - 2), decoded(rest));
        return Optional.of(parameters);
      }
      if (segment.startsWith("{")) {
        parameters.put(segment.substring(1, segment.length() - 1), decoded(path.get(i)));
      } else if (!segment.equals(decoded(path.get(i)))) {
        return Optional.empty();
      }
    }
    return route.size() == path.size() ? Optional.of(parameters) : Optional.empty();
  }

  /** Sorts the more particular first. */
  private static String rank(Known route) {
    StringBuilder rank = new StringBuilder();
    for (String segment : route.segments()) {
      rank.append(segment.endsWith("+}") ? 'c' : segment.startsWith("{") ? 'b' : 'a');
    }
    // A path that goes on ranks before one that ends with everything that follows.
    return rank.append('d').append(route.route().method().equals("ANY") ? 'b' : 'a').toString();
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (!segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return segments;
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
