package banshi.store;

import banshi.notices.NoticeName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A notice as it lies in somebody's inbox.
 *
 * @param recipient whose inbox, as its key has it
 * @param about the case's number
 */
public record Told(String recipient, NoticeName name, String about) {

  /** Everything that anybody was told about a case. */
  public static List<Told> about(Engine engine, String number) {
    return engine.client.scanPaginator(request -> request.tableName(Engine.TABLE)).items().stream()
        .filter(item -> Attributes.text(item, Keys.PK).startsWith("INBOX#"))
        .map(
            item ->
                new Told(
                    Attributes.text(item, Keys.PK),
                    NoticeName.valueOf(Attributes.text(item, "name")),
                    Attributes.optionalText(item, "about").orElse("")))
        .filter(told -> told.about().equals(number))
        .collect(Collectors.toList());
  }
}
