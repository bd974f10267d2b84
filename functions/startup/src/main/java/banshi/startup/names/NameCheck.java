package banshi.startup.names;

import banshi.text.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What was found on a proposed name.
 *
 * @param name the name, when there is no fault
 * @param faults everything that is wrong, in one go
 */
public record NameCheck(Optional<CompanyName> name, List<Fault> faults) {
  /** Copies the list. */
  public NameCheck {
    faults = List.copyOf(faults);
  }
}
