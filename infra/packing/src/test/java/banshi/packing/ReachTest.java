package banshi.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final SortedMap<String, byte[]> CLASSES =
      Compiled.from(
          Map.of(
              "own.Start",
              "package own; public class Start { Object of(lib.Used used) throws Exception {"
                  + " return Class.forName(\"lib.Named\"); } }",
              "lib.Used",
              "package lib; public class Used { ByUsed[] field; }",
              "lib.ByUsed",
              "package lib; public class ByUsed {}",
              "lib.Named",
              "package lib; public class Named {}",
              "lib.Used_$logger",
              "package lib; public class Used_$logger {}",
              "lib.Provides",
              "package lib; public class Provides implements Runnable { public void run() {} }",
              "lib.Listed",
              "package lib; public class Listed {}",
              "lib.Unreached",
              "package lib; public class Unreached { Used used; }"));

  private static Library part(String path, String prefix, Map<String, String> texts) {
    SortedMap<String, byte[]> files = new TreeMap<>(CLASSES);
    files.keySet().removeIf(file -> !file.startsWith(prefix));
    texts.forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
    return new Library(path, path, files);
  }

  private static Set<String> reached(Map<String, String> texts) {
    return Reach.from(
        List.of(part("", "own/", Map.of()), part("lib/lib.jar", "lib/", texts)),
        library -> !library.isOutside());
  }

  @Test
  void whatIsNamedIsReachedWhateverNamesIt() {
    assertThat(reached(Map.of()))
        .containsExactlyInAnyOrder(
            "own/Start", "lib/Used", "lib/ByUsed", "lib/Named", "lib/Used_$logger");
  }

  @Test
  void whatProvidesAServiceOfJavaIsReached() {
    assertThat(reached(Map.of("META-INF/services/java.lang.Runnable", "lib.Provides # or so")))
        .contains("lib/Provides");
  }

  @Test
  void whatProvidesAServiceThatNothingReachesIsNot() {
    assertThat(reached(Map.of("META-INF/services/lib.Unreached", "lib.Provides")))
        .doesNotContain("lib/Provides");
  }

  @Test
  void whatAListNamesIsReached() {
    assertThat(reached(Map.of("lib/execution.interceptors", "lib.Listed\n")))
        .contains("lib/Listed");
  }
}
