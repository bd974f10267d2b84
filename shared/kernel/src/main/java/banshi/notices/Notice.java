package banshi.notices;

import banshi.text.Text;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing told to one recipient. What caused it and who is told make it unique, so that the same
 * happening can never tell the same people twice. It holds no personal data.
 *
 * @param name what is told
 * @param to who is told
 * @param event stands for what caused it: the case's number and the timeline entry, or the like
 * @param about the number of the case, when it is about one
 * @param at when it happened
 * @param facts what the places in the template stand for, by their names
 */
public record Notice(
    NoticeName name,
    Recipient to,
    String event,
    Optional<String> about,
    Instant at,
    Map<String, Text> facts) {
  public Notice {
    facts = Map.copyOf(facts);
  }

  /** The heading. */
  public Text title() {
    return name.title();
  }

  /** The words, with the facts in their places. */
  public Text body() {
    return name.body(facts);
  }

  /** The same notice, knowing this besides. */
  public Notice knowing(String fact, Text value) {
    Map<String, Text> more = new TreeMap<>(facts);
    more.put(fact, value);
    return new Notice(name, to, event, about, at, more);
  }
}
