package banshi.packing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Property;
import org.cyclonedx.parsers.JsonParser;

/**
 * The bill of materials of a package (CycloneDX 1.6): of all that Quarkus resolved for it, what is
 * in it, with the hashes of what is in it. The same package gives the same bill.
 */
final class Bill {
  /** Where in the package a component is. */
  static final String PATH = "banshi:path";

  /** SHA-256 of the jar as its makers published it, before parts of it were left out. */
  static final String PUBLISHED = "banshi:published-sha-256";

  private static final Version VERSION = Version.VERSION_16;
  private static final List<Hash.Algorithm> ALGORITHMS =
      List.of(Hash.Algorithm.SHA_256, Hash.Algorithm.SHA_512);

  private final Bom bom;

  private Bill(Bom bom) {
    this.bom = bom;
  }

  /**
   * The bill as JSON.
   *
   * @param resolved the bill of what Quarkus resolved
   * @param files the package's files
   * @param zip the package
   * @throws IllegalStateException when a jar is not among what Quarkus resolved
   */
  static String of(Path resolved, SortedMap<String, byte[]> files, byte[] zip) {
    try {
      Bill bill = new Bill(new JsonParser().parse(resolved.toFile()));
      bill.keep(files);
      bill.describe(zip);
      return BomGeneratorFactory.createJson(VERSION, bill.bom).toJsonString() + "\n";
    } catch (ParseException | GeneratorException e) {
      throw new IllegalStateException("no bill of materials from " + resolved, e);
    }
  }

  private void keep(SortedMap<String, byte[]> files) {
    Map<String, Component> resolved = new TreeMap<>();
    for (Component component : bom.getComponents()) {
      resolved.put(name(component), component);
    }
    List<Component> kept = new ArrayList<>();
    for (var file : files.entrySet()) {
      if (Library.isJar(file.getKey())) {
        Component component = resolved.get(Library.nameOf(file.getKey()));
        if (component == null) {
          throw new IllegalStateException("Quarkus resolved nothing that is " + file.getKey());
        }
        fill(component, file.getKey(), file.getValue());
        kept.add(component);
      }
    }
    bom.setComponents(kept);
    keepDependencies(kept);
  }

  /** As Quarkus calls the file of a component, without the ending. */
  private static String name(Component component) {
    String name = component.getGroup() + '.' + component.getName() + '-' + component.getVersion();
    String purl = component.getPurl() == null ? "" : component.getPurl();
    int at = purl.indexOf("classifier=");
    return at < 0 ? name : name + '-' + purl.substring(at + "classifier=".length()).split("&")[0];
  }

  private static void fill(Component component, String path, byte[] jar) {
    String published =
        component.getHashes() == null
            ? ""
            : component.getHashes().stream()
                .filter(hash -> hash.getAlgorithm().equals(Hash.Algorithm.SHA_256.getSpec()))
                .map(Hash::getValue)
                .findFirst()
                .orElse("");
    List<Property> properties = new ArrayList<>(List.of(property(PATH, path)));
    if (!published.isEmpty()) {
      properties.add(property(PUBLISHED, published));
    }
    component.setProperties(properties);
    component.setEvidence(null);
    component.setHashes(hashes(jar));
  }

  private static Property property(String name, String value) {
    Property property = new Property();
    property.setName(name);
    property.setValue(value);
    return property;
  }

  private void keepDependencies(List<Component> kept) {
    Component application = bom.getMetadata().getComponent();
    Set<String> present = new HashSet<>(kept.stream().map(Component::getBomRef).toList());
    present.add(application.getBomRef());
    List<Dependency> dependencies = new ArrayList<>();
    for (Dependency dependency : bom.getDependencies()) {
      if (present.contains(dependency.getRef())) {
        Dependency part = new Dependency(dependency.getRef());
        if (dependency.getDependencies() != null) {
          dependency.getDependencies().stream()
              .filter(other -> present.contains(other.getRef()))
              .map(Dependency::getRef)
              .distinct()
              .sorted()
              .forEach(ref -> part.addDependency(new Dependency(ref)));
        }
        dependencies.add(part);
      }
    }
    dependencies.sort(Comparator.comparing(Dependency::getRef));
    bom.setDependencies(dependencies);
  }

  private void describe(byte[] zip) {
    List<Hash> hashes = hashes(zip);
    bom.getMetadata().getComponent().setHashes(hashes);
    bom.getMetadata().setTimestamp(Date.from(Zip.TIME.toInstant(ZoneOffset.UTC)));
    bom.setSerialNumber(
        "urn:uuid:"
            + UUID.nameUUIDFromBytes(
                hashes.getFirst().getValue().getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Hash> hashes(byte[] content) {
    return ALGORITHMS.stream()
        .map(algorithm -> new Hash(algorithm, hash(algorithm, content)))
        .toList();
  }

  private static String hash(Hash.Algorithm algorithm, byte[] content) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm.getSpec()).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
