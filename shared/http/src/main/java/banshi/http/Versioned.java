package banshi.http;

import banshi.identity.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that acts on a version: takes the header {@code If-Match} with one strong ETag (RFC
 * 9110, section 13.1.1). The version is found in {@link RequestTerms}. Weak tags, lists and {@code
 * *} are refused: they do not say which version was read.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Versioned {

  /**
   * Roles that may leave the header out. A caller who has any other role of {@link RolesNeeded} and
   * none of these gets 428.
   */
  Role[] optionalFor() default {Role.APPLICANT};
}
