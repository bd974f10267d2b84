package banshi.local.gateway;

/** What the gateway refuses by itself, before or after a function. */
public enum GatewayFault {
  NOT_FOUND(
      "MISSING_AUTHENTICATION_TOKEN",
      404,
      "not-found",
      "未找到",
      "Not found",
      "没有这个地址。",
      "There is no such address."),
  BAD_REQUEST(
      "DEFAULT_4XX",
      400,
      "bad-request",
      "请求有误",
      "Bad request",
      "请求无法理解。",
      "The request cannot be understood."),
  TOO_LARGE(
      "REQUEST_TOO_LARGE",
      413,
      "body-too-large",
      "内容过大",
      "Body too large",
      "请求内容不得超过 256 KB。",
      "The body must not be larger than 256 KB."),
  THROTTLED(
      "THROTTLED",
      429,
      "too-many-requests",
      "请求过于频繁",
      "Too many requests",
      "请稍后再试。",
      "Try again later."),
  FUNCTION_FAILED(
      "DEFAULT_5XX",
      502,
      "function-failed",
      "系统出错",
      "Function failed",
      "系统出错，请稍后重试。",
      "Something went wrong here; try again later."),
  TIMED_OUT(
      "INTEGRATION_TIMEOUT",
      504,
      "timed-out",
      "处理超时",
      "Timed out",
      "未能及时完成，请用同一幂等键重试。",
      "It took too long; try again with the same idempotency key.");

  private final String responseType;
  private final int status;
  private final String code;
  private final String titleChinese;
  private final String titleEnglish;
  private final String detailChinese;
  private final String detailEnglish;

  GatewayFault(
      String responseType,
      int status,
      String code,
      String titleChinese,
      String titleEnglish,
      String detailChinese,
      String detailEnglish) {
    this.responseType = responseType;
    this.status = status;
    this.code = code;
    this.titleChinese = titleChinese;
    this.titleEnglish = titleEnglish;
    this.detailChinese = detailChinese;
    this.detailEnglish = detailEnglish;
  }

  /** API Gateway's name for the case, under which the template says what AWS answers. */
  public String responseType() {
    return responseType;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Stable, kebab-case. */
  public String code() {
    return code;
  }

  /** The title in one language. */
  public String title(boolean english) {
    return english ? titleEnglish : titleChinese;
  }

  /** The detail in one language. */
  public String detail(boolean english) {
    return english ? detailEnglish : detailChinese;
  }
}
