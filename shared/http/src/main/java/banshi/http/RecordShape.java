package banshi.http;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** A request record as the binder sees it: worked out once for each class. */
record RecordShape(Constructor<?> constructor, SequencedMap<String, Component> components) {

  /**
   * One component.
   *
   * @param optional declared as {@code Optional}: may be missing or {@code null}
   */
  record Component(Shape shape, boolean optional) {}

  private static final ClassValue<RecordShape> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return read(type);
        }
      };

  /**
   * @throws IllegalArgumentException when a component has a type or a constraint that is not
   *     supported
   */
  static RecordShape of(Class<? extends Record> type) {
    return KNOWN.get(type);
  }

  private static RecordShape read(Class<?> type) {
    SequencedMap<String, Component> components = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.put(component.getName(), component(type, component.getName()));
    }
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return new RecordShape(constructor, components);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Component component(Class<?> type, String name) {
    // Constraints stay on the field: none of them may be declared for record components.
    Field field;
    try {
      field = type.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
    AnnotatedType declared = field.getAnnotatedType();
    boolean optional = isOptional(declared);
    AnnotatedType value =
        optional
            ? ((AnnotatedParameterizedType) declared).getAnnotatedActualTypeArguments()[0]
            : declared;
    return new Component(Shape.of(value, field), optional);
  }

  private static boolean isOptional(AnnotatedType declared) {
    return declared instanceof AnnotatedParameterizedType generic
        && ((ParameterizedType) generic.getType()).getRawType() == Optional.class;
  }
}
