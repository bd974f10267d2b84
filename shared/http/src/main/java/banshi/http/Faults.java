package banshi.http;

import banshi.text.Fault;
import banshi.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the faults of one body. Keeps the first {@value #MOST}, so that a hostile body cannot
 * make an answer larger than itself, and counts the rest.
 */
final class Faults {
  static final int MOST = 100;

  private final List<Fault> kept = new ArrayList<>();
  private int more;

  void add(String pointer, String code, String zh, String en) {
    add(pointer, code, new Text(zh, en));
  }

  void add(String pointer, String code, Text detail) {
    if (kept.size() < MOST) {
      kept.add(new Fault(pointer, code, detail));
    } else {
      more++;
    }
  }

  boolean none() {
    return kept.isEmpty();
  }

  List<Fault> kept() {
    return List.copyOf(kept);
  }

  int more() {
    return more;
  }

  /** {@code pointer} with one more step, escaped as RFC 6901, section 3 has it. */
  static String step(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static String step(String pointer, int index) {
    return pointer + "/" + index;
  }
}
