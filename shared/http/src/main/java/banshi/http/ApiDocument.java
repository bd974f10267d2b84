package banshi.http;

import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Writes the conventions into the API document, from the same annotations that {@link Gate} goes
 * by: who may call, which headers an operation takes, and how it may refuse. A resource need only
 * declare a status of its own ({@code @APIResponse(responseCode = "429")}); its body is filled in
 * here.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
  private static final String BEARER = "bearer";
  private static final String VISIBLE_ASCII = "^[!-~]{1,255}$";

  private final IndexView index;

  /** Made by the build. */
  public ApiDocument(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(createComponents());
    }
    // A function without endpoints, as each is at its beginning, has a document without paths.
    if (document.getPaths() == null) {
      document.setPaths(createPaths());
    }
    if (document.getPaths().getPathItems() == null) {
      document.getPaths().setPathItems(Map.of());
    }
    document
        .getComponents()
        .addSecurityScheme(
            BEARER,
            createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT"));
    ApiSchemas.complete(document, index);
    List<ApiOperation> operations = ApiOperation.all(index);
    for (var path : document.getPaths().getPathItems().entrySet()) {
      for (var operation : path.getValue().getOperations().entrySet()) {
        find(operations, path.getKey(), operation.getKey())
            .ifPresent(
                known -> {
                  known.shown().ifPresent(shown -> show(document, operation.getValue(), shown));
                  complete(operation.getValue(), known);
                });
      }
    }
  }

  private static Optional<ApiOperation> find(
      List<ApiOperation> operations, String path, PathItem.HttpMethod method) {
    return operations.stream()
        .filter(known -> known.path().equals(path) && known.method().equals(method.name()))
        .findFirst();
  }

  private static void show(OpenAPI document, Operation operation, ApiOperation.Shown shown) {
    if (!document.getComponents().getSchemas().containsKey(shown.schema())) {
      throw new IllegalStateException(shown.schema() + " is shown but has no @Schema");
    }
    ApiResponses.show(operation, shown);
  }

  private static void complete(Operation operation, ApiOperation known) {
    // An empty list says that none is needed; without one a reader could not tell it from
    // forgotten.
    operation.setSecurity(
        known.open() ? List.of() : List.of(createSecurityRequirement().addScheme(BEARER)));
    ApiTerms.describe(operation, known);
    List<Parameter> parameters =
        new ArrayList<>(Optional.ofNullable(operation.getParameters()).orElse(List.of()));
    parameters.forEach(ApiDocument::describePage);
    addHeaders(parameters, known);
    operation.setParameters(parameters);
    describeSuccess(operation, known);
    ApiResponses.add(operation, statuses(operation, known));
  }

  private static boolean isPageParameter(Parameter parameter) {
    return parameter.getIn() == Parameter.In.QUERY
        && (parameter.getName().equals("limit") || parameter.getName().equals("cursor"));
  }

  private static void describePage(Parameter parameter) {
    if (!isPageParameter(parameter)) {
      return;
    }
    if (parameter.getName().equals("limit")) {
      parameter.setSchema(
          createSchema()
              .addType(SchemaType.INTEGER)
              .minimum(BigDecimal.ONE)
              .maximum(BigDecimal.valueOf(PageQuery.LARGEST_LIMIT))
              .defaultValue(PageQuery.DEFAULT_LIMIT));
      parameter.setDescription("Items on a page");
    } else {
      parameter.setSchema(createSchema().addType(SchemaType.STRING).maxLength(2048));
      parameter.setDescription("nextCursor of the page before");
    }
  }

  private static void addHeaders(List<Parameter> parameters, ApiOperation known) {
    parameters.add(
        header("Accept-Language", false, "zh-CN (default) or en, for every text a person reads"));
    if (known.write()) {
      Parameter key =
          header(
              "Idempotency-Key",
              true,
              "The same key with the same request gives the first answer again, for 24 hours");
      key.getSchema().setMinLength(1);
      key.getSchema().setMaxLength(255);
      key.getSchema().setPattern(VISIBLE_ASCII);
      parameters.add(key);
    }
    if (known.versioned()) {
      Parameter version =
          header("If-Match", known.versionRequired(), "The ETag of the version that was read");
      version.getSchema().setPattern("^\"(0|[1-9][0-9]{0,17})\"$");
      parameters.add(version);
    }
  }

  private static Parameter header(String name, boolean required, String description) {
    return createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(required)
        .description(description)
        .schema(createSchema().addType(SchemaType.STRING));
  }

  private static void describeSuccess(Operation operation, ApiOperation known) {
    if (operation.getResponses() == null) {
      return;
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (!status.startsWith("2") || response.getRef() != null) {
                return;
              }
              if (known.write()) {
                response.addHeader(
                    "Idempotent-Replayed",
                    createHeader()
                        .description("true when this answer was given before")
                        .schema(createSchema().addType(SchemaType.STRING)));
              }
              if (known.versioned()) {
                response.addHeader(
                    "ETag",
                    createHeader()
                        .description("The version that this answer shows")
                        .schema(createSchema().addType(SchemaType.STRING)));
              }
            });
  }

  private static SortedSet<Integer> statuses(Operation operation, ApiOperation known) {
    // Any query may have a parameter that is not taken, so any operation may refuse with 400.
    SortedSet<Integer> statuses = new TreeSet<>(List.of(400, 406, 500, 503));
    boolean body = operation.getRequestBody() != null;
    boolean inPath =
        operation.getParameters().stream().anyMatch(p -> p.getIn() == Parameter.In.PATH);
    // A query may name something that is not the caller's, as a path may.
    boolean named =
        operation.getParameters().stream()
            .anyMatch(p -> p.getIn() == Parameter.In.QUERY && !isPageParameter(p));
    Map<Integer, Boolean> when =
        Map.of(
            401,
            !known.open(),
            403,
            !known.open(),
            404,
            inPath || named && !known.open(),
            409,
            known.write() || known.versioned(),
            412,
            known.versioned(),
            413,
            body,
            415,
            body,
            422,
            known.write(),
            428,
            known.versioned());
    when.forEach(
        (status, applies) -> {
          if (applies) {
            statuses.add(status);
          }
        });
    return statuses;
  }
}
