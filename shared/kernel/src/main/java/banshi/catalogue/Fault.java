package banshi.catalogue;

import banshi.text.Text;
import java.util.Optional;

/**
 * One thing a submission lacks or has wrong.
 *
 * @param pointer the place: a JSON pointer (RFC 6901) into the submission
 * @param code stable, kebab-case
 * @param detail for the person who filled it in
 * @param material the code of the material it is about, if about one
 * @param severity whether it stands in the way
 */
public record Fault(
    String pointer, String code, Text detail, Optional<String> material, Severity severity) {

  static Fault at(String pointer, String code, String zh, String en) {
    return new Fault(pointer, code, new Text(zh, en), Optional.empty(), Severity.FAULT);
  }

  Fault about(String materialCode) {
    return new Fault(pointer, code, detail, Optional.of(materialCode), severity);
  }

  Fault asWarning() {
    return new Fault(pointer, code, detail, material, Severity.WARNING);
  }

  /** {@code parent} and one more step, escaped as RFC 6901 asks. */
  static String pointer(String parent, String step) {
    return parent + "/" + step.replace("~", "~0").replace("/", "~1");
  }
}
