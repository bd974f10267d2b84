package banshi.deploy.standin;

import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S3: buckets, what is in them, and whether the public is kept out. */
public final class Objects {
  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

  private final SequencedMap<String, SequencedMap<String, byte[]>> buckets = new TreeMap<>();
  private final Set<String> closed = new TreeSet<>();

  /** Names of the buckets. */
  public Set<String> buckets() {
    return buckets.keySet();
  }

  /** Keys of all that lies in all buckets. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    buckets.values().forEach(bucket -> keys.addAll(bucket.keySet()));
    return keys;
  }

  /** Whether every bucket is closed to the public. */
  public boolean allClosed() {
    return closed.equals(buckets.keySet());
  }

  byte[] read(String bucket, String key) {
    byte[] found = bucket(bucket).get(key);
    if (found == null) {
      throw new Refusal(404, "NoSuchKey", "no such key");
    }
    return found;
  }

  private Map<String, byte[]> bucket(String name) {
    if (!buckets.containsKey(name)) {
      throw new Refusal(404, "NoSuchBucket", "no such bucket");
    }
    return buckets.get(name);
  }

  /** Answers a request; {@code path} is bucket and key, {@code query} as it is in the address. */
  String answer(String method, String path, String query, byte[] body) {
    String[] parts = path.substring(1).split("/", 2);
    String bucket = parts[0];
    String key = parts.length == 2 ? parts[1] : "";
    return key.isEmpty()
        ? answerBucket(method + " " + query.split("[=&]", 2)[0], bucket, body)
        : answerObject(method, bucket, key, body);
  }

  private String answerBucket(String what, String bucket, byte[] body) {
    switch (what) {
      case "PUT " -> {
        if (buckets.putIfAbsent(bucket, new TreeMap<>()) != null) {
          throw new Refusal(409, "BucketAlreadyOwnedByYou", "yours already");
        }
      }
      case "HEAD " -> bucket(bucket);
      case "PUT publicAccessBlock" -> {
        bucket(bucket);
        closed.add(bucket);
      }
      case "GET publicAccessBlock" -> {
        bucket(bucket);
        if (!closed.contains(bucket)) {
          throw new Refusal(404, "NoSuchPublicAccessBlockConfiguration", "none");
        }
        return Xml.element(
            "PublicAccessBlockConfiguration",
            "<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>"
                + "<BlockPublicPolicy>true</BlockPublicPolicy>"
                + "<RestrictPublicBuckets>true</RestrictPublicBuckets>");
      }
      case "GET list-type" -> {
        StringBuilder contents = new StringBuilder();
        bucket(bucket)
            .keySet()
            .forEach(key -> contents.append(Xml.element("Contents", Xml.text("Key", key))));
        return Xml.element("ListBucketResult", contents + "<IsTruncated>false</IsTruncated>");
      }
      case "POST delete" -> {
        Matcher keys = KEY.matcher(new String(body, java.nio.charset.StandardCharsets.UTF_8));
        while (keys.find()) {
          bucket(bucket).remove(keys.group(1));
        }
        return Xml.element("DeleteResult", "");
      }
      case "DELETE " -> {
        if (!bucket(bucket).isEmpty()) {
          throw new Refusal(409, "BucketNotEmpty", "not empty");
        }
        buckets.remove(bucket);
        closed.remove(bucket);
      }
      default -> throw new Refusal(501, "NotImplemented", what);
    }
    return "";
  }

  private String answerObject(String method, String bucket, String key, byte[] body) {
    switch (method) {
      case "PUT" -> bucket(bucket).put(key, body);
      case "HEAD" -> read(bucket, key);
      default -> throw new Refusal(501, "NotImplemented", method);
    }
    return "";
  }
}
