package banshi.catalogue.bench;

import banshi.catalogue.Catalogue;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Measures the first answers of a catalogue in fresh processes, read from a jar as in a function:
 * the first matter by code, and the first page of a search, over few and over many matters.
 */
public final class ColdCatalogue {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final List<Integer> SIZES = List.of(32, 2000);
  private static final List<String> QUESTIONS = List.of("matter", "list", "search", "miss");
  private static final int PROCESSES = 15;

  private ColdCatalogue() {}

  /** Without arguments measures and prints; with a jar and a question answers it once. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2) {
      System.out.println(once(Path.of(arguments[0]), arguments[1]));
      return;
    }
    Path folder = Files.createTempDirectory("cold-catalogue");
    try {
      System.out.printf("%8s %8s %12s %12s%n", "matters", "first", "fastest ms", "median ms");
      List<Path> jars = new ArrayList<>();
      for (int size : SIZES) {
        jars.add(jar(size, folder.resolve(Integer.toString(size))));
      }
      for (String question : QUESTIONS) {
        measure(jars, question);
      }
    } finally {
      SyntheticCatalogue.remove(folder);
    }
  }

  private static void measure(List<Path> jars, String question)
      throws IOException, InterruptedException {
    List<List<Double>> took = jars.stream().<List<Double>>map(_ -> new ArrayList<>()).toList();
    // In turns, so that whatever else the machine does falls on all alike.
    for (int run = 0; run < PROCESSES; run++) {
      for (int i = 0; i < jars.size(); i++) {
        took.get(i).add(fresh(jars.get(i), question));
      }
    }
    for (int i = 0; i < jars.size(); i++) {
      List<Double> sorted = took.get(i).stream().sorted().toList();
      System.out.printf(
          "%8d %8s %12.1f %12.1f%n",
          SIZES.get(i), question, sorted.getFirst(), sorted.get(PROCESSES / 2));
    }
  }

  private static double fresh(Path jar, String question) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ColdCatalogue.class.getName(),
                jar.toString(),
                question)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the measured process failed");
    }
    return Double.parseDouble(answer.strip());
  }

  private static double once(Path jar, String question) throws IOException {
    // A function has read JSON before it comes to the catalogue; only what follows is the
    // catalogue's.
    JsonMapper.builder().build().readTree("{\"a\": [1, {\"b\": \"c\"}]}");
    long start = System.nanoTime();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {url(jar)}, null)) {
      Catalogue catalogue = Catalogue.at(loader);
      int found =
          switch (question) {
            case "matter" ->
                catalogue.matter(SyntheticCatalogue.code(17), DAY).orElseThrow().form().size();
            case "list" -> catalogue.search("", DAY, 20).items().size();
            case "search" -> catalogue.search("消防", DAY, 20).items().size();
            case "miss" -> catalogue.search("没有的事项名称", DAY, 20).items().size() + 1;
            default -> throw new IllegalArgumentException(question);
          };
      if (found == 0) {
        throw new IllegalStateException("nothing found");
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    URI uri = jar.toUri();
    return uri.toURL();
  }

  private static Path jar(int matters, Path folder) throws IOException {
    Path compiled = folder.resolve("compiled");
    SyntheticCatalogue.compile(matters, Files.createDirectories(folder.resolve("src")), compiled);
    Path jar = folder.resolve("catalogue.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(compiled)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new JarEntry("catalogue/" + compiled.relativize(file)));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }
}
