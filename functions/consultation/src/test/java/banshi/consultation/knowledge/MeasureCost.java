package banshi.consultation.knowledge;

import banshi.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures in fresh processes, as small as a function, what an index costs: the first answer, the
 * build, one change, one search, and the heap it holds, as the knowledge grows.
 */
public final class MeasureCost {
  private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
  private static final int PROCESSES = 7;
  private static final int SEARCHES = 2;
  private static final List<String> COLUMNS =
      List.of("first answer ms", "build ms", "change ms", "search ms", "entries MB", "index MB");

  private MeasureCost() {}

  /** Without arguments measures and prints; with a way and a size measures once. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2) {
      once(Ways.valueOf(arguments[0]), Integer.parseInt(arguments[1]));
      return;
    }
    System.out.printf("%-17s %7s", "median of " + PROCESSES, "entries");
    COLUMNS.forEach(column -> System.out.printf(" %16s", column));
    System.out.println();
    for (int size : SIZES) {
      List<List<double[]>> measured =
          Arrays.stream(Ways.values()).<List<double[]>>map(_ -> new ArrayList<>()).toList();
      // In turns, so that whatever else the machine does falls on all alike.
      for (int run = 0; run < PROCESSES; run++) {
        for (Ways way : Ways.values()) {
          measured.get(way.ordinal()).add(fresh(way, size));
        }
      }
      for (Ways way : Ways.values()) {
        System.out.printf("%-17s %7d", way, size);
        for (int column = 0; column < COLUMNS.size(); column++) {
          int at = column;
          double[] sorted =
              measured.get(way.ordinal()).stream().mapToDouble(one -> one[at]).sorted().toArray();
          System.out.printf(Locale.ROOT, " %16.1f", sorted[PROCESSES / 2]);
        }
        System.out.println();
      }
    }
  }

  private static double[] fresh(Ways way, int size) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MeasureCost.class.getName(),
                way.name(),
                Integer.toString(size))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the measured process failed: " + way + " " + size);
    }
    return Arrays.stream(answer.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static void once(Ways way, int size) {
    List<String> questions =
        KnowledgeSet.questions().stream().map(KnowledgeSet.Asked::question).toList();
    double empty = heap();
    List<KnowledgeEntry> entries = entries(size);
    double held = heap();
    long start = System.nanoTime();
    KnowledgeIndex index = way.index(entries);
    double built = since(start);
    found(index, "公积金怎么取");
    double first = since(start);
    double indexed = heap();
    start = System.nanoTime();
    KnowledgeIndex next = index.with(List.of(entries.getFirst()), List.of(entries.getLast().id()));
    found(next, "公积金怎么取");
    double changed = since(start);
    questions.forEach(question -> index.search(question, Language.ZH_CN, 0, 20));
    start = System.nanoTime();
    for (int i = 0; i < SEARCHES; i++) {
      questions.forEach(question -> index.search(question, Language.ZH_CN, 0, 20));
    }
    double search = since(start) / (SEARCHES * questions.size());
    System.out.printf(
        Locale.ROOT,
        "%.2f %.2f %.2f %.3f %.2f %.2f%n",
        first,
        built,
        changed,
        search,
        held - empty,
        indexed - held);
    if (index.size() + entries.size() != 2 * size) {
      throw new IllegalStateException("not all entries are there");
    }
  }

  private static void found(KnowledgeIndex index, String question) {
    if (index.search(question, Language.ZH_CN, 0, 20).hits().isEmpty()) {
      throw new IllegalStateException("nothing found");
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double heap() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (1024.0 * 1024);
  }

  /** Answers like those of the set: their sentences mixed anew, always in the same way. */
  private static List<KnowledgeEntry> entries(int size) {
    List<KnowledgeEntry> real = KnowledgeSet.answers();
    Random random = new Random(20261123);
    return IntStream.range(0, size)
        .mapToObj(
            i -> {
              KnowledgeEntry one = real.get(i % real.size());
              List<String> sentences = new ArrayList<>();
              for (KnowledgeEntry from : List.of(one, real.get(random.nextInt(real.size())))) {
                sentences.addAll(List.of(from.text().zh().split("(?<=[。；.])")));
              }
              Collections.shuffle(sentences, random);
              return KnowledgeEntry.answer(
                  "k" + i,
                  one.title().zh() + " " + Integer.toString(i, 36),
                  String.join("", sentences),
                  Optional.empty(),
                  Optional.empty(),
                  Instant.EPOCH,
                  1);
            })
        .toList();
  }
}
