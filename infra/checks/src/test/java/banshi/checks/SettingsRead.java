package banshi.checks;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which settings compiled classes read: members of interfaces that carry {@code @ConfigMapping},
 * places that carry {@code @ConfigProperty}, and variables that are asked for by name.
 *
 * @param needed whether it must be set, by the name of its environment variable
 */
record SettingsRead(Map<String, Boolean> needed) {
  private static final String MAPPING = "Lio/smallrye/config/ConfigMapping;";
  private static final String DEFAULT = "Lio/smallrye/config/WithDefault;";
  private static final String PROPERTY = "Lorg/eclipse/microprofile/config/inject/ConfigProperty;";

  static SettingsRead in(List<Path> folders) throws IOException {
    Map<String, ClassModel> classes = new HashMap<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
          ClassModel model = ClassFile.of().parse(file);
          classes.put(model.thisClass().asInternalName(), model);
        }
      }
    }
    Map<String, Boolean> needed = new TreeMap<>();
    for (ClassModel model : classes.values()) {
      annotation(annotations(model), MAPPING)
          .map(mapping -> text(mapping, "prefix"))
          .ifPresent(prefix -> mapping(model, prefix, classes, needed));
      properties(model, needed);
      variables(model, needed);
    }
    return new SettingsRead(needed);
  }

  private static void mapping(
      ClassModel model,
      String prefix,
      Map<String, ClassModel> classes,
      Map<String, Boolean> needed) {
    for (MethodModel method : model.methods()) {
      if (method.code().isPresent() || method.methodName().equalsString("<clinit>")) {
        continue;
      }
      String name = prefix + "." + kebab(method.methodName().stringValue());
      ClassDesc returned = method.methodTypeSymbol().returnType();
      String type = returned.descriptorString().replaceAll("^L|;$", "");
      ClassModel nested = classes.get(type);
      if (nested != null) {
        mapping(nested, name, classes, needed);
      } else {
        put(
            needed,
            name,
            !type.startsWith("java/util/Optional")
                && annotation(annotations(method), DEFAULT).isEmpty());
      }
    }
  }

  private static void properties(ClassModel model, Map<String, Boolean> needed) {
    for (FieldModel field : model.fields()) {
      annotation(
              field
                  .findAttribute(Attributes.runtimeVisibleAnnotations())
                  .map(found -> found.annotations())
                  .orElse(List.of()),
              PROPERTY)
          .ifPresent(
              property -> property(property, field.fieldTypeSymbol().descriptorString(), needed));
    }
    for (MethodModel method : model.methods()) {
      method
          .findAttribute(Attributes.runtimeVisibleParameterAnnotations())
          .ifPresent(
              found -> {
                for (int i = 0; i < found.parameterAnnotations().size(); i++) {
                  String type = method.methodTypeSymbol().parameterType(i).descriptorString();
                  annotation(found.parameterAnnotations().get(i), PROPERTY)
                      .ifPresent(property -> property(property, type, needed));
                }
              });
    }
  }

  private static void property(Annotation property, String type, Map<String, Boolean> needed) {
    put(
        needed,
        text(property, "name"),
        !type.startsWith("Ljava/util/Optional") && text(property, "defaultValue").isEmpty());
  }

  /** Who asks for a variable by name must be ready to find none. */
  private static void variables(ClassModel model, Map<String, Boolean> needed) {
    for (MethodModel method : model.methods()) {
      method
          .code()
          .ifPresent(
              code -> {
                String last = "";
                for (var element : code) {
                  if (element instanceof ConstantInstruction constant
                      && constant.constantValue() instanceof String text) {
                    last = text;
                  } else if (element instanceof InvokeInstruction call
                      && call.owner().asInternalName().equals("java/lang/System")
                      && call.name().equalsString("getenv")) {
                    needed.merge(last, false, Boolean::logicalOr);
                  }
                }
              });
    }
  }

  private static void put(Map<String, Boolean> needed, String property, boolean must) {
    needed.merge(
        property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT),
        must,
        Boolean::logicalOr);
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static List<Annotation> annotations(ClassModel model) {
    return model
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .map(found -> found.annotations())
        .orElse(List.of());
  }

  private static List<Annotation> annotations(MethodModel model) {
    return model
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .map(found -> found.annotations())
        .orElse(List.of());
  }

  private static Optional<Annotation> annotation(List<Annotation> all, String type) {
    return all.stream().filter(each -> each.className().equalsString(type)).findFirst();
  }

  private static String text(Annotation annotation, String element) {
    return annotation.elements().stream()
        .filter(each -> each.name().equalsString(element))
        .map(AnnotationElement::value)
        .filter(AnnotationValue.OfString.class::isInstance)
        .map(value -> ((AnnotationValue.OfString) value).stringValue())
        .findFirst()
        .orElse("");
  }
}
