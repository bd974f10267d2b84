package banshi.reminder.send;

import banshi.crypto.FieldCipher;
import banshi.crypto.Once;
import banshi.reminder.Metrics;
import banshi.store.Consents;
import banshi.store.Contacts;
import banshi.store.Deliveries;
import banshi.store.Outbox;
import banshi.store.TableClient;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sns.SnsClient;

/** Makes the parts of sending; channels and what they need are made with the first notice. */
final class SendBeans {
  private static final String WECHAT = "https://api.weixin.qq.com";
  private static final String TENCENT = "https://sms.tencentcloudapi.com";
  private static final int SUBMISSION = 587;

  @Produces
  @Singleton
  SendJob sendJob(TableClient table, FieldCipher cipher, SendSettings settings, Metrics metrics) {
    Outbox outbox = new Outbox(table, cipher);
    return new SendJob(
        outbox,
        Once.of(
            () ->
                new Sender(
                    outbox,
                    new Deliveries(table),
                    carriers(settings, new Consents(table, cipher), new Contacts(table, cipher)))),
        metrics);
  }

  static List<Carrier> carriers(SendSettings settings, Consents consents, Contacts contacts) {
    List<Carrier> carriers = new ArrayList<>();
    weChat(settings.wechat(), consents).ifPresent(carriers::add);
    textMessages(settings)
        .map(messages -> new TextMessageCarrier(messages, contacts::confirmed))
        .ifPresent(carriers::add);
    mailServer(settings.mail()).map(MailCarrier::new).ifPresent(carriers::add);
    return carriers;
  }

  private static Optional<Carrier> weChat(SendSettings.WeChat settings, Consents consents) {
    if (settings.appId().isEmpty()
        || settings.appSecret().isEmpty()
        || settings.templates().isEmpty()) {
      return Optional.empty();
    }
    WeChatApi api = new WeChatApi(URI.create(settings.url().orElse(WECHAT)), Network.READ);
    return Optional.of(
        new WeChatCarrier(
            api,
            new WeChatTokens(api, settings.appId().get(), settings.appSecret().get()),
            WeChatTemplates.read(settings.templates().get()),
            settings.state().orElse("formal"),
            consents::find));
  }

  private static Optional<TextMessages> textMessages(SendSettings settings) {
    return switch (settings.sms().orElse("NONE")) {
      case "NONE" -> Optional.empty();
      case "LOG" -> Optional.of(new LoggedTextMessages());
      case "SNS" -> Optional.of(new SnsTextMessages(Once.of(SendBeans::sns)));
      case "TENCENT" -> Optional.of(tencent(settings.tencent()));
      default ->
          throw new IllegalArgumentException("BANSHI_SMS should be TENCENT, SNS, LOG or NONE");
    };
  }

  private static TextMessages tencent(SendSettings.Tencent settings) {
    return new TencentMessages(
        new TencentApi(
            URI.create(settings.url().orElse(TENCENT)),
            settings.region().orElse("ap-guangzhou"),
            new TencentSignature(
                needed(settings.secretId(), "SECRET_ID"),
                needed(settings.secretKey(), "SECRET_KEY"),
                "sms"),
            new HttpPosts(Network.READ),
            InstantSource.system()),
        needed(settings.appId(), "APP_ID"),
        needed(settings.signName(), "SIGN_NAME"),
        MessageTemplates.ofTheHall(needed(settings.templates(), "TEMPLATES")));
  }

  private static String needed(Optional<String> setting, String name) {
    return setting.orElseThrow(
        () -> new IllegalArgumentException("BANSHI_SMS=TENCENT needs BANSHI_TENCENT_" + name));
  }

  private static SnsClient sns() {
    return SnsClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Network.CONNECT)
                .socketTimeout(Network.READ))
        .overrideConfiguration(
            override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  private static Optional<MailServer> mailServer(SendSettings.Mail settings) {
    if (settings.host().isEmpty() || settings.from().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MailServer(
            settings.host().get(),
            settings.port().orElse(SUBMISSION),
            settings.from().get(),
            settings.user(),
            settings.password(),
            settings.startTls().orElse(true)));
  }
}
