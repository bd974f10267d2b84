package banshi.store;

import banshi.cases.CaseNumber;
import banshi.store.Transaction.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every credit code that was ever given, with what its licence says as a hash. A code is written
 * once, on condition that it is not there, and never removed: so no code is given twice, whoever
 * races.
 */
public final class LicenceRegister {
  private static final String NUMBER = "startup";
  private static final String HASH = "hash";
  private static final String NAME = "name";
  private static final String ISSUED_ON = "issuedOn";

  private final TableClient table;

  /** Over this table. */
  public LicenceRegister(TableClient table) {
    this.table = table;
  }

  /**
   * A licence as the register knows it; nothing of it is secret.
   *
   * @param code the company's credit code
   * @param hash SHA-256 of what the licence says, in hexadecimal
   * @param name the company's name
   * @param issuedOn the day it was issued
   * @param startup the start-up that it came of
   */
  public record Entry(
      String code, String hash, String name, LocalDate issuedOn, CaseNumber startup) {}

  /** The current licence with this code; empty when there is none. One read. */
  public Optional<Entry> find(String code) {
    return table
        .get(Keys.licencePk(code), Keys.LICENCE)
        .map(
            item ->
                new Entry(
                    code,
                    Attributes.text(item, HASH),
                    Attributes.text(item, NAME),
                    LocalDate.parse(Attributes.text(item, ISSUED_ON)),
                    new CaseNumber(Attributes.text(item, NUMBER))));
  }

  /** Enters a licence with a code that was never given, with the write that issues it. */
  public Companion entering(Entry licence) {
    Map<String, AttributeValue> item =
        new HashMap<>(Attributes.key(Keys.licencePk(licence.code()), Keys.LICENCE));
    item.put(HASH, Attributes.text(licence.hash()));
    item.put(NAME, Attributes.text(licence.name()));
    item.put(ISSUED_ON, Attributes.text(licence.issuedOn().toString()));
    item.put(NUMBER, Attributes.text(licence.startup().value()));
    return new Companion(transaction -> transaction.putNew(Role.LICENCE, item));
  }
}
