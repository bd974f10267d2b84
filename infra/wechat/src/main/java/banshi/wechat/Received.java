package banshi.wechat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message as it came to the stand-in.
 *
 * @param to the openid it is for
 * @param template the template's id
 * @param data its fields
 * @param answer the error code that was answered, or would have been
 * @param taken whether the person got it
 */
public record Received(String to, String template, JsonNode data, int answer, boolean taken) {
  /** The openid but for its last characters. */
  public String maskedTo() {
    int shown = to.length() >= 12 ? 4 : 0;
    return "*".repeat(to.length() - shown) + to.substring(to.length() - shown);
  }
}
