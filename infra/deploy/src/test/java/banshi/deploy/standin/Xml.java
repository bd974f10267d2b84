package banshi.deploy.standin;

import java.util.List;
import java.util.function.Function;

/** Answers in XML. */
final class Xml {
  private Xml() {}

  static String element(String name, String text) {
    return "<" + name + ">" + text + "</" + name + ">";
  }

  static String text(String name, String text) {
    return element(name, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  static <T> String members(String name, List<T> items, Function<T, String> each) {
    StringBuilder members = new StringBuilder();
    items.forEach(item -> members.append(element("member", each.apply(item))));
    return element(name, members.toString());
  }

  static String answer(String action, String result) {
    return element(action + "Response", element(action + "Result", result));
  }
}
