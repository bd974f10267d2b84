package banshi.reminder.send;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the template sets for sending, as {@code BANSHI_…} variables; each channel may be off. */
@ConfigMapping(prefix = "banshi")
interface SendSettings {
  /** WeChat; off without an app's id, its secret and templates. */
  WeChat wechat();

  /** SNS, LOG or NONE; NONE unless it is set. */
  Optional<String> sms();

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
