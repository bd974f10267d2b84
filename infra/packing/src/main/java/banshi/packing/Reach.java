package banshi.packing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which classes of a package may ever be loaded, as far as the package itself tells. */
final class Reach {
  /** Where Lambda enters every function: only the template names it. */
  static final String HANDLER = "io/quarkus/amazon/lambda/runtime/QuarkusStreamHandler";

  private static final String SERVICES = "META-INF/services/";

  /** JBoss Logging and SmallRye Config find the code made for an interface by such names. */
  private static final List<String> COMPANIONS = List.of("_$", "$$");

  /** Lucene finds what implements an attribute by such a name. */
  private static final String IMPLEMENTATION = "AttributeImpl";

  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\w.$]+");
  private static final int LONGEST_LIST = 100_000;

  private final Map<String, Set<String>> references = new HashMap<>();
  private final Map<String, Set<String>> found = new HashMap<>();
  private final Set<String> listed = new HashSet<>();
  private final Set<String> reached = new HashSet<>();
  private final Deque<String> next = new ArrayDeque<>();

  private Reach() {}

  /**
   * The internal names of the classes that are reached from every class of the libraries which are
   * not {@code trimmed}. A class reaches what it names ({@link References}), a service's interface
   * the classes that provide it, a class those that are generated beside it; what other files name,
   * and what provides a service of Java's own, is reached from outside.
   */
  static Set<String> from(Collection<Library> libraries, Predicate<Library> trimmed) {
    Reach reach = new Reach();
    libraries.forEach(library -> library.files().forEach(reach::read));
    for (Library library : libraries) {
      if (!trimmed.test(library)) {
        library.files().keySet().stream()
            .filter(Library::isClass)
            .map(Library::className)
            .forEach(reach::add);
      }
    }
    reach.add(HANDLER);
    reach.listed.forEach(reach::add);
    for (String service : new ArrayList<>(reach.found.keySet())) {
      if (!reach.references.containsKey(service)) {
        reach.found.get(service).forEach(reach::add);
      }
    }
    reach.follow();
    return reach.reached;
  }

  private void read(String file, byte[] content) {
    if (Library.isClass(file)) {
      String name = Library.className(file);
      references.computeIfAbsent(name, n -> new HashSet<>()).addAll(References.of(content));
      if (name.endsWith(IMPLEMENTATION)) {
        finds(name.substring(0, name.length() - "Impl".length()), name);
      }
      for (String mark : COMPANIONS) {
        int at = name.indexOf(mark);
        if (at > 0) {
          finds(name.substring(0, at), name);
        }
      }
    } else if (file.startsWith(SERVICES)) {
      names(content.length, content)
          .forEach(provider -> finds(internal(file.substring(SERVICES.length())), provider));
    } else {
      listed.addAll(names(LONGEST_LIST, content));
    }
  }

  private void finds(String name, String other) {
    found.computeIfAbsent(name, n -> new HashSet<>()).add(other);
  }

  private static List<String> names(int longest, byte[] content) {
    if (content.length > longest) {
      return List.of();
    }
    String text = new String(content, StandardCharsets.ISO_8859_1).replaceAll("#.*", "");
    return BETWEEN_NAMES.splitAsStream(text).map(Reach::internal).toList();
  }

  private static String internal(String name) {
    return name.replace('.', '/');
  }

  private void add(String name) {
    if (references.containsKey(name) && reached.add(name)) {
      next.add(name);
    }
  }

  private void follow() {
    while (!next.isEmpty()) {
      String name = next.remove();
      references.get(name).forEach(this::add);
      found.getOrDefault(name, Set.of()).forEach(this::add);
    }
  }
}
