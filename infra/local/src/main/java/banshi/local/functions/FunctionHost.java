package banshi.local.functions;

import banshi.local.template.Template;
import banshi.local.template.Template.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Every function of a template, ready to be called. No process is started before the first event.
 */
public final class FunctionHost implements AutoCloseable {
  private final SequencedMap<String, FunctionPool> pools;
  private final Path logs;

  private FunctionHost(SequencedMap<String, FunctionPool> pools, Path logs) {
    this.pools = pools;
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
    Path logs = state.resolve("logs");
    Files.createDirectories(logs);
    SequencedMap<String, FunctionPool> pools = new LinkedHashMap<>();
    for (Function function : template.functions()) {
      String id = function.logicalId();
      Map<String, String> variables = new LinkedHashMap<>(function.environment());
      variables.putAll(environment);
      FunctionLaunch launch =
          new FunctionLaunch(
              function,
              prepared,
              FunctionPackage.unpack(function.code(), state.resolve("packages").resolve(id)),
              variables,
              logs.resolve(id + ".log"));
      pools.put(id, new FunctionPool(launch, limits));
    }
    return new FunctionHost(pools, logs);
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
