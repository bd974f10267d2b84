package banshi.deploy.cloud;

import banshi.deploy.console.Stopped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The clients of one account and region, or of a stand-in for them such as LocalStack.
 *
 * @param account the account's twelve digits
 */
public record Cloud(
    CloudFormationClient stacks,
    S3Client objects,
    Region region,
    String account,
    SdkHttpClient http)
    implements AutoCloseable {

  /** What LocalStack takes when nothing else is said, as does its own command line. */
  private static final Region USUAL_OF_STAND_INS = Region.US_EAST_1;

  /**
   * Where and who.
   *
   * @param region empty for the one that is configured
   * @param profile empty for the one that is configured
   * @param endpoint a stand-in's address; it needs neither account nor region, and takes test ones
   *     when none are configured
   */
  public record Access(Optional<String> region, Optional<String> profile, Optional<URI> endpoint) {}

  /**
   * How patient the clients are.
   *
   * @param attempts how often each request is tried at most
   * @param poll the time between two looks at what is under way
   */
  public record Patience(int attempts, Duration poll) {
    /** For people: outages of about a minute are waited out. */
    public static Patience usual() {
      return new Patience(10, Duration.ofSeconds(2));
    }
  }

  /** Opens the clients and asks who they act for. */
  public static Cloud open(Access access, Patience patience) {
    Region region = region(access);
    AwsCredentialsProvider credentials = credentials(access);
    SdkHttpClient http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(10))
            .socketTimeout(Duration.ofMinutes(2))
            .build();
    ClientOverrideConfiguration retrying =
        ClientOverrideConfiguration.builder()
            .retryStrategy(StandardRetryStrategy.builder().maxAttempts(patience.attempts()).build())
            .build();
    Setup setup = new Setup(access, region, credentials, http, retrying);
    try (StsClient identity = setup.of(StsClient.builder()).build()) {
      return new Cloud(
          setup.of(CloudFormationClient.builder()).build(),
          setup
              .of(S3Client.builder())
              .forcePathStyle(access.endpoint().isPresent())
              // Chunks that are signed one by one are more than some stand-ins understand.
              .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
              .build(),
          region,
          identity.getCallerIdentity().account(),
          http);
    }
  }

  private static Region region(Access access) {
    try {
      return access.region().map(Region::of).orElseGet(() -> configured(access).getRegion());
    } catch (SdkClientException none) {
      if (access.endpoint().isPresent()) {
        return USUAL_OF_STAND_INS;
      }
      throw new Stopped(
          "没有指定区域：用 --region，或设置 AWS_REGION，例如 cn-northwest-1",
          "No region is configured: use --region, or set AWS_REGION, for example to cn-northwest-1.");
    }
  }

  /** A stand-in is not asked for what only a machine in the cloud could know. */
  private static AwsRegionProvider configured(Access access) {
    Supplier<ProfileFile> files = ProfileFile::defaultProfileFile;
    AwsRegionProvider ofProfile =
        access
            .profile()
            .map(name -> new AwsProfileRegionProvider(files, name))
            .orElseGet(() -> new AwsProfileRegionProvider());
    if (access.endpoint().isPresent()) {
      return new AwsRegionProviderChain(new SystemSettingsRegionProvider(), ofProfile);
    }
    return access.profile().isPresent()
        ? new AwsRegionProviderChain(ofProfile, DefaultAwsRegionProviderChain.builder().build())
        : DefaultAwsRegionProviderChain.builder().build();
  }

  private static AwsCredentialsProvider credentials(Access access) {
    if (access.profile().isPresent()) {
      return ProfileCredentialsProvider.create(access.profile().get());
    }
    if (access.endpoint().isPresent()) {
      return AwsCredentialsProviderChain.of(
          SystemPropertyCredentialsProvider.create(),
          EnvironmentVariableCredentialsProvider.create(),
          ProfileCredentialsProvider.create(),
          StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }
    return DefaultCredentialsProvider.builder().build();
  }

  private record Setup(
      Access access,
      Region region,
      AwsCredentialsProvider credentials,
      SdkHttpClient http,
      ClientOverrideConfiguration retrying) {

    <
            B extends
                AwsClientBuilder<B, C>
                    & software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder<B, C>,
            C>
        B of(B builder) {
      builder
          .region(region)
          .credentialsProvider(credentials)
          .httpClient(http)
          .overrideConfiguration(retrying);
      access.endpoint().ifPresent(builder::endpointOverride);
      return builder;
    }
  }

  @Override
  public void close() {
    stacks.close();
    objects.close();
    http.close();
  }
}
