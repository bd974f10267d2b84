package banshi.store;

import banshi.cases.Case;
import banshi.cases.CaseNumber;
import banshi.cases.Part;
import banshi.identity.ApplicantKey;
import banshi.store.Transaction.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which of a person's cases run for a matter: filed, not final, the matter not decided. A case
 * enters with its filing, on condition that the others are those that were read for it, so of two
 * filed at the same moment the later is decided again and knows of the earlier. It leaves with the
 * write that decides the matter or ends the case.
 *
 * <p>Reading costs one read unit for each matter and each started 4 KB, some 200 running cases;
 * entering and leaving two write units for each matter and started KB.
 */
public final class RunningMatters {
  /**
   * How long a matter's entry is kept after the last filing, whatever became of the cases: no case
   * is known to run as long.
   */
  static final Duration KEPT = Duration.ofDays(3 * 365);

  private static final String NUMBERS = "numbers";

  private final TableClient table;

  /** Over this table. */
  public RunningMatters(TableClient table) {
    this.table = table;
  }

  /** The cases that run, by matter; of a matter for which none runs, an empty set. */
  public SortedMap<String, SortedSet<CaseNumber>> of(
      ApplicantKey owner, Collection<String> matters) {
    SortedMap<String, SortedSet<CaseNumber>> running = new TreeMap<>();
    matters.forEach(matter -> running.computeIfAbsent(matter, each -> of(owner, each)));
    return running;
  }

  private SortedSet<CaseNumber> of(ApplicantKey owner, String matter) {
    return table.get(Keys.runningPk(owner), Keys.runningSk(matter)).stream()
        .flatMap(item -> numbers(item).stream())
        .map(CaseNumber::new)
        .collect(
            Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(CaseNumber::value))));
  }

  private static List<String> numbers(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(NUMBERS)).map(AttributeValue::ss).orElse(List.of());
  }

  /**
   * Enters a case, with its filing, if the others still are those.
   *
   * @param others what {@link #of} gave, by the matters that the case is for
   */
  public static List<Companion> entering(
      ApplicantKey owner,
      Map<String, ? extends Set<CaseNumber>> others,
      CaseNumber number,
      Instant now) {
    return others.entrySet().stream()
        .map(matter -> entering(owner, matter.getKey(), matter.getValue(), number, now))
        .toList();
  }

  private static Companion entering(
      ApplicantKey owner, String matter, Set<CaseNumber> others, CaseNumber number, Instant now) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":me", numbers(Stream.of(number)));
    values.put(":until", Attributes.number(now.plus(KEPT).getEpochSecond()));
    if (!others.isEmpty()) {
      values.put(":others", numbers(others.stream()));
    }
    return new Companion(
        transaction ->
            transaction.updateIf(
                Role.RUNNING,
                Attributes.key(Keys.runningPk(owner), Keys.runningSk(matter)),
                "SET expiresAt = :until ADD numbers :me",
                others.isEmpty() ? "attribute_not_exists(numbers)" : "numbers = :others",
                values));
  }

  /** Takes a case out of what it no longer runs for; it is no error when it was not in it. */
  static void leave(Transaction transaction, Case<?> before, Case<?> after) {
    Set<String> left = matters(before);
    left.removeAll(matters(after));
    left.forEach(
        matter ->
            transaction.update(
                Role.RUNNING,
                Attributes.key(Keys.runningPk(after.owner()), Keys.runningSk(matter)),
                "DELETE numbers :me",
                Map.of(":me", numbers(Stream.of(after.number())))));
  }

  private static Set<String> matters(Case<?> c) {
    return c.parts().stream()
        .filter(part -> !c.stage().isFinal() && part.outcome().isEmpty())
        .map(Part::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static AttributeValue numbers(Stream<CaseNumber> numbers) {
    return AttributeValue.fromSs(numbers.map(CaseNumber::value).toList());
  }
}
