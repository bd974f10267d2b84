package banshi.deploy;

import banshi.deploy.cloud.Cloud;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * What a command is about.
 *
 * @param stage what the deployment is for: {@code dev} or {@code prod}
 * @param stack its name
 * @param access where the cloud is, and as whom
 */
record Target(String stage, String stack, Cloud.Access access) {
  /** The options that name a stack in a cloud. */
  static final Set<String> OPTIONS =
      Set.of("--stage", "--stack", "--region", "--profile", "--endpoint-url");

  private static final String STAGES = "dev|prod";
  private static final String STACKS = "[a-z]([a-z0-9-]{0,23}[a-z0-9])?";

  static Target of(Arguments arguments) {
    String stage = stage(arguments);
    return new Target(
        stage,
        stack(arguments, stage),
        new Cloud.Access(
            arguments.value("--region").map(Target::region),
            arguments.value("--profile"),
            arguments.value("--endpoint-url").map(Target::address)));
  }

  static String stage(Arguments arguments) {
    String stage =
        arguments
            .value("--stage")
            .orElseThrow(() -> new Misused("请指明阶段 Say which stage: --stage dev | prod"));
    if (!stage.matches(STAGES)) {
      throw new Misused("--stage " + stage + ": dev | prod");
    }
    return stage;
  }

  static String stack(Arguments arguments, String stage) {
    String stack = arguments.value("--stack").orElse("banshi-" + stage);
    if (!stack.matches(STACKS)) {
      throw new Misused(
          "--stack "
              + stack
              + ": 小写字母、数字、连字符，不超过 25 个 lower-case letters, digits and hyphens, 25 at most");
    }
    return stack;
  }

  private static String region(String text) {
    if (!text.matches("[a-z]{2}(-[a-z]+)+-[0-9]{1,2}")) {
      throw new Misused("--region " + text + ": 例如 for example cn-northwest-1");
    }
    return text;
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text.replaceAll("/+$", ""));
      if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new Misused("--endpoint-url " + text + ": http://host:port");
    }
    throw new Misused("--endpoint-url " + text + ": http://host:port");
  }

  /** The same command line for another command, as far as it says what it is about. */
  String with(String command) {
    StringBuilder line = new StringBuilder("./dev " + command + " --stage " + stage);
    if (!stack.equals("banshi-" + stage)) {
      line.append(" --stack ").append(stack);
    }
    access.region().ifPresent(region -> line.append(" --region ").append(region));
    access.profile().ifPresent(profile -> line.append(" --profile ").append(profile));
    access.endpoint().ifPresent(address -> line.append(" --endpoint-url ").append(address));
    return line.toString();
  }

  /**
   * Where the API answers. A stand-in's API is not found under the name that the template gives:
   * LocalStack serves every API under a path of its own.
   */
  String apiAddress(String output) {
    Optional<URI> endpoint = access.endpoint();
    URI address = URI.create(output);
    if (endpoint.isEmpty() || address.getHost() == null) {
      return output;
    }
    String api = address.getHost().split("\\.", 2)[0];
    return endpoint.get() + "/_aws/execute-api/" + api + address.getPath();
  }
}
