package banshi.local.template;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one template, so that a person sees all of it at once. */
final class Faults {
  private final List<String> found = new ArrayList<>();

  void add(Place place, String what) {
    found.add(place.fault(what));
  }

  void throwIfAny(String name) {
    if (!found.isEmpty()) {
      throw new TemplateFault(name, found);
    }
  }
}
