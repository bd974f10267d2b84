package banshi.http;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import banshi.identity.Personal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** States in the API document's schemas what {@link RecordBinder} and {@link Json} do. */
final class ApiSchemas {
  private static final String PREFIX = "#/components/schemas/";
  private static final Set<String> OPTIONALS =
      Set.of(Optional.class.getName(), OptionalInt.class.getName(), OptionalLong.class.getName());

  private final Map<String, Schema> schemas;

  private ApiSchemas(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  static void complete(OpenAPI document, IndexView index) {
    document.getComponents().addSchema("Problem", problem());
    Map<String, Schema> known = document.getComponents().getSchemas();
    if (known.containsKey("Text")) {
      document
          .getComponents()
          .addSchema("Text", string().description("A text in the language asked for"));
    }
    if (known.containsKey("JsonNode")) {
      document.getComponents().addSchema("JsonNode", createSchema().description("Any JSON value"));
      document.getComponents().removeSchema("JsonNodeType");
    }
    Arrays.stream(Personal.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .filter(known::containsKey)
        .forEach(name -> document.getComponents().addSchema(name, personal()));
    var schemas = new ApiSchemas(document.getComponents().getSchemas());
    schemas.requireComponents(index);
    schemas.boundComponents(index);
    schemas.excuseEmptyBodies(document);
    schemas.limitRequests(document);
  }

  private static Schema problem() {
    return createSchema()
        .addType(SchemaType.OBJECT)
        .description("A problem document (RFC 9457); some kinds have further members")
        .required(List.of("type", "title", "status", "detail", "code"))
        .addProperty("type", string())
        .addProperty("title", string())
        .addProperty("status", createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", string())
        .addProperty("code", string().description("Stable, kebab-case"))
        .addProperty(
            "allowedActions",
            createSchema()
                .addType(SchemaType.ARRAY)
                .items(string())
                .description("What the caller may do instead, where an action is not allowed"))
        .addProperty(
            "errorsOmitted",
            createSchema()
                .addType(SchemaType.INTEGER)
                .description("How many faults there are besides those in errors"))
        .addProperty("number", string().description("The case that a draft has become before"))
        .addProperty(
            "validationPath", string().description("Where the content of such a draft is checked"))
        .addProperty(
            "current",
            createSchema()
                .addType(SchemaType.OBJECT)
                .description("What is stored, where a draft was saved from an older copy"))
        .addProperty("requestId", string().description("What to quote when the hall has failed"))
        .addProperty(
            "errors",
            createSchema()
                .addType(SchemaType.ARRAY)
                .maxItems(Faults.MOST)
                .items(
                    createSchema()
                        .addType(SchemaType.OBJECT)
                        .required(List.of("pointer", "code", "detail"))
                        .addProperty(
                            "pointer",
                            string()
                                .description("A JSON pointer into the body, or a parameter's name"))
                        .addProperty("code", string())
                        .addProperty("detail", string())));
  }

  private static Schema personal() {
    return string().minLength(1).description("Given in clear, answered masked; a mask is refused");
  }

  private static Schema string() {
    return createSchema().addType(SchemaType.STRING);
  }

  /**
   * A component that is not {@code Optional} is always there, in requests and in answers. Of
   * records that have a name and their components' names in common (what was sent, and what it
   * became) the document has one schema: it requires what all of them do.
   */
  private void requireComponents(IndexView index) {
    schemas.forEach(
        (name, schema) ->
            records(index, name, schema)
                .map(ApiSchemas::required)
                .reduce((one, other) -> one.stream().filter(other::contains).toList())
                .ifPresent(schema::setRequired));
  }

  private void boundComponents(IndexView index) {
    schemas.forEach(
        (name, schema) ->
            records(index, name, schema)
                .forEach(type -> ApiBounds.state(type, properties(schema))));
  }

  /** The records that a schema may be of. */
  private static Stream<ClassInfo> records(IndexView index, String name, Schema schema) {
    return index.getKnownClasses().stream()
        .filter(ClassInfo::isRecord)
        .filter(type -> name.startsWith(type.simpleName()))
        .filter(type -> properties(schema).keySet().equals(names(type)));
  }

  private static Set<String> names(ClassInfo type) {
    Set<String> names = new HashSet<>();
    type.recordComponents().forEach(component -> names.add(component.name()));
    return names;
  }

  private static List<String> required(ClassInfo type) {
    return type.recordComponentsInDeclarationOrder().stream()
        .filter(component -> !OPTIONALS.contains(component.type().name().toString()))
        .map(RecordComponentInfo::name)
        .toList();
  }

  /** No body reads as an object without members, which is enough when none is required. */
  private void excuseEmptyBodies(OpenAPI document) {
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .flatMap(operation -> Stream.ofNullable(operation.getRequestBody()))
        .filter(body -> body.getContent() != null)
        .forEach(
            body ->
                body.setRequired(
                    body.getContent().getMediaTypes().values().stream()
                        .map(media -> resolved(media.getSchema()))
                        .noneMatch(ApiSchemas::requiresNothing)));
  }

  private static boolean requiresNothing(Optional<Schema> schema) {
    return schema
        .filter(known -> known.getRequired() == null || known.getRequired().isEmpty())
        .isPresent();
  }

  private Optional<Schema> resolved(Schema schema) {
    Optional<Schema> own = Optional.ofNullable(schema);
    return own.map(Schema::getRef)
        .map(ref -> schemas.get(ref.substring(PREFIX.length())))
        .or(() -> own);
  }

  /** Unknown members are refused, and everything has a largest size, also what says none. */
  private void limitRequests(OpenAPI document) {
    Deque<Schema> open = new ArrayDeque<>();
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .flatMap(operation -> Stream.ofNullable(operation.getRequestBody()))
        .flatMap(body -> Stream.ofNullable(body.getContent()))
        .flatMap(content -> content.getMediaTypes().values().stream())
        .flatMap(media -> Stream.ofNullable(media.getSchema()))
        .forEach(open::add);
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Schema schema = open.remove();
      String ref = schema.getRef();
      if (ref != null) {
        if (seen.add(ref)) {
          Stream.ofNullable(schemas.get(ref.substring(PREFIX.length()))).forEach(open::add);
        }
        continue;
      }
      limit(schema);
      open.addAll(properties(schema).values());
      Stream.ofNullable(schema.getItems()).forEach(open::add);
      Stream.ofNullable(schema.getAdditionalPropertiesSchema()).forEach(open::add);
      Stream.ofNullable(schema.getAnyOf()).flatMap(List::stream).forEach(open::add);
    }
  }

  private static void limit(Schema schema) {
    List<SchemaType> types = Optional.ofNullable(schema.getType()).orElse(List.of());
    if (types.contains(SchemaType.OBJECT)) {
      if (schema.getAdditionalPropertiesSchema() == null) {
        schema.setAdditionalPropertiesSchema(createSchema().booleanSchema(false));
      } else if (schema.getMaxProperties() == null) {
        schema.setMaxProperties(Limits.LARGEST_MAP);
      }
    }
    if (types.contains(SchemaType.ARRAY) && schema.getMaxItems() == null) {
      schema.setMaxItems(Limits.LONGEST_LIST);
    }
    boolean free = schema.getEnumeration() == null && schema.getFormat() == null;
    if (types.contains(SchemaType.STRING) && free && schema.getMaxLength() == null) {
      schema.setMaxLength(Limits.LONGEST_STRING);
    }
  }

  private static Map<String, Schema> properties(Schema schema) {
    return Optional.ofNullable(schema.getProperties()).orElse(Map.of());
  }
}
