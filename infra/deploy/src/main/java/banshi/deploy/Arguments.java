package banshi.deploy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a command: options with a value, options without, and what is no option. */
final class Arguments {
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Set<String> flags = new HashSet<>();
  private final List<String> others = new ArrayList<>();

  private Arguments() {}

  /**
   * Takes arguments apart.
   *
   * @param valued options that take a value
   * @param repeatable those of them that may stand more than once
   * @param flags options without a value
   */
  static Arguments of(
      List<String> arguments, Set<String> valued, Set<String> repeatable, Set<String> flags) {
    Arguments parsed = new Arguments();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String argument = rest.pop();
      if (flags.contains(argument)) {
        parsed.flags.add(argument);
      } else if (valued.contains(argument)) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
          throw new Misused(argument + ": 缺少值 a value is missing");
        }
        List<String> given = parsed.values.computeIfAbsent(argument, none -> new ArrayList<>());
        given.add(rest.pop());
        if (given.size() > 1 && !repeatable.contains(argument)) {
          throw new Misused(argument + ": 只能给一次 may stand only once");
        }
      } else if (argument.startsWith("-")) {
        throw new Misused("不认识的选项 Unknown option: " + argument);
      } else {
        parsed.others.add(argument);
      }
    }
    return parsed;
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> value(String option) {
    return values(option).stream().findFirst();
  }

  List<String> values(String option) {
    return values.getOrDefault(option, List.of());
  }

  List<String> others() {
    return others;
  }

  /** Refuses whatever is no option. */
  Arguments withoutOthers() {
    if (!others.isEmpty()) {
      throw new Misused("不认识的参数 Not understood: " + others.getFirst());
    }
    return this;
  }
}
