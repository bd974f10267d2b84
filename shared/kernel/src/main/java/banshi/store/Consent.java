package banshi.store;

import banshi.identity.OpenId;

/**
 * How many WeChat messages of one template a person still allows. What was granted is either
 * available or spent, but for what WeChat itself took back.
 *
 * @param templateId the template's id with WeChat
 * @param available messages that may still be sent
 * @param granted messages ever allowed through this WeChat account
 * @param spent messages ever sent on it
 * @param openId the WeChat account that allowed them; nobody else's messages go there
 */
public record Consent(String templateId, long available, long granted, long spent, OpenId openId) {
  /** The stock of a template that nobody has allowed anything of yet. */
  public static Consent none(String templateId, OpenId openId) {
    return new Consent(templateId, 0, 0, 0, openId);
  }

  /**
   * The stock with {@code more} messages in it. Consent belongs to a WeChat account: that of
   * another account than the stock's begins the stock anew.
   */
  public Consent granting(int more, OpenId by) {
    Consent from = by.equals(openId) ? this : none(templateId, by);
    return new Consent(templateId, from.available + more, from.granted + more, from.spent, by);
  }
}
