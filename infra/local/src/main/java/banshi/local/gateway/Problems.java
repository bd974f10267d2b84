package banshi.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Problem documents (RFC 9457) of the gateway and of the developers' endpoints. */
public final class Problems {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Problems() {}

  /** What the gateway refused, in the language that a request prefers. */
  public static Answer of(GatewayFault fault, String acceptLanguage) {
    boolean english = english(acceptLanguage);
    return problem(
        fault.status(), fault.code(), fault.title(english), fault.detail(english), english);
  }

  /** A developer's mistake; its detail is in English whatever the request prefers. */
  public static Answer badRequest(String detail) {
    return problem(400, "bad-request", "Bad request", detail, true);
  }

  private static Answer problem(
      int status, String code, String title, String detail, boolean english) {
    ObjectNode document = JSON.createObjectNode();
    document.put("type", "/problems/" + code);
    document.put("title", title);
    document.put("status", status);
    document.put("detail", detail);
    document.put("code", code);
    try {
      return new Answer(
          status,
          Map.of(
              "Content-Type", List.of("application/problem+json"),
              "Access-Control-Allow-Origin", List.of("*"),
              "Content-Language", List.of(english ? "en" : "zh-CN")),
          JSON.writeValueAsBytes(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers are always JSON", e);
    }
  }

  /** Whether English is preferred to Chinese, which is the default. */
  static boolean english(String acceptLanguage) {
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
        String language = range.getRange();
        if (range.getWeight() > 0 && (language.startsWith("zh") || language.equals("*"))) {
          return false;
        }
        if (range.getWeight() > 0 && (language.equals("en") || language.startsWith("en-"))) {
          return true;
        }
      }
    } catch (IllegalArgumentException notALanguageRange) {
      return false;
    }
    return false;
  }
}
