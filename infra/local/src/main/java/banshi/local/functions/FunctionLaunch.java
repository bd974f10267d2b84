package banshi.local.functions;

import banshi.local.template.Template;
import banshi.local.template.Template.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All it takes to start an environment of one function.
 *
 * @param log where every environment of the function writes what it prints
 */
record FunctionLaunch(
    Function function,
    FunctionRuntime runtime,
    FunctionPackage code,
    Map<String, String> environment,
    Path log) {

  private static final String REGION = Template.REGION;

  /** The same function from another package. */
  FunctionLaunch from(FunctionPackage other) {
    return new FunctionLaunch(function, runtime, other, environment, log);
  }

  String arn() {
    return "arn:aws-cn:lambda:" + REGION + ":" + Template.ACCOUNT + ":function:" + function.name();
  }

  /** Starts a process that takes its events from a Runtime API at {@code host:port}. */
  Process start(String runtimeApi) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(runtime.command(code, function.handler()))
            .directory(code.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> variables = builder.environment();
    String path = variables.getOrDefault("PATH", "");
    variables.clear();
    variables.put("PATH", path);
    variables.putAll(lambdaVariables(runtimeApi));
    variables.putAll(environment);
    return builder.start();
  }

  /**
   * What Lambda sets for every function; the credentials tell which one it is, and open nothing.
   */
  private Map<String, String> lambdaVariables(String runtimeApi) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    variables.put("AWS_REGION", REGION);
    variables.put("AWS_DEFAULT_REGION", REGION);
    variables.put("AWS_ACCESS_KEY_ID", function.logicalId());
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    variables.put("LAMBDA_TASK_ROOT", code.folder().toString());
    variables.put("_HANDLER", function.handler());
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    return variables;
  }
}
