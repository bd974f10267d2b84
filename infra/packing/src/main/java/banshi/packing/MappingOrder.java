package banshi.packing;

import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * Puts the mappings of settings into the order of their names, in the three classes in which
 * Quarkus generates them. Quarkus takes some of them from a set that is ordered by where objects
 * happen to lie in the build's memory; whatever the order, they all are registered before any is
 * read.
 */
final class MappingOrder {
  private static final String SHARED = "io/quarkus/runtime/generated/SharedConfig";
  private static final List<String> CLASSES =
      List.of(
          SHARED,
          "io/quarkus/runtime/generated/StaticInitConfigCustomizer",
          "io/quarkus/runtime/generated/RunTimeConfigCustomizer");
  private static final String FIELD = "configClass$";

  /** A field of the shared class with what fills it: {@code configClass(type, prefix)}. */
  private record Mapping(String key, String field, List<CodeElement> code) {}

  private final Map<String, String> names = new HashMap<>();

  private MappingOrder() {}

  /** Orders the mappings of a package, if it has any. */
  static void order(SortedMap<String, byte[]> files) {
    MappingOrder order = new MappingOrder();
    for (String name : CLASSES) {
      files.computeIfPresent(
          name + ".class",
          (file, content) ->
              rewritten(content, name.equals(SHARED) ? order::defined : code -> code, order::used));
    }
  }

  private static byte[] rewritten(
      byte[] content,
      UnaryOperator<List<CodeElement>> first,
      UnaryOperator<List<CodeElement>> second) {
    // A constant pool of its own, for the old one has the old order.
    ClassFile format = ClassFile.of(ClassFile.ConstantPoolSharingOption.NEW_POOL);
    ClassModel model = format.parse(content);
    return format.build(
        model.thisClass().asSymbol(),
        builder -> {
          for (ClassElement element : model) {
            if (element instanceof MethodModel method && method.code().isPresent()) {
              List<CodeElement> code =
                  second.apply(first.apply(elements(method.code().orElseThrow())));
              builder.withMethod(
                  method.methodName(),
                  method.methodType(),
                  method.flags().flagsMask(),
                  body -> body.withCode(out -> code.forEach(out::with)));
            } else {
              builder.with(element);
            }
          }
        });
  }

  private static List<CodeElement> elements(CodeModel code) {
    return new ArrayList<>(code.elementList());
  }

  /** The mappings in the order of what they map, their fields numbered in that order. */
  private List<CodeElement> defined(List<CodeElement> code) {
    List<CodeElement> before = new ArrayList<>();
    List<Mapping> mappings = new ArrayList<>();
    List<CodeElement> after = new ArrayList<>();
    int at = 0;
    while (at < code.size()) {
      int end = endOfMapping(code, at);
      if (end > at) {
        mappings.add(
            new Mapping(
                text(code.get(at)) + ' ' + text(code.get(at + 1)),
                field(code.get(at + 3)),
                code.subList(at, end)));
        at = end;
      } else {
        (mappings.isEmpty() ? before : after).add(code.get(at));
        at++;
      }
    }
    mappings.sort(Comparator.comparing(Mapping::key));
    for (Mapping mapping : mappings) {
      names.put(mapping.field(), FIELD + names.size());
      before.addAll(mapping.code());
    }
    before.addAll(after);
    return before;
  }

  /** Where the code that makes one mapping ends; {@code at} when none begins there. */
  private static int endOfMapping(List<CodeElement> code, int at) {
    if (at + 3 >= code.size() || !calls(code.get(at + 2), "configClass")) {
      return at;
    }
    int end = at + 4;
    while (end + 1 < code.size() && calls(code.get(end + 1), "ensureLoaded")) {
      end += 2;
    }
    return end;
  }

  /** The fields under their new names, and where mappings are registered in the order of those. */
  private List<CodeElement> used(List<CodeElement> code) {
    List<CodeElement> renamed = new ArrayList<>(code.stream().map(this::renamed).toList());
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at + 4 < renamed.size(); at++) {
      if (isMapping(renamed.get(at)) && calls(renamed.get(at + 4), "withMapping")) {
        places.add(at);
      }
    }
    List<CodeElement> ordered =
        places.stream()
            .map(renamed::get)
            .sorted(Comparator.comparingInt(element -> number(field(element))))
            .toList();
    for (int i = 0; i < places.size(); i++) {
      renamed.set(places.get(i), ordered.get(i));
    }
    return renamed;
  }

  private CodeElement renamed(CodeElement element) {
    if (!isMapping(element)) {
      return element;
    }
    FieldInstruction old = (FieldInstruction) element;
    String name = names.get(field(old));
    if (name == null) {
      throw new IllegalStateException(
          SHARED + " fills " + field(old) + " in another way than known");
    }
    return FieldInstruction.of(
        old.opcode(),
        old.owner(),
        ConstantPoolBuilder.of().nameAndTypeEntry(name, old.typeSymbol()));
  }

  private static boolean isMapping(CodeElement element) {
    return element instanceof FieldInstruction field
        && (field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC)
        && field.owner().asInternalName().equals(SHARED)
        && field.name().stringValue().startsWith(FIELD);
  }

  private static boolean calls(CodeElement element, String method) {
    return element instanceof InvokeInstruction call && call.name().stringValue().equals(method);
  }

  private static String field(CodeElement element) {
    return ((FieldInstruction) element).name().stringValue();
  }

  private static int number(String field) {
    return Integer.parseInt(field.substring(FIELD.length()));
  }

  private static String text(CodeElement element) {
    return (String) ((ConstantInstruction) element).constantValue();
  }
}
