package banshi.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the methods that return a {@code Response} show when all went well, for the API document: a
 * resource says it once for all of them, a method for itself. The record needs a {@code @Schema} of
 * its own, since nothing else names it to the document.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Shows {
  /** The record that is shown, as JSON. */
  Class<?> value();

  /** What it is, in both languages. */
  String says();

  /** The answer's status. */
  int status() default 200;
}
