package banshi.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A running hall that the scenarios are played on.
 *
 * @param address where its API answers, with its stage if that is in the path
 * @param documents what the API documents say, together
 * @param gives what it has besides
 */
record Target(URI address, TokenSource tokens, List<String> documents, Set<Need> gives) {
  /** A local cloud, with what it adds under {@code /dev}. */
  static Target localCloud(URI address) {
    String document =
        Wire.send(HttpRequest.newBuilder(Wire.at(address, "/dev/openapi.json")).build())
            .is(200)
            .body();
    return new Target(
        address,
        new LocalTokens(address),
        List.of(document),
        EnumSet.of(Need.TIME, Need.SCHEDULE, Need.OUTBOX, Need.GATEWAY));
  }

  /** Any hall that is deployed: nothing is known of it but an address and a key that it trusts. */
  static Target blackBox(URI address, TokenSource tokens) throws IOException {
    return new Target(address, tokens, built(), EnumSet.of(Need.GATEWAY));
  }

  Target giving(Need more) {
    Set<Need> all = EnumSet.of(more);
    all.addAll(gives);
    return new Target(address, tokens, documents, all);
  }

  Target lacking(Need less) {
    Set<Need> rest = EnumSet.copyOf(gives);
    rest.remove(less);
    return new Target(address, tokens, documents, rest);
  }

  /** The committed document; without one, those that the functions' builds left. */
  private static List<String> built() throws IOException {
    Path committed = TheHall.root().resolve("docs/api/openapi.json");
    if (Files.exists(committed)) {
      return List.of(Files.readString(committed));
    }
    List<String> documents = new ArrayList<>();
    try (Stream<Path> functions = Files.list(TheHall.root().resolve("functions"))) {
      for (Path function : functions.sorted().toList()) {
        Path document = function.resolve("target/openapi/openapi.json");
        if (Files.exists(document)) {
          documents.add(Files.readString(document));
        }
      }
    }
    if (documents.isEmpty()) {
      throw new IOException("no API document: build the functions first (./dev up, or ./dev test)");
    }
    return documents;
  }
}
