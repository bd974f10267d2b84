package banshi.reminder.send;

import banshi.crypto.Digests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that Tencent Cloud asks of a request (签名方法 v3, TC3-HMAC-SHA256): of a POST of JSON
 * to the root path, with the headers {@code content-type}, {@code host} and {@code x-tc-action}.
 *
 * @param secretId names the key
 * @param secretKey the key
 * @param service the product that is called, such as {@code sms}
 */
record TencentSignature(String secretId, String secretKey, String service) {
  static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final String ALGORITHM = "TC3-HMAC-SHA256";
  private static final String SIGNED = "content-type;host;x-tc-action";
  private static final String END = "tc3_request";

  /** The {@code Authorization} header of a request. */
  String authorization(String host, String action, Instant at, byte[] body) {
    String day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(at);
    String scope = day + "/" + service + "/" + END;
    String request =
        String.join(
            "\n",
            "POST",
            "/",
            "",
            "content-type:" + CONTENT_TYPE,
            "host:" + host,
            "x-tc-action:" + action.toLowerCase(Locale.ROOT),
            "",
            SIGNED,
            Digests.sha256Hex(body));
    String toSign =
        String.join(
            "\n", ALGORITHM, Long.toString(at.getEpochSecond()), scope, Digests.sha256Hex(request));
    byte[] key = hmac(("TC3" + secretKey).getBytes(StandardCharsets.UTF_8), day);
    byte[] signature = hmac(hmac(hmac(key, service), END), toSign);
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(ALGORITHM, secretId, scope, SIGNED, HexFormat.of().formatHex(signature));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "TencentSignature[" + service + "]";
  }
}
