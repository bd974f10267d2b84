package banshi.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class LocalVariablesTest {
  private static final SortedMap<String, byte[]> CLASSES =
      Compiled.from(
          Map.of(
              "Loop",
              "import java.util.*; public class Loop { @Deprecated int field = 3; public int sum("
                  + "List<Integer> numbers) { int sum = 0; try { for (int number : numbers) {"
                  + " long wide = number; sum += (int) wide; } } catch (RuntimeException e) { throw e;"
                  + " } return sum; } }"));

  private static List<String> attributes(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> ((java.lang.classfile.attribute.CodeAttribute) code).attributes().stream())
        .map(attribute -> attribute.attributeName().stringValue())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void onlyTheTablesOfLocalVariablesGo() {
    byte[] before = CLASSES.get("Loop.class");
    byte[] after = LocalVariables.removed(before);
    assertThat(attributes(before)).contains("LocalVariableTable", "LocalVariableTypeTable");
    assertThat(attributes(after)).containsExactly("LineNumberTable", "StackMapTable");
    assertThat(ClassFile.of().verify(after)).isEmpty();
    assertThat(LocalVariables.removed(after)).isEqualTo(after);
  }

  @Test
  void theClassStillRuns() throws Exception {
    byte[] after = LocalVariables.removed(CLASSES.get("Loop.class"));
    Class<?> loop =
        new ClassLoader() {
          Class<?> define() {
            return defineClass("Loop", after, 0, after.length);
          }
        }.define();
    Object sum =
        loop.getMethod("sum", List.class)
            .invoke(loop.getConstructor().newInstance(), List.of(1, 2, 3));
    assertThat(sum).isEqualTo(6);
  }
}
