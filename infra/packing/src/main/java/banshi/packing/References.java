package banshi.packing;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which classes a class names, in whatever way: by their internal names ({@code java/lang/Object}).
 */
final class References {
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>()\\[]+)[;<]");

  private References() {}

  /**
   * All that the constants of a class may name: classes, the types of its own and others' members
   * and of annotations, and every text, for it may be the name of a class to be found at run time.
   * So there may be names of nothing among them.
   */
  static Set<String> of(byte[] classFile) {
    Set<String> names = new HashSet<>();
    for (PoolEntry constant : ClassFile.of().parse(classFile).constantPool()) {
      switch (constant) {
        case ClassEntry type -> addType(names, type.asInternalName());
        case StringEntry text -> names.add(text.stringValue().replace('.', '/'));
        case Utf8Entry text -> addDescribed(names, text.stringValue());
        default -> {}
      }
    }
    return names;
  }

  private static void addType(Set<String> names, String name) {
    if (name.startsWith("[")) {
      addDescribed(names, name);
    } else {
      names.add(name);
    }
  }

  private static void addDescribed(Set<String> names, String text) {
    if (text.indexOf(';') < 0) {
      return;
    }
    Matcher found = IN_DESCRIPTOR.matcher(text);
    while (found.find()) {
      names.add(found.group(1));
    }
  }
}
