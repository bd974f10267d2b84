package banshi.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A local cloud that runs the probe's template, and a client of it. */
final class ProbeCloud implements AutoCloseable {
  static final Path ROOT = Path.of(System.getProperty("banshi.root"));
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalCloud cloud;
  private final HttpClient client = HttpClient.newHttpClient();

  ProbeCloud(LocalCloud.Builder options) throws IOException {
    this.cloud = options.start();
  }

  /** Options for a cloud in memory, whose template and packages lie in a folder. */
  static LocalCloud.Builder options(Path folder) throws IOException {
    return LocalCloud.builder(ROOT)
        .template(template(folder))
        .inMemory()
        .port(0)
        .withoutSchedules();
  }

  /** Puts the probe's template and package into a folder. */
  static Path template(Path folder) throws IOException {
    build(folder, "1");
    try (InputStream bytes = resource("probe.yaml")) {
      return Files.write(folder.resolve("template.yaml"), bytes.readAllBytes());
    }
  }

  /** Puts the probe's package into a folder, anew; each version has other bytes. */
  static void build(Path folder, String version) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("probe.zip")))) {
      for (String name : List.of("Probe", "Stillborn")) {
        String file = "banshi/local/probe/" + name + ".class";
        zip.putNextEntry(new ZipEntry(file));
        try (InputStream bytes = resource(file)) {
          bytes.transferTo(zip);
        }
      }
      zip.putNextEntry(new ZipEntry("version"));
      zip.write(version.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream bytes = ProbeCloud.class.getResourceAsStream("/" + name);
    if (bytes == null) {
      throw new IOException("no resource " + name);
    }
    return bytes;
  }

  LocalCloud cloud() {
    return cloud;
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(cloud.endpoint() + path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(text(response), e);
    }
  }

  @Override
  public void close() {
    client.close();
    cloud.close();
  }
}
