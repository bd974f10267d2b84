package banshi.reminder.send;

import banshi.sms.ApprovedTemplates;
import banshi.sms.SmsStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The stand-in for Tencent Cloud, with the hall's own templates approved, and a way to it. */
final class Provider implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMillis(400);

  final AtomicReference<Instant> now = new AtomicReference<>(Office.TEN);
  final ApprovedTemplates approved;
  final SmsStandIn sms;

  Provider() {
    try (InputStream file = Provider.class.getResourceAsStream("/text-messages.json")) {
      this.approved = ApprovedTemplates.read(file.readAllBytes());
      this.sms = new SmsStandIn(approved, now::get);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TencentMessages messages() {
    return messages(SmsStandIn.SECRET_KEY, SmsStandIn.APP_ID, SmsStandIn.SIGN_NAME, approved.ids());
  }

  TencentMessages messages(String key, String app, String sign, String ids) {
    return messages(key, app, sign, ids, InstantSource.system());
  }

  TencentMessages messages(String key, String app, String sign, String ids, InstantSource clock) {
    return new TencentMessages(
        new TencentApi(
            sms.address(),
            "ap-guangzhou",
            new TencentSignature(SmsStandIn.SECRET_ID, key, "sms"),
            new HttpPosts(PATIENCE),
            clock),
        app,
        sign,
        MessageTemplates.ofTheHall(ids));
  }

  @Override
  public void close() {
    sms.close();
  }
}
