package banshi.disclosure;

import banshi.identity.Disclosure;
import banshi.identity.Person;
import java.util.Optional;

/**
 * Names of those who acted for the hall, in full. What an officer does in office is answered for by
 * name: colleagues on the case, supervisors and the audit read it, nobody else ({@link
 * banshi.cases.Sight}).
 */
public final class OfficialNames {
  private static final Disclosure OFFICE = new Disclosure.Office();

  private OfficialNames() {}

  /** The name as the token had it when the person acted. */
  public static Optional<String> of(Person person) {
    return person.name().map(name -> name.clear(OFFICE));
  }
}
