package banshi.local.functions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A function's zip file, unpacked once.
 *
 * @param folder what Lambda calls the task root
 */
record FunctionPackage(Path folder) {

  /**
   * Unpacks a zip file unless the same bytes were unpacked before.
   *
   * @param into a folder that this function has to itself; other versions in it stay, for processes
   *     may still run from them
   */
  static FunctionPackage unpack(Path zip, Path into) throws IOException {
    if (!Files.isRegularFile(zip)) {
      throw new IOException("the function is not built: no file " + zip);
    }
    Path folder = into.resolve(digest(zip));
    if (Files.isDirectory(folder)) {
      return new FunctionPackage(folder);
    }
    Path fresh = into.resolve("unpacking");
    Folders.delete(fresh);
    Files.createDirectories(fresh);
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = fresh.resolve(entry.getName()).normalize();
        if (!file.startsWith(fresh)) {
          throw new IOException(zip + " holds a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(entries, file);
        }
      }
    }
    Files.move(fresh, folder);
    return new FunctionPackage(folder);
  }

  /** Removes every other version that was unpacked beside this one. */
  void removeOthers() throws IOException {
    List<Path> others;
    try (Stream<Path> versions = Files.list(folder.getParent())) {
      others = versions.filter(version -> !version.equals(folder)).toList();
    }
    for (Path version : others) {
      Folders.delete(version);
    }
  }

  /**
   * The class path that Lambda's Java runtime makes of it: the folder, then lib/ in order of name.
   */
  List<Path> classPath() throws IOException {
    Path lib = folder.resolve("lib");
    if (!Files.isDirectory(lib)) {
      return List.of(folder);
    }
    try (Stream<Path> files = Files.list(lib)) {
      return Stream.concat(
              Stream.of(folder), files.filter(file -> file.toString().endsWith(".jar")).sorted())
          .toList();
    }
  }

  private static String digest(Path zip) throws IOException {
    try (InputStream bytes = Files.newInputStream(zip)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        sha256.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(sha256.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
