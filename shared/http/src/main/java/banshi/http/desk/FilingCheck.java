package banshi.http.desk;

import banshi.cases.Outcome;
import banshi.cases.Refusal;
import banshi.text.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a filing would be refused for, of one that is not complete yet. Nothing is stored.
 *
 * @param complete whether it could be filed as it is
 * @param faults all of them, each with its place in the body of the filing
 */
public record FilingCheck(boolean complete, List<Fault> faults) {
  public FilingCheck {
    faults = List.copyOf(faults);
  }

  /**
   * Of a filing whose missing members were filled in, so that the others could be judged.
   *
   * @param needed the members that may not be missing, by name
   * @param prepared what preparing it gave
   */
  public static FilingCheck of(Map<String, Optional<?>> needed, Outcome<?> prepared) {
    List<Fault> faults = new ArrayList<>();
    new TreeMap<>(needed)
        .forEach(
            (name, value) -> {
              if (value.isEmpty()) {
                faults.add(Fault.of("/" + name, "required", "必填。", "This is required."));
              }
            });
    if (prepared instanceof Outcome.Refused<?>(Refusal.Invalid(List<Fault> found))) {
      faults.addAll(found);
    }
    return new FilingCheck(faults.isEmpty(), faults);
  }
}
