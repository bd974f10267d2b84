package banshi.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MappingOrderTest {
  private static final String PACKAGE = "io.quarkus.runtime.generated.";
  private static final String SHARED = "io/quarkus/runtime/generated/SharedConfig.class";

  /** As Quarkus generates it, with the mappings in one order and registered in another. */
  private static SortedMap<String, byte[]> generated(List<String> types, List<Integer> registered) {
    String fields =
        IntStream.range(0, types.size())
            .mapToObj("static Object configClass$%d;"::formatted)
            .collect(Collectors.joining());
    String filled =
        IntStream.range(0, types.size())
            .mapToObj(
                i ->
                    "configClass$%d = Builder.configClass(\"%s\", \"p\"); Builder.ensureLoaded(\"%s\");"
                        .formatted(i, types.get(i), types.get(i)))
            .collect(Collectors.joining());
    String used =
        registered.stream()
            .map(
                i ->
                    "Object m%d = SharedConfig.configClass$%d; Builder.withMapping(b, m%d);"
                        .formatted(i, i, i))
            .collect(Collectors.joining());
    SortedMap<String, byte[]> classes =
        Compiled.from(
            Map.of(
                PACKAGE + "Builder",
                "package io.quarkus.runtime.generated; class Builder { static Object"
                    + " configClass(String t, String p) { return t + p; } static void ensureLoaded("
                    + "String t) {} static void withMapping(Object b, Object m) {} }",
                PACKAGE + "SharedConfig",
                "package io.quarkus.runtime.generated; class SharedConfig { static Object first = 1;"
                    + fields
                    + " static {"
                    + filled
                    + "} static Object last = 2; }",
                PACKAGE + "RunTimeConfigCustomizer",
                "package io.quarkus.runtime.generated; class RunTimeConfigCustomizer { static void"
                    + " configure(Object b) {"
                    + used
                    + "} }"),
            "-g:none");
    MappingOrder.order(classes);
    return classes;
  }

  @Test
  void whateverOrderTheyCameInTheClassesAreTheSame() {
    SortedMap<String, byte[]> one = generated(List.of("B", "A", "C"), List.of(0, 1, 2));
    SortedMap<String, byte[]> other = generated(List.of("C", "B", "A"), List.of(2, 0, 1));
    assertThat(one.keySet()).isEqualTo(other.keySet());
    one.forEach((file, content) -> assertThat(other.get(file)).as(file).isEqualTo(content));
  }

  @Test
  void otherMappingsGiveOtherClasses() {
    assertThat(generated(List.of("A", "B"), List.of(0, 1)).get(SHARED))
        .isNotEqualTo(generated(List.of("A", "D"), List.of(0, 1)).get(SHARED));
  }

  @Test
  void whatComesOutIsValid() {
    generated(List.of("B", "A", "C"), List.of(2, 1, 0))
        .forEach((file, content) -> assertThat(ClassFile.of().verify(content)).as(file).isEmpty());
  }
}
