package banshi.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks signatures of the method TC3-HMAC-SHA256: whatever headers a request says that it signs,
 * as long as {@code content-type} and {@code host} are among them.
 *
 * @param keys the secret keys by their ids
 */
record Signed(Map<String, String> keys) {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Pattern FORM =
      Pattern.compile(
          "TC3-HMAC-SHA256 Credential=([^/]+)/([0-9-]{10})/([a-z]+)/tc3_request,"
              + " SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

  Signed {
    keys = Map.copyOf(keys);
  }

  /** The error code that a request is turned down with; empty when it is signed as it should be. */
  Optional<String> fault(UnaryOperator<String> header, byte[] body, Instant now) {
    Matcher parts = FORM.matcher(header.apply("authorization"));
    String stamp = header.apply("x-tc-timestamp");
    if (!parts.matches() || !stamp.matches("\\d{1,12}")) {
      return Optional.of("AuthFailure.InvalidAuthorization");
    }
    if (!keys.containsKey(parts.group(1))) {
      return Optional.of("AuthFailure.SecretIdNotFound");
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(stamp));
    if (Duration.between(at, now).abs().compareTo(LIFE) > 0) {
      return Optional.of("AuthFailure.SignatureExpire");
    }
    return matches(parts, header, stamp, at, body)
        ? Optional.empty()
        : Optional.of("AuthFailure.SignatureFailure");
  }

  private boolean matches(
      Matcher parts, UnaryOperator<String> header, String stamp, Instant at, byte[] body) {
    String day = parts.group(2);
    String service = parts.group(3);
    String[] names = parts.group(4).split(";");
    if (!Arrays.asList(names).contains("content-type")
        || !Arrays.asList(names).contains("host")
        || !at.toString().startsWith(day)
        || !service.equals("sms")) {
      return false;
    }
    String headers =
        Arrays.stream(names)
            .map(name -> name + ":" + value(name, header.apply(name)) + "\n")
            .collect(Collectors.joining());
    String canonical = "POST\n/\n\n" + headers + "\n" + parts.group(4) + "\n" + hex(sha(body));
    String toSign =
        "TC3-HMAC-SHA256\n"
            + stamp
            + "\n"
            + day
            + "/"
            + service
            + "/tc3_request\n"
            + hex(sha(canonical.getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("TC3" + keys.get(parts.group(1))).getBytes(StandardCharsets.UTF_8);
    for (String step : new String[] {day, service, "tc3_request", toSign}) {
      key = hmac(key, step);
    }
    return MessageDigest.isEqual(key, HexFormat.of().parseHex(parts.group(5)));
  }

  /** The action is signed in small letters, as the documents' example has it. */
  private static String value(String name, String value) {
    return name.equals("x-tc-action") ? value.toLowerCase(java.util.Locale.ROOT) : value.strip();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
