package banshi.deploy.cloud;

import banshi.deploy.console.Console;
import banshi.deploy.console.Stopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Where a stack's packages and templates lie, named after what is in them (SHA-256): what is there
 * is never sent again. Nothing in it expires, because a rollback may need any package that the
 * stack was ever made from.
 */
public final class PackageBucket {
  private static final PublicAccessBlockConfiguration PRIVATE =
      PublicAccessBlockConfiguration.builder()
          .blockPublicAcls(true)
          .ignorePublicAcls(true)
          .blockPublicPolicy(true)
          .restrictPublicBuckets(true)
          .build();

  private final Cloud cloud;
  private final S3Client objects;
  private final Console console;
  private final String name;

  /** The bucket of a stack; whether it is there shows when it is used. */
  public PackageBucket(Cloud cloud, String stack, Console console) {
    this.cloud = cloud;
    this.objects = cloud.objects();
    this.console = console;
    this.name = "%s-packages-%s-%s".formatted(stack, cloud.account(), cloud.region().id());
  }

  /** Its name: the stack's, the account's number and the region, so that it is nobody else's. */
  public String name() {
    return name;
  }

  /** Makes it where it is missing, open to nobody outside of the account. */
  public void prepare() {
    if (!exists()) {
      CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(name);
      if (!cloud.region().equals(Region.US_EAST_1)) {
        request.createBucketConfiguration(where -> where.locationConstraint(cloud.region().id()));
      }
      try {
        objects.createBucket(request.build());
      } catch (BucketAlreadyOwnedByYouException made) {
        console.say("存储桶已由别处建好", "The bucket was made meanwhile: " + name);
      }
      console.say("建立存储桶", "Bucket made: " + name);
    }
    if (!closed()) {
      objects.putPublicAccessBlock(
          block ->
              block
                  .bucket(name)
                  .expectedBucketOwner(cloud.account())
                  .publicAccessBlockConfiguration(PRIVATE));
    }
  }

  private boolean exists() {
    try {
      objects.headBucket(head -> head.bucket(name).expectedBucketOwner(cloud.account()));
      return true;
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        case 404 -> false;
        case 403 ->
            throw new Stopped(
                "无权使用存储桶 " + name + "，或它属于别的账户",
                "The bucket " + name + " may not be used, or is another account's.");
        default -> throw e;
      };
    }
  }

  private boolean closed() {
    try {
      return objects
          .getPublicAccessBlock(get -> get.bucket(name).expectedBucketOwner(cloud.account()))
          .publicAccessBlockConfiguration()
          .equals(PRIVATE);
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return false;
      }
      throw e;
    }
  }

  /** Sends a package unless it is there; gives its {@code s3://} address. */
  public String keep(String what, Path file) throws IOException {
    return "s3://" + name + "/" + keep("packages", "zip", what, Files.readAllBytes(file));
  }

  /** Sends a template unless it is there; gives the address that CloudFormation reads it from. */
  public String keepTemplate(byte[] template) {
    String key = keep("templates", "json", "template", template);
    String suffix = cloud.region().metadata().partition().dnsSuffix();
    return "https://%s.s3.%s.%s/%s".formatted(name, cloud.region().id(), suffix, key);
  }

  private String keep(String folder, String ending, String what, byte[] content) {
    byte[] digest = sha256(content);
    String key = folder + "/" + HexFormat.of().formatHex(digest) + "." + ending;
    if (has(key)) {
      console.say("已在云端", "there already: " + what);
      return key;
    }
    objects.putObject(
        put ->
            put.bucket(name)
                .key(key)
                .expectedBucketOwner(cloud.account())
                .checksumSHA256(Base64.getEncoder().encodeToString(digest)),
        RequestBody.fromBytes(content));
    console.say("已上传", "sent: %s (%.1f MB)".formatted(what, content.length / 1e6));
    return key;
  }

  private boolean has(String key) {
    try {
      objects.headObject(head -> head.bucket(name).key(key).expectedBucketOwner(cloud.account()));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return false;
      }
      throw e;
    }
  }

  /** Deletes it with all that is in it; nothing happens when it is not there. */
  public void delete() {
    if (!exists()) {
      return;
    }
    objects
        .listObjectsV2Paginator(list -> list.bucket(name).expectedBucketOwner(cloud.account()))
        .stream()
        .map(
            page ->
                page.contents().stream()
                    .map(each -> ObjectIdentifier.builder().key(each.key()).build())
                    .toList())
        .filter(keys -> !keys.isEmpty())
        .forEach(this::deleteAll);
    objects.deleteBucket(delete -> delete.bucket(name).expectedBucketOwner(cloud.account()));
    console.say("已删除存储桶", "Bucket deleted: " + name);
  }

  private void deleteAll(List<ObjectIdentifier> keys) {
    objects.deleteObjects(
        delete ->
            delete
                .bucket(name)
                .expectedBucketOwner(cloud.account())
                .delete(these -> these.objects(keys).quiet(true)));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
