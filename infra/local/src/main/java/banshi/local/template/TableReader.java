package banshi.local.template;

import banshi.local.template.Template.Index;
import banshi.local.template.Template.KeySchema;
import banshi.local.template.Template.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code AWS::DynamoDB::Table}. */
final class TableReader {
  private TableReader() {}

  static Table read(String id, String name, Section table) {
    table.withoutEffect(
        "DeletionProtectionEnabled",
        "PointInTimeRecoverySpecification",
        "SSESpecification",
        "StreamSpecification",
        "Tags");
    table.oneOf("BillingMode", "PAY_PER_REQUEST");
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Section attribute : table.sections("AttributeDefinitions")) {
      attributes.put(
          attribute.text("AttributeName"), attribute.oneOf("AttributeType", "S", "N", "B"));
      attribute.end();
    }
    KeySchema key = key(table);
    List<Index> indexes = new ArrayList<>();
    for (Section index : table.sections("GlobalSecondaryIndexes")) {
      Section projection = index.section("Projection");
      indexes.add(
          new Index(
              index.text("IndexName"),
              key(index),
              projection.oneOf("ProjectionType", "ALL", "KEYS_ONLY", "INCLUDE"),
              projection.texts("NonKeyAttributes")));
      projection.end();
      index.end();
    }
    Optional<String> timeToLive =
        table
            .optionalSection("TimeToLiveSpecification")
            .flatMap(
                section -> {
                  String attribute = section.text("AttributeName");
                  boolean enabled = section.flag("Enabled", false);
                  section.end();
                  return enabled ? Optional.of(attribute) : Optional.empty();
                });
    table.end();
    return new Table(id, name, attributes, key, indexes, timeToLive);
  }

  private static KeySchema key(Section of) {
    Optional<String> partition = Optional.empty();
    Optional<String> sort = Optional.empty();
    for (Section part : of.sections("KeySchema")) {
      String attribute = part.text("AttributeName");
      if (part.oneOf("KeyType", "HASH", "RANGE").equals("HASH")) {
        partition = Optional.of(attribute);
      } else {
        sort = Optional.of(attribute);
      }
      part.end();
    }
    if (partition.isEmpty()) {
      of.fault("KeySchema", "has no HASH key");
    }
    return new KeySchema(partition.orElse(""), sort);
  }
}
