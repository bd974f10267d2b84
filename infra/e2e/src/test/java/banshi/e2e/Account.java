package banshi.e2e;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The account that a hall is deployed to.
 *
 * @param stack the stack's name
 * @param endpoint where its services answer, if that is not Amazon
 */
record Account(
    String stack, Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {
  /** Amazon's, by the credentials and the region that the AWS tools would use. */
  static Account ofTheCaller(String stack) {
    return new Account(
        stack,
        new DefaultAwsRegionProviderChain().getRegion(),
        DefaultCredentialsProvider.builder().build(),
        Optional.empty());
  }

  DynamoDbClient dynamoDb() {
    return here(DynamoDbClient.builder()).build();
  }

  private <B extends AwsClientBuilder<B, ?>> B here(B builder) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder.region(region).credentialsProvider(credentials);
  }

  /** The physical name of what the template calls so. */
  String physical(String logicalId) {
    try (CloudFormationClient client = here(CloudFormationClient.builder()).build()) {
      return client
          .describeStackResource(ask -> ask.stackName(stack).logicalResourceId(logicalId))
          .stackResourceDetail()
          .physicalResourceId();
    }
  }
}
