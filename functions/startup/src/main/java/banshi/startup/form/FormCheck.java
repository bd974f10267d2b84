package banshi.startup.form;

import banshi.text.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What was found on a form.
 *
 * @param form the form, when there is no fault
 * @param faults everything that is wrong, in one go
 */
public record FormCheck(Optional<StartupForm> form, List<Fault> faults) {
  /** Copies the list. */
  public FormCheck {
    faults = List.copyOf(faults);
  }
}
