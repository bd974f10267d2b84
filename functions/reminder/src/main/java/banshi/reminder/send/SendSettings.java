package banshi.reminder.send;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the template sets for sending, as {@code BANSHI_…} variables; each channel may be off. */
@ConfigMapping(prefix = "banshi")
interface SendSettings {
  /** WeChat; off without an app's id, its secret and templates. */
  WeChat wechat();

  /** TENCENT, SNS, LOG or NONE; NONE unless it is set. */
  Optional<String> sms();

  /** What TENCENT needs. */
  Tencent tencent();

  /** E-mail; off without a host and a sender. */
  Mail mail();

  interface WeChat {
    Optional<String> appId();

    Optional<String> appSecret();

    /** Another address than WeChat's own. */
    Optional<String> url();

    /** See {@link WeChatTemplates}. */
    Optional<String> templates();

    /** developer, trial or formal; formal unless it is set. */
    Optional<String> state();
  }

  interface Tencent {
    Optional<String> secretId();

    Optional<String> secretKey();

    /** The application's SdkAppId. */
    Optional<String> appId();

    /** The approved signature (短信签名), without brackets. */
    Optional<String> signName();

    /** What the account calls each template: see {@link MessageTemplates}. */
    Optional<String> templates();

    /** ap-guangzhou unless it is set. */
    Optional<String> region();

    /** Another address than Tencent Cloud's own. */
    Optional<String> url();
  }

  interface Mail {
    Optional<String> host();

    /** 587 unless it is set. */
    Optional<Integer> port();

    Optional<String> user();

    Optional<String> password();

    /** The address that the mails come from. */
    Optional<String> from();

    /** Whether the connection must become an encrypted one; yes unless it is set to false. */
    Optional<Boolean> startTls();
  }
}
