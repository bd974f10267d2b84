package banshi.store;

import java.util.Map;

/** What a fault of the system or of somebody's hand leaves behind. */
public final class Damage {
  private Damage() {}

  /** Deletes every item. */
  public static void toEverything(Engine engine) {
    engine.client.scanPaginator(request -> request.tableName(Engine.TABLE)).items().stream()
        .toList()
        .forEach(
            item ->
                engine.client.deleteItem(
                    request ->
                        request
                            .tableName(Engine.TABLE)
                            .key(Map.of(Keys.PK, item.get(Keys.PK), Keys.SK, item.get(Keys.SK)))));
  }

  /** Makes the head of a case unreadable. */
  public static void toHead(Engine engine, String casePk) {
    engine.client.updateItem(
        request ->
            request
                .tableName(Engine.TABLE)
                .key(Attributes.key(casePk, Keys.HEAD))
                .updateExpression("SET clocks = :broken")
                .expressionAttributeValues(Map.of(":broken", Attributes.text("{"))));
  }
}
