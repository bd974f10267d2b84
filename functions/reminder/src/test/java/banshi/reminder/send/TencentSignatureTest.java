package banshi.reminder.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The worked example of Tencent Cloud's page on the method (签名方法 v3,
 * cloud.tencent.com/document/api/213/30654), whose key is 32 asterisks.
 */
class TencentSignatureTest {
  private static final String BODY =
      "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"],"
          + " \"Name\": \"instance-name\"}]}";

  @Test
  void thePublishedExampleIsSignedAsPublished() {
    TencentSignature signature =
        new TencentSignature("AKID" + "*".repeat(32), "*".repeat(32), "cvm");

    assertThat(
            signature.authorization(
                "cvm.tencentcloudapi.com",
                "DescribeInstances",
                Instant.ofEpochSecond(1_551_113_065),
                BODY.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "TC3-HMAC-SHA256 Credential=AKID"
                + "*".repeat(32)
                + "/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action,"
                + " Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f");
  }

  @Test
  void theKeyIsNeverPrinted() {
    assertThat(new TencentSignature("id", "the key", "sms").toString()).doesNotContain("the key");
  }
}
