package banshi.deploy.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The fields of a request of the query protocol. */
record Form(Map<String, String> fields) {

  static Form of(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      String[] both = pair.split("=", 2);
      fields.put(decoded(both[0]), both.length == 2 ? decoded(both[1]) : "");
    }
    return new Form(fields);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String get(String name) {
    return find(name).orElseThrow(() -> Refusal.invalid(name + " is missing"));
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** A list of pairs, such as tags; a member without a value stands for what was before. */
  SequencedMap<String, Optional<String>> pairs(String list, String key, String value) {
    SequencedMap<String, Optional<String>> pairs = new LinkedHashMap<>();
    for (int i = 1; fields.containsKey(list + ".member." + i + "." + key); i++) {
      String member = list + ".member." + i + ".";
      pairs.put(fields.get(member + key), Optional.ofNullable(fields.get(member + value)));
    }
    return pairs;
  }
}
