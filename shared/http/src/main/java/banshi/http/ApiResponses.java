package banshi.http;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What an operation shows and how it refuses, in the API document. */
final class ApiResponses {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String PROBLEM = SCHEMAS + "Problem";

  private ApiResponses() {}

  /** Puts what is shown in the place of what a method's return type told of it. */
  static void show(Operation operation, ApiOperation.Shown shown) {
    APIResponses told = operation.getResponses();
    APIResponses responses = createAPIResponses();
    responses.addAPIResponse(
        shown.status(),
        createAPIResponse()
            .description(shown.description())
            .content(
                createContent()
                    .addMediaType(
                        MediaType.APPLICATION_JSON,
                        createMediaType().schema(createSchema().ref(SCHEMAS + shown.schema())))));
    Optional.ofNullable(told)
        .map(APIResponses::getAPIResponses)
        .orElse(Map.of())
        .entrySet()
        .stream()
        .filter(response -> !response.getKey().startsWith("2"))
        .forEach(response -> responses.addAPIResponse(response.getKey(), response.getValue()));
    operation.setResponses(responses);
  }

  /**
   * Adds the refusals with {@code statuses}, and gives every refusal that has no content a problem
   * document.
   */
  static void add(Operation operation, SortedSet<Integer> statuses) {
    if (operation.getResponses() == null) {
      operation.setResponses(createAPIResponses());
    }
    var responses = operation.getResponses();
    for (int status : statuses) {
      if (!responses.hasAPIResponse(Integer.toString(status))) {
        responses.addAPIResponse(Integer.toString(status), createAPIResponse());
      }
    }
    responses.getAPIResponses().forEach(ApiResponses::complete);
  }

  private static void complete(String status, APIResponse response) {
    boolean refusal = status.startsWith("4") || status.startsWith("5");
    if (!refusal || response.getContent() != null || response.getRef() != null) {
      return;
    }
    response.setDescription(codes(status));
    response.setContent(
        createContent()
            .addMediaType(
                Problem.MEDIA_TYPE, createMediaType().schema(createSchema().ref(PROBLEM))));
  }

  private static String codes(String status) {
    return Arrays.stream(ProblemCode.values())
        .filter(code -> Integer.toString(code.status()).equals(status))
        .map(ProblemCode::code)
        .collect(Collectors.joining(", "));
  }
}
