package banshi.store;

import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.store.Transaction.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cases of the same kind of trouble (一类事): which open ones are alike, and which were merged into a
 * cluster. A cluster is named after one of its members and has at most {@value #MOST} of them.
 */
public final class Clusters {
  /** Most members of a cluster: all of them are read to know who is involved. */
  public static final int MOST = 50;

  private static final HeadIndex ALIKE =
      new HeadIndex(Keys.BY_QUEUE, Keys.QUEUE_KEY, Keys.QUEUE_SORT, true);

  private final TableClient table;

  /** Over this table. */
  public Clusters(TableClient table) {
    this.table = table;
  }

  /** Makes a case a member of the cluster that is named after another, with that case's write. */
  public Companion joining(CaseNumber lead, CaseNumber member) {
    return new Companion(
        transaction ->
            transaction.put(
                Role.MEMBER, Attributes.key(Keys.clusterPk(lead), Keys.memberSk(member))));
  }

  /** The members of a cluster, strongly consistent: one read unit for each started 4 KB. */
  public List<CaseNumber> members(CaseNumber lead) {
    return table
        .queryAll(
            request ->
                request
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", Attributes.text(Keys.clusterPk(lead))))
                    .consistentRead(true))
        .stream()
        .map(item -> Attributes.text(item, Keys.SK))
        .map(sk -> new CaseNumber(sk.substring(Keys.MEMBER_PREFIX.length())))
        .toList();
  }

  /**
   * A page of open cases that are alike, oldest first, from the index alone.
   *
   * @param like what they have in common: the mark SIMILAR
   */
  public Page<CaseSummary> similar(CaseKind kind, String like, Optional<String> after, int limit) {
    return ALIKE.page(table, Keys.similarKey(kind, like), after, limit);
  }
}
