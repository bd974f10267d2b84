package banshi.local.functions;

import banshi.dynamodb.TiedToParent;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** AWS's Runtime Interface Client as the build left it, ready to run functions on this JDK. */
final class FunctionRuntime {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String CLIENT = "aws-lambda-java-runtime-interface-client";
  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final List<Path> jars;
  private final Path nativeClient;

  private FunctionRuntime(List<Path> jars, Path nativeClient) {
    this.jars = jars;
    this.nativeClient = nativeClient;
  }

  /**
   * Prepares the runtime.
   *
   * @param folder where the build copied the client and what it needs
   * @param scratch where its native part is put; left alone, every process would write it to the
   *     same file in the machine's temporary folder while others load it
   */
  static FunctionRuntime prepare(Path folder, Path scratch) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("the local cloud is not built: no folder " + folder);
    }
    List<Path> jars;
    try (Stream<Path> files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    Path client =
        jars.stream()
            .filter(jar -> jar.getFileName().toString().startsWith(CLIENT))
            .findFirst()
            .orElseThrow(() -> new IOException("no " + CLIENT + " in " + folder));
    Files.createDirectories(scratch);
    Path library = scratch.resolve(nativeName());
    try (JarFile jar = new JarFile(client.toFile())) {
      ZipEntry entry = jar.getEntry("jni/" + nativeName());
      if (entry == null) {
        throw new IOException("AWS's runtime client has no part for this machine: " + nativeName());
      }
      Path fresh = Files.createTempFile(scratch, "native-", ".so");
      try (InputStream bytes = jar.getInputStream(entry)) {
        Files.copy(bytes, fresh, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
    }
    return new FunctionRuntime(jars, library);
  }

  /** The command that runs a function until its Runtime API goes away. */
  List<String> command(FunctionPackage code, String handler) throws IOException {
    String classPath =
        Stream.concat(jars.stream(), code.classPath().stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-D" + NATIVE_CLIENT + "=" + nativeClient);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(
        List.of(
            "-cp", TiedToParent.classPath(classPath), TiedToParent.class.getName(), MAIN, handler));
    return command;
  }

  private static String nativeName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    boolean musl =
        Files.exists(Path.of("/lib/ld-musl-" + machine.replace("aarch_64", "aarch64") + ".so.1"));
    return "libaws-lambda-jni." + system + (musl ? "_musl" : "") + "-" + machine + ".so";
  }
}
