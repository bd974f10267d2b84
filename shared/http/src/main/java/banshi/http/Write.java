package banshi.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that creates or acts: needs the header {@code Idempotency-Key} (1 to 255 visible
 * ASCII characters, given once). The key is found in {@link RequestTerms}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Write {}
