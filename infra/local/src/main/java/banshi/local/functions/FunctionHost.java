package banshi.local.functions;

import banshi.local.template.Template;
import banshi.local.template.Template.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Every function of a template, ready to be called. No process is started before the first event.
 */
public final class FunctionHost implements AutoCloseable {
  private final SequencedMap<String, FunctionPool> pools;
  private final Path packages;
  private final Path logs;

  private FunctionHost(SequencedMap<String, FunctionPool> pools, Path packages, Path logs) {
    this.pools = pools;
    this.packages = packages;
    this.logs = logs;
  }

  /**
   * Unpacks what the functions need.
   *
   * @param runtime where the build left AWS's runtime client
   * @param state a folder for packages and logs
   * @param environment variables that each function gets besides the template's, and over them
   * @throws IOException when a function is not built
   */
  public static FunctionHost prepare(
      Template template,
      Path runtime,
      Path state,
      Map<String, String> environment,
      FunctionLimits limits)
      throws IOException {
    FunctionRuntime prepared = FunctionRuntime.prepare(runtime, state.resolve("runtime"));
    Path packages = state.resolve("packages");
    Path logs = state.resolve("logs");
    Files.createDirectories(logs);
    SequencedMap<String, FunctionPool> pools = new LinkedHashMap<>();
    for (Function function : template.functions()) {
      String id = function.logicalId();
      Map<String, String> variables = new LinkedHashMap<>(function.environment());
      variables.putAll(environment);
      FunctionPackage code = FunctionPackage.unpack(function.code(), packages.resolve(id));
      code.removeOthers();
      FunctionLaunch launch =
          new FunctionLaunch(function, prepared, code, variables, logs.resolve(id + ".log"));
      pools.put(id, new FunctionPool(launch, limits));
    }
    return new FunctionHost(pools, packages, logs);
  }

  /** The function with a logical id of the template, if there is one. */
  public Optional<FunctionPool> find(String logicalId) {
    return Optional.ofNullable(pools.get(logicalId));
  }

  /**
   * Takes a function's zip file as it is now; what comes next runs from it, what is under way is
   * brought to its end.
   *
   * @return whether the file had changed
   */
  public synchronized boolean deploy(FunctionPool pool) throws IOException {
    return pool.deploy(FunctionPackage.unpack(pool.code(), packages.resolve(pool.name())));
  }

  /** The function with a logical id of the template. */
  public FunctionPool function(String logicalId) {
    FunctionPool pool = pools.get(logicalId);
    if (pool == null) {
      throw new IllegalArgumentException("the template has no function " + logicalId);
    }
    return pool;
  }

  /** All functions as they are now, in the order of the template. */
  public List<FunctionView> views() {
    return pools.sequencedValues().stream().map(FunctionPool::view).toList();
  }

  /** Where the functions' output goes: one file for each function. */
  public Path logs() {
    return logs;
  }

  @Override
  public void close() {
    pools.values().forEach(FunctionPool::close);
  }
}
