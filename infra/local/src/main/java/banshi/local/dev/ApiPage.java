package banshi.local.dev;

import banshi.local.gateway.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A page on which a person can read the API and try it (Swagger UI). */
final class ApiPage {
  private static final String FOLDER = "/META-INF/resources/webjars/swagger-ui/5.31.0/";
  private static final Map<String, String> FILES =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "favicon-32x32.png", "image/png");
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Banshi 办事 · API</title>
        <link rel="icon" type="image/png" href="/dev/ui/favicon-32x32.png">
        <link rel="stylesheet" href="/dev/ui/swagger-ui.css">
      </head>
      <body>
        <div id="api"></div>
        <script src="/dev/ui/swagger-ui-bundle.js"></script>
        <script>
          SwaggerUIBundle({
            url: "/dev/openapi.json",
            dom_id: "#api",
            deepLinking: true,
            persistAuthorization: true,
            validatorUrl: null
          });
        </script>
      </body>
      </html>
      """;

  Answer page() {
    return Answer.of(200, "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));
  }

  /** A file that the page needs; empty for any other. */
  Optional<Answer> file(String name) throws IOException {
    String mediaType = FILES.getOrDefault(name, "");
    if (mediaType.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream bytes = ApiPage.class.getResourceAsStream(FOLDER + name)) {
      if (bytes == null) {
        throw new IOException("Swagger UI is not on the class path");
      }
      return Optional.of(Answer.of(200, mediaType, bytes.readAllBytes()));
    }
  }
}
