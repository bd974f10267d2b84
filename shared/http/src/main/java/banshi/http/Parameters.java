package banshi.http;

import banshi.text.Fault;
import banshi.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Path and query parameters that are not plain strings: enumerations, whole and decimal numbers,
 * dates, moments, UUIDs. They are as strict as members of a body, keep the same {@code
 * jakarta.validation} constraints, and are refused with 400 {@code invalid-parameter} by name.
 */
@Provider
public class Parameters implements ParamConverterProvider {
  private static final Set<Class<?>> TYPES =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          BigDecimal.class,
          LocalDate.class,
          Instant.class,
          OffsetDateTime.class,
          UUID.class);

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,39})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,19})(\\.\\d{1,19})?");

  /**
   * A parameter that may not be missing.
   *
   * @throws ProblemException {@code invalid-parameter} when it is
   */
  public static <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(
        () -> refusal(new Fault(name, "required", new Text("必填。", "This is required."))));
  }

  @Override
  public <T> ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    boolean optional = type == Optional.class;
    Class<?> value = optional ? inside(genericType) : type;
    if (!TYPES.contains(value) && !value.isEnum()) {
      // What the interface asks for: no converter from here.
      return null;
    }
    List<Annotation> all = Arrays.asList(annotations);
    return new Converter<>(Shape.of(value, all), name(all), optional);
  }

  private static Class<?> inside(Type optional) {
    return optional instanceof ParameterizedType generic
            && generic.getActualTypeArguments()[0] instanceof Class<?> inside
        ? inside
        : Object.class;
  }

  private static String name(List<Annotation> annotations) {
    return annotations.stream()
        .flatMap(
            annotation ->
                switch (annotation) {
                  case QueryParam query -> Stream.of(query.value());
                  case PathParam path -> Stream.of(path.value());
                  default -> Stream.empty();
                })
        .findFirst()
        .orElse("");
  }

  private static ProblemException refusal(Fault fault) {
    return Problem.of(ProblemCode.INVALID_PARAMETER, List.of(fault)).asException();
  }

  private record Converter<T>(Shape shape, String name, boolean optional)
      implements ParamConverter<T> {

    /** Is given null for a missing parameter that may be missing. */
    @Override
    @SuppressWarnings("unchecked")
    public T fromString(String text) {
      Optional<Object> value = Optional.ofNullable(text).map(this::read);
      // Unchecked: the shape was made for T, or for what the Optional that T is holds.
      return (T) (optional ? value : required(name, value));
    }

    private Object read(String text) {
      var faults = new Faults();
      return RecordBinder.bind(node(text), shape, name, faults)
          .orElseThrow(() -> refusal(faults.kept().getFirst()));
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }

    private JsonNode node(String text) {
      return switch (shape) {
        case Shape.Whole _ when WHOLE.matcher(text).matches() ->
            BigIntegerNode.valueOf(new BigInteger(text));
        case Shape.Decimal _ when DECIMAL.matcher(text).matches() ->
            DecimalNode.valueOf(new BigDecimal(text));
        case Shape _ -> TextNode.valueOf(text);
      };
    }
  }
}
