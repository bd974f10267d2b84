package banshi.store;

import banshi.cases.CaseNumber;
import banshi.identity.ApplicantKey;
import banshi.store.Transaction.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which start-up somebody represents (法定代表人): one at a time (the city's platform lets an enterprise
 * have one process at a time, domain-facts 2.2). The item stays when a start-up ends; whoever files
 * the next one sees that it has.
 */
public final class Representatives {
  private static final String NUMBER = "startup";

  private final TableClient table;

  /** Over this table. */
  public Representatives(TableClient table) {
    this.table = table;
  }

  /** The start-up that somebody represents, or represented last. One read. */
  public Optional<CaseNumber> startupOf(ApplicantKey person) {
    return table
        .get(Keys.representativePk(person), Keys.STARTUP)
        .map(item -> new CaseNumber(Attributes.text(item, NUMBER)));
  }

  /**
   * Makes somebody the representative of a start-up, with its own write.
   *
   * @param last what {@link #startupOf} gave when it was decided
   */
  public Companion claiming(ApplicantKey person, Optional<CaseNumber> last, CaseNumber startup) {
    Map<String, AttributeValue> item =
        new HashMap<>(Attributes.key(Keys.representativePk(person), Keys.STARTUP));
    item.put(NUMBER, Attributes.text(startup.value()));
    return new Companion(
        transaction ->
            last.ifPresentOrElse(
                before ->
                    transaction.putIf(
                        Role.REPRESENTATIVE,
                        item,
                        "startup = :last",
                        Map.of(":last", Attributes.text(before.value()))),
                () -> transaction.putNew(Role.REPRESENTATIVE, item)));
  }

  /** Lets somebody go who no longer represents a start-up, with its own write. */
  public Companion releasing(ApplicantKey person, CaseNumber startup) {
    return new Companion(
        transaction ->
            transaction.deleteIf(
                Role.REPRESENTATIVE,
                Attributes.key(Keys.representativePk(person), Keys.STARTUP),
                "attribute_not_exists(pk) OR startup = :startup",
                Map.of(":startup", Attributes.text(startup.value()))));
  }
}
