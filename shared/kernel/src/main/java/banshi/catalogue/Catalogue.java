package banshi.catalogue;

import banshi.text.Text;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The matters, packages and departments, as the build compiled them.
 *
 * <p>Opening it reads nothing. Each question reads what it needs and no more: one matter's version,
 * or the index of a list (kept once read). Safe for use by many threads.
 */
public final class Catalogue {
  /** A code of a matter or package: what stands in addresses, cases and file names. */
  public static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,31}(-[A-Z0-9]{1,31}){0,7}");

  /** Most characters of a code: the longest code of a public matter list (实施编码). */
  public static final int LONGEST_CODE = 31;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Source source;
  private final Map<String, SummaryIndex> indexes = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Department>> departments = new ConcurrentHashMap<>();

  private Catalogue(Source source) {
    this.source = source;
  }

  /** The one that is built into this library. */
  public static Catalogue standard() {
    return at(Catalogue.class.getClassLoader());
  }

  /** The one in the folder {@code catalogue} of a class path. */
  public static Catalogue at(ClassLoader loader) {
    return new Catalogue(
        name -> Optional.ofNullable(loader.getResourceAsStream("catalogue/" + name)));
  }

  /** The one compiled into the folder {@code root}. */
  public static Catalogue at(Path root) {
    return new Catalogue(
        name -> {
          Path file = root.resolve(name);
          return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        });
  }

  /** The version of a matter that is in force on {@code day}, if there is one. */
  public Optional<Matter> matter(String code, LocalDate day) {
    return inForce("matters", code, day).map(CatalogueReader::matter);
  }

  /**
   * That version of a matter, whether still in force or not.
   *
   * @throws NoSuchElementException if there is none: versions are never removed
   */
  public Matter matter(MatterVersion version) {
    return CatalogueReader.matter(
        version("matters", version.code(), version.validFrom().toString()));
  }

  /** The version of a package that is in force on {@code day}, if there is one. */
  public Optional<ThemePackage> themePackage(String code, LocalDate day) {
    return inForce("packages", code, day).map(CatalogueReader::themePackage);
  }

  /**
   * That version of a package, whether still in force or not.
   *
   * @throws NoSuchElementException if there is none: versions are never removed
   */
  public ThemePackage themePackage(PackageVersion version) {
    return CatalogueReader.themePackage(
        version("packages", version.code(), version.validFrom().toString()));
  }

  /** The first matters in force on {@code day} that match {@code query}; all if it is blank. */
  public SearchPage<MatterSummary> search(String query, LocalDate day, int limit) {
    return matters(query, day, Optional.empty(), limit);
  }

  /**
   * The matters that follow a page.
   *
   * @param after a page's {@code next}
   * @throws IllegalArgumentException if {@code after} is none
   */
  public SearchPage<MatterSummary> search(String query, LocalDate day, int limit, String after) {
    return matters(query, day, Optional.of(position(after)), limit);
  }

  private static String position(String after) {
    if (!after.matches("[01].+")) {
      throw new IllegalArgumentException("not the key of a page");
    }
    return after;
  }

  /** All packages in force on {@code day}, by code. */
  public List<PackageSummary> packages(LocalDate day) {
    return packages("", day, Optional.empty(), Integer.MAX_VALUE).items();
  }

  /**
   * Packages in force on {@code day} that match {@code query} by themselves or by one of their
   * matters; all if it is blank.
   *
   * @param after a page's {@code next}; empty for the first page
   * @throws IllegalArgumentException if {@code after} is none
   */
  public SearchPage<PackageSummary> packages(
      String query, LocalDate day, Optional<String> after, int limit) {
    return index("packages")
        .page(
            SearchTerms.of(query),
            day.toString(),
            after.map(Catalogue::position),
            limit,
            json -> CatalogueReader.packageSummary(tree(json)));
  }

  /** The department of that code. */
  public Optional<Department> department(String code) {
    return Optional.ofNullable(byCode().get(code));
  }

  /** What people call the department of that code; the code itself when there is none. */
  public Text departmentName(String code) {
    return department(code).map(Department::name).orElseGet(() -> new Text(code, code));
  }

  /** All departments, by code. */
  public List<Department> departments() {
    return List.copyOf(byCode().values());
  }

  private SearchPage<MatterSummary> matters(
      String query, LocalDate day, Optional<String> after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least one item");
    }
    return index("matters")
        .page(
            SearchTerms.of(query),
            day.toString(),
            after,
            limit,
            json -> CatalogueReader.matterSummary(tree(json)));
  }

  private Optional<JsonNode> inForce(String kind, String code, LocalDate day) {
    // The code comes from outside and becomes part of a path.
    if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
      return Optional.empty();
    }
    return file(kind + "/" + code + "/versions")
        .map(read -> new String(read, StandardCharsets.US_ASCII))
        .flatMap(
            versions ->
                versions
                    .lines()
                    .filter(line -> line.substring(0, 10).compareTo(day.toString()) <= 0)
                    .filter(line -> line.substring(11).compareTo(day.toString()) >= 0)
                    .findFirst())
        .map(line -> version(kind, code, line.substring(0, 10)));
  }

  private JsonNode version(String kind, String code, String validFrom) {
    if (!CODE.matcher(code).matches()) {
      throw new NoSuchElementException("no such code");
    }
    return file(kind + "/" + code + "/" + validFrom + ".json")
        .map(Catalogue::tree)
        .orElseThrow(() -> new NoSuchElementException(kind + " " + code + " of " + validFrom));
  }

  private SummaryIndex index(String kind) {
    return indexes.computeIfAbsent(kind, wanted -> new SummaryIndex(bytes(wanted + "/index")));
  }

  private Map<String, Department> byCode() {
    return departments.computeIfAbsent(
        "departments.json",
        name -> {
          Map<String, Department> read = new TreeMap<>();
          file(name)
              .map(Catalogue::tree)
              .ifPresent(
                  tree ->
                      tree.valueStream()
                          .map(CatalogueReader::department)
                          .forEach(department -> read.put(department.code(), department)));
          return read;
        });
  }

  /** A file's bytes; none if there is no such file. */
  private byte[] bytes(String name) {
    try (InputStream in = source.open(name).orElse(InputStream.nullInputStream())) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Optional<byte[]> file(String name) {
    return Optional.of(bytes(name)).filter(read -> read.length > 0);
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /** Where compiled files come from. */
  private interface Source {
    Optional<InputStream> open(String name) throws IOException;
  }
}
