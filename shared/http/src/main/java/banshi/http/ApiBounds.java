package banshi.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * States the bounds of what may be left out: they stand on the type within {@code Optional}, where
 * the document's own reader does not look.
 */
final class ApiBounds {
  private ApiBounds() {}

  /** Puts the bounds of a record's components into its schema's properties. */
  static void state(ClassInfo type, Map<String, Schema> properties) {
    for (RecordComponentInfo component : type.recordComponents()) {
      within(component.type())
          .ifPresent(bounded -> state(bounded, properties.get(component.name())));
    }
  }

  private static Optional<Type> within(Type type) {
    return type.kind() == Type.Kind.PARAMETERIZED_TYPE
            && type.name().toString().equals(Optional.class.getName())
        ? Optional.of(type.asParameterizedType().arguments().getFirst())
        : Optional.empty();
  }

  private static void state(Type type, Schema schema) {
    given(type, Size.class)
        .ifPresent(size -> size(schema, number(size, "min"), number(size, "max")));
    given(type, Min.class)
        .ifPresent(min -> schema.setMinimum(BigDecimal.valueOf(min.value().asLong())));
    given(type, Max.class)
        .ifPresent(max -> schema.setMaximum(BigDecimal.valueOf(max.value().asLong())));
    given(type, Pattern.class)
        .ifPresent(form -> schema.setPattern(form.value("regexp").asString()));
    given(type, NotBlank.class).ifPresent(blank -> schema.setPattern("\\S"));
  }

  private static Optional<AnnotationInstance> given(Type type, Class<? extends Annotation> bound) {
    return type.annotations().stream()
        .filter(each -> each.name().toString().equals(bound.getName()))
        .findFirst();
  }

  private static int number(AnnotationInstance size, String member) {
    return Optional.ofNullable(size.value(member))
        .map(value -> value.asInt())
        .orElse(member.equals("min") ? 0 : Integer.MAX_VALUE);
  }

  private static void size(Schema schema, int min, int max) {
    Optional<Integer> least = Optional.of(min).filter(number -> number > 0);
    List<SchemaType> types = Optional.ofNullable(schema.getType()).orElse(List.of());
    if (types.contains(SchemaType.STRING)) {
      least.ifPresent(schema::setMinLength);
      schema.setMaxLength(max);
    } else if (types.contains(SchemaType.ARRAY)) {
      least.ifPresent(schema::setMinItems);
      schema.setMaxItems(max);
    } else if (types.contains(SchemaType.OBJECT)) {
      least.ifPresent(schema::setMinProperties);
      schema.setMaxProperties(max);
    }
  }
}
