package banshi.checks;

import banshi.local.template.Template;
import banshi.local.template.Template.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every setting that a function's code needs is set, and every one that is set is read. */
final class ConfigurationCheck {
  /** What Lambda itself sets, and what the virtual machine reads. */
  private static final Set<String> OTHERS = Set.of("AWS_LAMBDA_FUNCTION_NAME", "JAVA_TOOL_OPTIONS");

  private ConfigurationCheck() {}

  static List<String> faults(Path root, Template template) throws IOException {
    Map<Function, SettingsRead> read = new LinkedHashMap<>();
    for (Function function : template.functions()) {
      read.put(function, SettingsRead.in(classes(root, function)));
    }
    List<String> faults = new ArrayList<>();
    read.forEach(
        (function, settings) -> {
          String place =
              "Resources." + function.logicalId() + ".Properties.Environment.Variables: ";
          settings
              .needed()
              .forEach(
                  (name, needed) -> {
                    if (needed && !function.environment().containsKey(name)) {
                      faults.add(place + name + " is not set, and the code has no default for it");
                    }
                  });
          for (String name : function.environment().keySet()) {
            if (!settings.needed().containsKey(name)
                && !OTHERS.contains(name)
                && !isSharedAndReadBySome(name, read)) {
              faults.add(place + "nothing reads " + name);
            }
          }
        });
    return faults;
  }

  private static boolean isSharedAndReadBySome(String name, Map<Function, SettingsRead> read) {
    return read.keySet().stream().allMatch(each -> each.environment().containsKey(name))
        && read.values().stream().anyMatch(settings -> settings.needed().containsKey(name));
  }

  /** A function's own classes and those of the shared rooms that it is built from. */
  private static List<Path> classes(Path root, Function function) {
    Path target = function.code().getParent();
    List<Path> classes =
        new ArrayList<>(
            List.of(target.resolve("classes"), root.resolve("shared/kernel/target/classes")));
    if (Files.exists(target.resolve("openapi"))) {
      classes.add(root.resolve("shared/http/target/classes"));
    }
    return classes;
  }
}
