package banshi.packing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes of sources, compiled with all that debuggers want. */
final class Compiled {
  private Compiled() {}

  /** Class files by their paths, from sources by the names of their classes. */
  static SortedMap<String, byte[]> from(Map<String, String> sources) {
    return from(sources, "-g");
  }

  /** The same with another choice of what is for debuggers. */
  static SortedMap<String, byte[]> from(Map<String, String> sources, String debugging) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> files =
        sources.entrySet().stream().<JavaFileObject>map(Compiled::file).toList();
    try {
      Path target = Files.createTempDirectory("compiled");
      boolean done =
          compiler
              .getTask(null, null, null, List.of(debugging, "-d", target.toString()), null, files)
              .call();
      if (!done) {
        throw new IllegalArgumentException("the sources do not compile: " + sources);
      }
      return read(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject file(Map.Entry<String, String> source) {
    URI name = URI.create("string:///" + source.getKey().replace('.', '/') + ".java");
    return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source.getValue();
      }
    };
  }

  private static SortedMap<String, byte[]> read(Path target) throws IOException {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = target.relativize(file).toString().replace('\\', '/');
        classes.put(path, Files.readAllBytes(file));
      }
    }
    return classes;
  }
}
