package banshi.packing;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A part of a package: a jar, or what stands outside all of them.
 *
 * @param path where the jar is in the package; empty for what stands outside
 * @param name the jar's file name without the mark of Quarkus and the ending: {@code
 *     group.artifact-version}
 */
record Library(String path, String name, SortedMap<String, byte[]> files) {
  static final String FOLDER = "lib/";
  private static final String ENDING = ".jar";
  private static final String MARK = "modified-";
  private static final String VERSIONS = "META-INF/versions/";
  private static final String CLASS = ".class";

  /** What stands outside all jars. */
  static Library outside(SortedMap<String, byte[]> files) {
    return new Library("", "", files);
  }

  /** A jar by its path in the package. */
  static Library at(String path, byte[] jar) {
    return new Library(path, nameOf(path), Zip.files(jar));
  }

  static boolean isJar(String path) {
    return path.startsWith(FOLDER) && path.endsWith(ENDING);
  }

  /** The name of the jar at a path, whether Quarkus changed it or not. */
  static String nameOf(String path) {
    String file = path.substring(FOLDER.length(), path.length() - ENDING.length());
    return file.startsWith(MARK) ? file.substring(MARK.length()) : file;
  }

  /** Whether this is a version of {@code group:artifact}. */
  boolean is(String coordinates) {
    String prefix = coordinates.replace(':', '.') + "-";
    return name.startsWith(prefix) && Character.isDigit(name.charAt(prefix.length()));
  }

  boolean isOutside() {
    return path.isEmpty();
  }

  /** Whether more is left than what says what it was. */
  boolean hasContent() {
    return files.keySet().stream().anyMatch(file -> !file.startsWith("META-INF/"));
  }

  /** The same with other files. */
  Library with(SortedMap<String, byte[]> others) {
    return new Library(path, name, others);
  }

  /** The same without what a test picks. */
  Library without(Predicate<String> picked) {
    SortedMap<String, byte[]> kept = new TreeMap<>(files);
    kept.keySet().removeIf(picked);
    return with(kept);
  }

  static boolean isClass(String file) {
    return file.endsWith(CLASS);
  }

  /** The internal name of the class in a file, be it for one version of Java only. */
  static String className(String file) {
    String path = file;
    if (path.startsWith(VERSIONS)) {
      path = path.substring(path.indexOf('/', VERSIONS.length()) + 1);
    }
    return path.substring(0, path.length() - CLASS.length());
  }
}
