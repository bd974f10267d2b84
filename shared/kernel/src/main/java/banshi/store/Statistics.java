package banshi.store;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.figures.Cell;
import banshi.figures.Count;
import banshi.figures.Counts;
import banshi.figures.GroupBy;
import banshi.figures.Period;
import banshi.figures.Report;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The figures, kept up to date by the very writes that change them: each adds what it changes to
 * the case's cell of the day it was received, so that nobody ever reads cases to count them.
 *
 * <p>Adding costs two write units for each touched cell, of which there are at most two. Reading
 * costs half a unit per started 4 KB of the cells that the days have, never more with more cases in
 * them; it may lag the writes by moments.
 */
public final class Statistics {
  private final TableClient table;

  /** Over this table. */
  public Statistics(TableClient table) {
    this.table = table;
  }

  /** The figures of the cases of a kind that were received in a period. */
  public Report report(CaseKind kind, Period period, GroupBy groupBy) {
    TreeMap<Optional<String>, Counts> groups =
        new TreeMap<>(
            Comparator.<Optional<String>, Boolean>comparing(Optional::isEmpty)
                .thenComparing(code -> code.orElse("")));
    for (YearMonth month : period.months()) {
      table.eachPage(
          request ->
              request
                  .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                  .expressionAttributeValues(
                      Map.of(
                          ":pk", Attributes.text(Keys.figuresPk(kind, month)),
                          ":first", Attributes.text(Keys.firstOfDay(period.from())),
                          ":last", Attributes.text(Keys.lastOfDay(period.to())))),
          page ->
              page.forEach(
                  item ->
                      groups.merge(
                          groupBy.of(Keys.cell(kind, Attributes.text(item, Keys.SK))),
                          counts(item),
                          Counts::plus)));
    }
    groups.values().removeIf(Counts::isZero);
    List<Report.Group> shown =
        groups.entrySet().stream()
            .map(group -> new Report.Group(group.getKey(), group.getValue()))
            .toList();
    return new Report(
        kind,
        period,
        groupBy,
        shown,
        shown.stream().map(Report.Group::counts).reduce(Counts.NONE, Counts::plus));
  }

  /** Adds to a write what it changes in the figures, if it changes any. */
  static void add(Transaction transaction, CaseNumber number, Map<Cell, Counts> change) {
    change.forEach(
        (cell, counts) -> {
          Map<String, Long> numbers = new HashMap<>();
          counts.values().forEach((count, value) -> numbers.put(count.name(), value));
          transaction.add(
              Attributes.key(
                  Keys.figuresPk(cell.kind(), YearMonth.from(cell.received())),
                  Keys.cellSk(cell, number)),
              numbers);
        });
  }

  private static Counts counts(Map<String, AttributeValue> item) {
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      if (item.containsKey(count.name())) {
        counts.put(count, Attributes.number(item, count.name()));
      }
    }
    return new Counts(counts);
  }
}
