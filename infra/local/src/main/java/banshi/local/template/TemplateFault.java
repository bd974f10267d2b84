package banshi.local.template;

import java.util.List;

/** A template that cannot be run here, with every reason found and the place of each. */
public final class TemplateFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  TemplateFault(String name, List<String> faults) {
    super(name + " is not understood:\n  " + String.join("\n  ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each fault with its line and path, in the order found. */
  public List<String> faults() {
    return faults;
  }
}
