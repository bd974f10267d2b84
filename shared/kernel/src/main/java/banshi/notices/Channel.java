package banshi.notices;

import banshi.text.Text;

/**
 * A way to reach a person outside the hall's own inbox. They are tried in this order, and the first
 * that takes the message ends it.
 */
public enum Channel {
  /** A subscribe message (订阅消息) in the mini-program; each needs a consent. */
  WECHAT("微信订阅消息", "WeChat message"),
  /** A text message to a telephone. */
  SMS("短信", "Text message"),
  /** An e-mail. */
  EMAIL("电子邮件", "E-mail");

  private final Text label;

  Channel(String zh, String en) {
    this.label = new Text(zh, en);
  }

  /** What people call it. */
  public Text label() {
    return label;
  }
}
