package banshi.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** LocalStack in a container that ends with the tests; deployed to as anybody would deploy. */
final class LocalStackHall implements AutoCloseable {
  private static final String STAGE = "dev";
  private static final String STACK = "banshi-" + STAGE;

  /** All that the template has, and what CloudFormation needs to make it. */
  private static final String[] SERVICES = {
    "cloudformation",
    "s3",
    "iam",
    "sts",
    "lambda",
    "apigateway",
    "dynamodb",
    "dynamodbstreams",
    "events",
    "logs",
    "sqs",
    "sns",
    "kms",
    "cloudwatch",
    "ssm"
  };

  private final LocalStackContainer container;

  private LocalStackHall(LocalStackContainer container) {
    this.container = container;
  }

  /** Starts it; a {@link NotRun} says why it cannot be started on this machine. */
  static LocalStackHall start() throws NotRun {
    String image = System.getProperty("banshi.localstack.image", "localstack/localstack:4.14.0");
    DockerEngine.mustHave(image);
    System.out.println("启动 Starting " + image);
    LocalStackContainer container =
        new LocalStackContainer(
                DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"))
            .withServices(SERVICES)
            // A function starts while its first caller waits, and Java starts slowly in there.
            .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "60")
            .withEnv("LAMBDA_KEEPALIVE_MS", "600000");
    String images = System.getProperty("banshi.localstack.lambda-images", "");
    if (!images.isEmpty()) {
      container.withEnv("LAMBDA_RUNTIME_IMAGE_MAPPING", images);
    }
    container.start();
    return new LocalStackHall(container);
  }

  /** Where the API answers. */
  URI deploy() throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
                TheHall.root().resolve("dev").toString(),
                "deploy",
                "--stage",
                STAGE,
                "--endpoint-url",
                container.getEndpoint().toString())
            .directory(TheHall.root().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    command.environment().put("AWS_ACCESS_KEY_ID", container.getAccessKey());
    command.environment().put("AWS_SECRET_ACCESS_KEY", container.getSecretKey());
    command.environment().put("AWS_REGION", container.getRegion());
    Process process = command.start();
    process.getOutputStream().close();
    String last = "";
    try (BufferedReader said = process.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        System.out.println(line);
        last = line.isBlank() ? last : line.strip();
      }
    }
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException("./dev deploy ended with status " + status + ": " + last);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while deploying", e);
    }
    if (!last.matches("https?://\\S+")) {
      throw new IOException("./dev deploy did not end with an address but with: " + last);
    }
    return URI.create(last);
  }

  /** Where the deployment keeps the key that its tokens are signed with. */
  Path keys() {
    return TheHall.root().resolve(".banshi/stages/" + STACK + "/keys");
  }

  Account account() {
    return new Account(
        STACK,
        Region.of(container.getRegion()),
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())),
        Optional.of(container.getEndpoint()));
  }

  @Override
  public void close() {
    container.stop();
  }
}
