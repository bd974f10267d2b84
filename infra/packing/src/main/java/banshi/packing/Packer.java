package banshi.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Packs what Quarkus built: the same files give the same bytes, whenever and wherever. */
final class Packer {
  private final Rules rules;

  Packer(Rules rules) {
    this.rules = rules;
  }

  /** The files of a package without what it needs not, its jars to be compressed with it. */
  SortedMap<String, byte[]> packed(SortedMap<String, byte[]> files) {
    SortedMap<String, byte[]> outside = new TreeMap<>(files);
    outside.keySet().removeIf(Library::isJar);
    ProxyKeys.number(outside);
    MappingOrder.order(outside);
    List<Library> libraries = new ArrayList<>(List.of(Library.outside(outside)));
    files.forEach(
        (path, content) -> {
          if (Library.isJar(path)) {
            libraries.add(Library.at(path, content));
          }
        });
    SortedMap<String, byte[]> packed = new TreeMap<>();
    for (Library library : Licences.once(trimmed(libraries))) {
      if (library.isOutside()) {
        packed.putAll(library.files());
      } else if (library.hasContent()) {
        packed.put(library.path(), Zip.stored(withoutLocalVariables(library.files())));
      }
    }
    return packed;
  }

  private List<Library> trimmed(List<Library> libraries) {
    List<Library> used =
        libraries.stream()
            .map(library -> library.without(file -> rules.leavesOut(library, file)))
            .toList();
    Set<String> reached = Reach.from(used, rules::trims);
    return used.stream()
        .map(
            library ->
                rules.trims(library)
                    ? library.without(
                        file -> Library.isClass(file) && !reached.contains(Library.className(file)))
                    : library)
        .toList();
  }

  private static SortedMap<String, byte[]> withoutLocalVariables(SortedMap<String, byte[]> files) {
    SortedMap<String, byte[]> kept = new TreeMap<>(files);
    kept.replaceAll(
        (file, content) -> Library.isClass(file) ? LocalVariables.removed(content) : content);
    return kept;
  }
}
