package banshi.e2e;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A copy of the template with the functions' packages, which a test may replace by those that a
 * build with one more calendar file would give.
 */
record NewBuild(Path folder) {
  private static final Pattern CODE = Pattern.compile("CodeUri: \\.\\./(functions/[^/]+/target)/");

  /** Copies what the build left. */
  static NewBuild copiedInto(Path folder) throws IOException {
    Path root = TheHall.root();
    String template = Files.readString(root.resolve("infra/template.yaml"));
    Files.createDirectories(folder.resolve("infra"));
    Files.writeString(folder.resolve("infra/template.yaml"), template);
    for (String target : targets(template)) {
      Files.createDirectories(folder.resolve(target).resolve("openapi"));
      Files.copy(
          root.resolve(target).resolve("function.zip"),
          folder.resolve(target).resolve("function.zip"));
      Path document = Path.of(target, "openapi", "openapi.json");
      if (Files.exists(root.resolve(document))) {
        Files.copy(root.resolve(document), folder.resolve(document));
      }
    }
    return new NewBuild(folder);
  }

  Path template() {
    return folder.resolve("infra/template.yaml");
  }

  private static List<String> targets(String template) {
    return CODE.matcher(template).results().map(found -> found.group(1)).distinct().toList();
  }

  /** Gives every package one more calendar file, as a build with it in the kernel would. */
  void withCalendar(String name, byte[] file) throws IOException {
    for (String target : targets(Files.readString(template()))) {
      Path zip = folder.resolve(target).resolve("function.zip");
      Path fresh = folder.resolve(target).resolve("fresh.zip");
      try (InputStream from = Files.newInputStream(zip);
          OutputStream to = Files.newOutputStream(fresh)) {
        copy(from, to, name, file);
      }
      Files.delete(zip);
      Files.move(fresh, zip);
    }
  }

  private static void copy(InputStream from, OutputStream to, String name, byte[] file)
      throws IOException {
    ZipInputStream entries = new ZipInputStream(from);
    ZipOutputStream copy = new ZipOutputStream(to);
    for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      copy.putNextEntry(new ZipEntry(entry.getName()));
      Matcher kernel = Pattern.compile(".*banshi-kernel[^/]*\\.jar").matcher(entry.getName());
      if (kernel.matches()) {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        copy(new ByteArrayInputStream(entries.readAllBytes()), jar, name, file);
        copy.write(jar.toByteArray());
      } else {
        entries.transferTo(copy);
      }
      if (entry.getName().equals("calendar/index.txt")) {
        copy.write((name + "\n").getBytes(StandardCharsets.UTF_8));
        copy.putNextEntry(new ZipEntry("calendar/" + name));
        copy.write(file);
      }
    }
    copy.finish();
  }
}
