package banshi.packing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * {@code Packing FOLDER}: packs the {@code function.zip} in a folder as docs/packages.md says, and
 * writes its bill of materials beside it ({@code function.cdx.json}), from the bill of all that
 * Quarkus resolved ({@code dependencies.cdx.json}).
 */
public final class Packing {
  /** What a package may have, in bytes. */
  static final int LIMIT = 20_000_000;

  private Packing() {}

  /**
   * Replaces a package by the packed one; packing what is packed changes nothing.
   *
   * @throws IllegalStateException when the packed one is larger than 20,000,000 bytes
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("Packing FOLDER");
    }
    Path folder = Path.of(arguments[0]);
    Path zip = folder.resolve("function.zip");
    byte[] built = Files.readAllBytes(zip);
    SortedMap<String, byte[]> files = new Packer(Rules.ours()).packed(Zip.files(built));
    byte[] packed = Zip.compressed(files);
    if (packed.length > LIMIT) {
      throw new IllegalStateException(
          "%s has %,d bytes, more than %,d: see docs/packages.md"
              .formatted(zip, packed.length, LIMIT));
    }
    String bill = Bill.of(folder.resolve("dependencies.cdx.json"), files, packed);
    Files.write(zip, packed);
    Files.writeString(folder.resolve("function.cdx.json"), bill);
    System.out.printf("%s: %,d bytes packed to %,d%n", zip, built.length, packed.length);
  }
}
