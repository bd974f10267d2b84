package banshi.store;

import banshi.cases.CaseNumber;
import banshi.identity.ApplicantKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The lists by which cases are found, read newest first, strongly consistent. A page costs a query
 * of each list, one read unit for each started 4 KB of the page, some 40 cases, however long the
 * lists are.
 */
public final class ListedCases {
  private static final String BEFORE_ALL = "0";
  private static final String BEHIND_ALL = "\uffff";

  private final TableClient table;
  private final CaseLists mine;

  /** Over this table. */
  public ListedCases(TableClient table) {
    this.table = table;
    this.mine = new CaseLists(table);
  }

  /**
   * A case in a list.
   *
   * @param number its number
   * @param position where it lies in every list; the page behind it goes on there
   */
  public record Listed(CaseNumber number, String position) {
    static Listed at(String position) {
      return new Listed(Keys.listed(position), position);
    }
  }

  /**
   * When a case was received.
   *
   * @param from not before this instant
   * @param until before this one
   */
  public record Received(Optional<Instant> from, Optional<Instant> until) {
    /** At any time. */
    public static Received whenever() {
      return new Received(Optional.empty(), Optional.empty());
    }
  }

  /**
   * A page of the cases that are on any of some lists, each once.
   *
   * @param lists at least one
   * @param after the position of the last case that was seen
   * @param limit how many at most
   */
  public Page<Listed> of(Set<Listing> lists, Received received, Optional<String> after, int limit) {
    List<QueryResponse> pages =
        lists.stream().map(list -> read(list, received, after, limit)).toList();
    List<String> found =
        pages.stream()
            .flatMap(page -> page.items().stream())
            .map(item -> Attributes.text(item, Keys.SK))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    List<Listed> page = found.stream().limit(limit).map(Listed::at).toList();
    boolean more =
        found.size() > limit || pages.stream().anyMatch(each -> !each.lastEvaluatedKey().isEmpty());
    return new Page<>(
        page, more && !page.isEmpty() ? Optional.of(page.getLast().position()) : Optional.empty());
  }

  /**
   * A page of the cases of whoever has this key, from the index of "my cases", which lags by
   * moments.
   */
  public Page<Listed> of(ApplicantKey owner, Optional<String> after, int limit) {
    return mine.of(owner, after, limit)
        .map(line -> new Listed(line.number(), Keys.listedSk(line.receivedAt(), line.number())));
  }

  private QueryResponse read(Listing list, Received received, Optional<String> after, int limit) {
    String from = received.from().map(Keys::listedFrom).orElse(BEFORE_ALL);
    String to =
        Stream.concat(
                received.until().map(Keys::listedFrom).stream(),
                // The lists are of whole positions; nothing lies between one and one cut short.
                after.map(position -> position.substring(0, position.length() - 1)).stream())
            .min(Comparator.naturalOrder())
            .orElse(BEHIND_ALL);
    return table.query(
        request ->
            request
                .keyConditionExpression("pk = :list AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(
                    Map.of(
                        ":list", Attributes.text(list.pk()),
                        ":from", Attributes.text(from),
                        ":to", Attributes.text(to)))
                .scanIndexForward(false)
                .consistentRead(true)
                .limit(limit));
  }
}
