package banshi.local.template;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a template's intrinsic functions may name.
 *
 * @param values parameters and pseudo parameters ({@code AWS::Region} and the like) by name
 * @param mappings values by map, top-level key and second-level key
 * @param conditions the template's conditions, by name
 * @param resources what {@code Ref} and {@code Fn::GetAtt} say of a resource, by logical id
 */
record Scope(
    Map<String, String> values,
    Map<String, Map<String, Map<String, String>>> mappings,
    Function<String, Optional<Boolean>> conditions,
    Map<String, Reference> resources) {

  /**
   * A resource as others see it.
   *
   * @param name what {@code Ref} gives
   * @param attributes what {@code Fn::GetAtt} gives
   */
  record Reference(String name, Map<String, String> attributes) {}
}
