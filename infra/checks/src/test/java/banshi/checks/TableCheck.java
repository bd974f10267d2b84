package banshi.checks;

import banshi.local.template.Template;
import banshi.store.TableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template's table is the one that the stores need. */
final class TableCheck {
  private final TableModel model = TableModel.ofTheHall();
  private final List<String> faults = new ArrayList<>();

  private TableCheck() {}

  static List<String> faults(Template template) {
    TableCheck check = new TableCheck();
    if (template.tables().size() != 1) {
      return List.of("Resources: there should be one table");
    }
    check.table(template.tables().getFirst());
    return check.faults;
  }

  private void table(Template.Table table) {
    same("KeySchema", key(model.key()), table.key());
    same("TimeToLiveSpecification", Optional.of(model.expiry()), table.timeToLive());
    List<String> wanted = model.indexes().stream().map(TableModel.Index::name).toList();
    List<String> there = table.indexes().stream().map(Template.Index::name).toList();
    same("GlobalSecondaryIndexes", wanted, there);
    for (TableModel.Index index : model.indexes()) {
      table.indexes().stream()
          .filter(each -> each.name().equals(index.name()))
          .forEach(
              each ->
                  same(
                      "GlobalSecondaryIndexes." + index.name(),
                      new Template.Index(
                          index.name(),
                          key(index.key()),
                          index.included().isPresent() ? "INCLUDE" : "KEYS_ONLY",
                          index.included().stream().toList()),
                      each));
    }
    for (Map.Entry<String, String> attribute : table.attributes().entrySet()) {
      same("AttributeDefinitions." + attribute.getKey(), "S", attribute.getValue());
    }
  }

  private static Template.KeySchema key(TableModel.Key key) {
    return new Template.KeySchema(key.partition(), Optional.of(key.sort()));
  }

  private void same(String where, Object wanted, Object there) {
    if (!wanted.equals(there)) {
      faults.add(
          "Resources.Table.Properties." + where + ": should be " + wanted + ", and is " + there);
    }
  }
}
