package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Property;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages as they are deployed, each with its bill of materials: docs/packages.md. */
class PackagesTest {
  private static final Path ROOT = Path.of(System.getProperty("banshi.root"));
  private static final int LIMIT = 20_000_000;
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private record Entry(String name, LocalDateTime time, byte[] content) {
    boolean isJar() {
      return name.endsWith(".jar");
    }
  }

  static Stream<Path> packages() throws IOException {
    try (Stream<Path> functions = Files.list(ROOT.resolve("functions"))) {
      List<Path> folders = functions.filter(Files::isDirectory).sorted().toList();
      assertThat(folders).hasSizeGreaterThanOrEqualTo(6);
      return folders.stream().map(folder -> folder.resolve("target"));
    }
  }

  private static List<Entry> entries(byte[] zip) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.add(new Entry(entry.getName(), entry.getTimeLocal(), in.readAllBytes()));
      }
    }
    return entries;
  }

  private static List<Entry> entries(Path folder) throws IOException {
    return entries(Files.readAllBytes(folder.resolve("function.zip")));
  }

  /** The package's own entries and those of its jars. */
  private static List<List<Entry>> archives(Path folder) throws IOException {
    List<List<Entry>> archives = new ArrayList<>(List.of(entries(folder)));
    for (Entry entry : archives.getFirst()) {
      if (entry.isJar()) {
        archives.add(entries(entry.content()));
      }
    }
    return archives;
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageIsSmall(Path folder) throws IOException {
    assertThat(Files.size(folder.resolve("function.zip"))).isLessThan(LIMIT);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void nothingInItTellsWhenItWasBuilt(Path folder) throws IOException {
    for (List<Entry> archive : archives(folder)) {
      assertThat(archive).extracting(Entry::time).containsOnly(TIME);
      assertThat(archive).extracting(Entry::name).isSorted().doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void nothingInItTellsWhereItWasBuilt(Path folder) throws IOException {
    String root = ROOT.toRealPath().toString();
    String home = System.getProperty("user.home") + "/";
    for (List<Entry> archive : archives(folder)) {
      for (Entry entry : archive) {
        if (!entry.isJar()) {
          String text = new String(entry.content(), StandardCharsets.ISO_8859_1);
          assertThat(text.contains(root) || text.contains(home)).as(entry.name()).isFalse();
        }
      }
    }
  }

  /** Quarkus leaves it to chance which of the two comes first. */
  @ParameterizedTest
  @MethodSource("packages")
  void noResourceAnswersBothToGetAndToDelete(Path folder) throws IOException {
    for (Entry entry : entries(folder)) {
      if (entry.name().startsWith("banshi/") && entry.name().endsWith("Resource.class")) {
        String text = new String(entry.content(), StandardCharsets.ISO_8859_1);
        assertThat(text.contains("Ljakarta/ws/rs/GET;") && text.contains("Ljakarta/ws/rs/DELETE;"))
            .as(entry.name())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyJarIsInTheBillAndTheReverse(Path folder) throws IOException, ParseException {
    Map<String, Entry> jars =
        entries(folder).stream()
            .filter(Entry::isJar)
            .collect(Collectors.toMap(Entry::name, Function.identity()));
    Map<String, Component> components =
        bill(folder).getComponents().stream()
            .collect(Collectors.toMap(PackagesTest::path, Function.identity()));
    assertThat(components.keySet()).isNotEmpty().isEqualTo(jars.keySet());
    components.forEach(
        (path, component) -> {
          assertThat(hash(component.getHashes())).isEqualTo(sha256(jars.get(path).content()));
          assertThat(component.getPurl())
              .startsWith("pkg:maven/" + component.getGroup() + "/" + component.getName() + "@")
              .contains("@" + component.getVersion());
        });
  }

  @ParameterizedTest
  @MethodSource("packages")
  void theBillSaysUnderWhichLicencesOthersWorkIsUsed(Path folder) throws ParseException {
    assertThat(bill(folder).getComponents())
        .filteredOn(component -> !component.getGroup().equals("cn.banshi"))
        .allSatisfy(
            component -> assertThat(component.getLicenses()).as(component.getPurl()).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void theBillIsOfThisPackageAndValid(Path folder) throws IOException, ParseException {
    Path file = folder.resolve("function.cdx.json");
    assertThat(new JsonParser().validate(file.toFile(), Version.VERSION_16)).isEmpty();
    assertThat(hash(bill(folder).getMetadata().getComponent().getHashes()))
        .isEqualTo(sha256(Files.readAllBytes(folder.resolve("function.zip"))));
  }

  private static Bom bill(Path folder) throws ParseException {
    return new JsonParser().parse(folder.resolve("function.cdx.json").toFile());
  }

  private static String path(Component component) {
    return component.getProperties().stream()
        .filter(property -> property.getName().equals("banshi:path"))
        .map(Property::getValue)
        .collect(Collectors.joining());
  }

  private static String hash(List<Hash> hashes) {
    return hashes.stream()
        .filter(hash -> hash.getAlgorithm().equals(Hash.Algorithm.SHA_256.getSpec()))
        .map(Hash::getValue)
        .collect(Collectors.joining());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
