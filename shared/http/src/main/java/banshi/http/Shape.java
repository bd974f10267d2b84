package banshi.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What JSON a component of a request record takes. */
sealed interface Shape {

  /** A string. */
  record Words(Limits limits) implements Shape {}

  /**
   * A string that a type of its own is made from: by its public static {@code of(String)} or, for a
   * class of ours that is no record, its public constructor from a string.
   */
  record Typed(Limits limits, Executable factory) implements Shape {}

  /** A whole number: an {@code int} or, when {@code wide}, a {@code long}. */
  record Whole(Limits limits, boolean wide) implements Shape {}

  /** An exact decimal. */
  record Decimal(Limits limits) implements Shape {}

  /** {@code true} or {@code false}. */
  record Flag() implements Shape {}

  /** The name of an enumeration's constant. */
  record Choice(Map<String, Object> constants) implements Shape {}

  /** A date, {@code yyyy-MM-dd}. */
  record Day() implements Shape {}

  /** A moment as RFC 3339 has it, offset included. */
  record Moment(boolean keepsOffset) implements Shape {}

  /** A UUID in its canonical form. */
  record Unique() implements Shape {}

  /** An object that is another record. */
  record Nested(Class<? extends Record> type) implements Shape {}

  /** An array. */
  record Many(Limits limits, Shape element, boolean distinct) implements Shape {}

  /** An object with free names. */
  record Free(Limits limits, Shape member) implements Shape {}

  /** Any JSON value but {@code null}. */
  record Anything() implements Shape {}

  /**
   * The shape of a component declared as {@code type}, with further constraints on {@code place}.
   *
   * @throws IllegalArgumentException when no JSON is foreseen for that type
   */
  static Shape of(AnnotatedType type, AnnotatedElement place) {
    List<Annotation> annotations =
        Stream.of(place, type).flatMap(at -> Arrays.stream(at.getAnnotations())).toList();
    return switch (type.getType()) {
      case Class<?> plain -> of(plain, annotations);
      case ParameterizedType generic ->
          ofGeneric(generic, (AnnotatedParameterizedType) type, annotations);
      case Type other -> throw new IllegalArgumentException("no JSON for " + other);
    };
  }

  private static Shape ofGeneric(
      ParameterizedType generic, AnnotatedParameterizedType type, List<Annotation> annotations) {
    AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
    if (generic.getRawType() == List.class || generic.getRawType() == Set.class) {
      return new Many(
          Limits.of(Limits.LONGEST_LIST, annotations),
          of(arguments[0], arguments[0]),
          generic.getRawType() == Set.class);
    }
    if (generic.getRawType() == Map.class && arguments[0].getType() == String.class) {
      return new Free(Limits.of(Limits.LARGEST_MAP, annotations), of(arguments[1], arguments[1]));
    }
    throw new IllegalArgumentException("no JSON for " + generic);
  }

  /**
   * The shape of a value of {@code type} with the constraints among {@code annotations}.
   *
   * @throws IllegalArgumentException when no JSON is foreseen for that type
   */
  static Shape of(Class<?> type, List<Annotation> annotations) {
    Limits limits = Limits.of(Limits.LONGEST_STRING, annotations);
    if (type == String.class) {
      return new Words(limits);
    }
    if (type == int.class || type == Integer.class) {
      return new Whole(limits, false);
    }
    if (type == long.class || type == Long.class) {
      return new Whole(limits, true);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Flag();
    }
    if (type == BigDecimal.class) {
      return new Decimal(limits);
    }
    if (type == LocalDate.class) {
      return new Day();
    }
    if (type == Instant.class || type == OffsetDateTime.class) {
      return new Moment(type == OffsetDateTime.class);
    }
    if (type == UUID.class) {
      return new Unique();
    }
    if (type == JsonNode.class) {
      return new Anything();
    }
    if (type.isEnum()) {
      return new Choice(constants(type));
    }
    return factory(type)
        .<Shape>map(factory -> new Typed(limits, factory))
        .orElseGet(() -> nested(type));
  }

  private static Shape nested(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException("no JSON for " + type.getName());
    }
    return new Nested(type.asSubclass(Record.class));
  }

  private static Map<String, Object> constants(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return Collections.unmodifiableMap(constants);
  }

  private static Optional<Executable> factory(Class<?> type) {
    Stream<Executable> made =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals("of"))
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .filter(method -> method.getReturnType() == type)
            .map(Executable.class::cast);
    boolean ownClass = !type.isRecord() && type.getName().startsWith("banshi.");
    Stream<Executable> constructed =
        ownClass ? Arrays.stream(type.getConstructors()) : Stream.empty();
    return Stream.concat(made, constructed)
        .filter(from -> Arrays.equals(from.getParameterTypes(), new Class<?>[] {String.class}))
        .findFirst();
  }
}
