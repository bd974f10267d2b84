package banshi.packing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keeps the text of every licence and notice once: a hundred libraries bring the same. Which
 * library had which text stays written down in {@value #LIST}.
 */
final class Licences {
  static final String LIST = "META-INF/licences.txt";

  private static final Pattern TEXT =
      Pattern.compile("(?i)(.*/)?[^/]*(licen[sc]e|notice)[^/]*", Pattern.DOTALL);

  private final Map<ByteBuffer, String> kept = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private Licences() {}

  /** The same libraries without texts that one before them has. */
  static List<Library> once(List<Library> libraries) {
    Licences licences = new Licences();
    List<Library> without = new ArrayList<>(libraries.stream().map(licences::once).toList());
    if (!licences.lines.isEmpty()) {
      without.replaceAll(library -> library.isOutside() ? licences.listedIn(library) : library);
    }
    return without;
  }

  private Library once(Library library) {
    return library.without(
        file -> {
          if (Library.isClass(file) || !TEXT.matcher(file).matches()) {
            return false;
          }
          String place = library.isOutside() ? file : library.path() + "!/" + file;
          String first = kept.putIfAbsent(ByteBuffer.wrap(library.files().get(file)), place);
          if (first != null) {
            lines.add(place + " = " + first);
          }
          return first != null;
        });
  }

  private Library listedIn(Library outside) {
    SortedMap<String, byte[]> files = new TreeMap<>(outside.files());
    files.put(LIST, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    return outside.with(files);
  }
}
