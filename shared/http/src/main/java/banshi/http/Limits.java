package banshi.http;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a component's {@code jakarta.validation} annotations allow. The same annotations make the
 * API document, so that what it says and what is checked cannot differ.
 *
 * @param shortest code points of a string, elements of a list, members of a map; inclusive
 * @param longest likewise; the stated default when there is no {@code @Size}
 * @param least the smallest number allowed
 * @param most the largest number allowed
 * @param mayBeBlank whether a string of white space only will do
 * @param plain whether markup is refused
 * @param patterns each must match the whole string
 */
record Limits(
    int shortest,
    int longest,
    Optional<Bound> least,
    Optional<Bound> most,
    boolean mayBeBlank,
    boolean plain,
    List<java.util.regex.Pattern> patterns) {

  /** The longest string when nothing else is said, in code points. */
  static final int LONGEST_STRING = 1000;

  /** The longest list or set when nothing else is said. */
  static final int LONGEST_LIST = 100;

  /** Members of a free object when nothing else is said. */
  static final int LARGEST_MAP = 200;

  /** One end of a range of numbers. */
  record Bound(BigDecimal value, boolean inclusive) {}

  /**
   * Reads the annotations of a component. One that stands before a component is found on the field
   * and on its type: it is counted once.
   *
   * @throws IllegalArgumentException on a constraint that is not supported: it would be promised by
   *     the API document and never checked
   */
  static Limits of(int longestByDefault, List<Annotation> annotations) {
    var builder = new Builder(longestByDefault);
    annotations.stream().distinct().forEach(builder::add);
    return builder.build();
  }

  private static final class Builder {
    private int shortest = 0;
    private int longest;
    private Optional<Bound> least = Optional.empty();
    private Optional<Bound> most = Optional.empty();
    private boolean mayBeBlank = true;
    private boolean plain;
    private final List<java.util.regex.Pattern> patterns = new ArrayList<>();

    Builder(int longest) {
      this.longest = longest;
    }

    void add(Annotation annotation) {
      switch (annotation) {
        case Size size -> {
          shortest = size.min();
          longest = size.max() == Integer.MAX_VALUE ? longest : size.max();
        }
        case Min min -> least = bound(BigDecimal.valueOf(min.value()), true);
        case Max max -> most = bound(BigDecimal.valueOf(max.value()), true);
        case DecimalMin min -> least = bound(new BigDecimal(min.value()), min.inclusive());
        case DecimalMax max -> most = bound(new BigDecimal(max.value()), max.inclusive());
        case NotBlank _ -> mayBeBlank = false;
        case NotNull _ -> {}
        case PlainText _ -> plain = true;
        case Pattern pattern -> patterns.add(java.util.regex.Pattern.compile(pattern.regexp()));
        default -> {
          if (annotation.annotationType().isAnnotationPresent(Constraint.class)) {
            throw new IllegalArgumentException("not supported: " + annotation);
          }
        }
      }
    }

    private static Optional<Bound> bound(BigDecimal value, boolean inclusive) {
      return Optional.of(new Bound(value, inclusive));
    }

    Limits build() {
      return new Limits(shortest, longest, least, most, mayBeBlank, plain, List.copyOf(patterns));
    }
  }
}
