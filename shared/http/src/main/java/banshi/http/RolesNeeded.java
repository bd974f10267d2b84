package banshi.http;

import banshi.identity.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A caller with none of these roles gets 403. A method's own annotation replaces its class's. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RolesNeeded {

  /** Any one of them will do. */
  Role[] value();
}
