package banshi.http;

import banshi.text.Text;
import java.util.Locale;

/** The kinds of refusal that any endpoint may give. */
public enum ProblemCode implements ProblemKind {
  BAD_REQUEST(400, "请求有误", "Bad request", "请求无法理解。", "The request cannot be understood."),
  MALFORMED_JSON(
      400, "不是有效的 JSON", "Malformed JSON", "请求内容不是有效的 JSON。", "The body is not valid JSON."),
  INVALID_BODY(
      400,
      "内容有误",
      "Invalid body",
      "请求内容有误，逐项说明见 errors。",
      "The body has faults; errors lists every one."),
  INVALID_PARAMETER(
      400,
      "参数有误",
      "Invalid parameter",
      "请求参数有误，逐项说明见 errors。",
      "A parameter has a fault; errors lists every one."),
  INVALID_NUMBER(
      400,
      "编号有误",
      "Invalid number",
      "编号的校验位不符，请核对是否输错。",
      "The number's check character does not fit; it may be mistyped."),
  INVALID_CURSOR(
      400,
      "翻页标记无效",
      "Invalid cursor",
      "翻页标记无效，请从第一页重新开始。",
      "The cursor is not valid here; start again from the first page."),
  IDEMPOTENCY_KEY_REQUIRED(
      400,
      "缺少幂等键",
      "Idempotency key required",
      "此请求须带 Idempotency-Key 请求头。",
      "This request needs the header Idempotency-Key."),
  IDEMPOTENCY_KEY_INVALID(
      400,
      "幂等键无效",
      "Idempotency key invalid",
      "Idempotency-Key 须为 1 至 255 个可见 ASCII 字符，且只出现一次。",
      "Idempotency-Key must be given once, as 1 to 255 visible ASCII characters."),
  VERSION_INVALID(
      400,
      "版本号无效",
      "Version invalid",
      "If-Match 须为一个强 ETag，例如 \"4\"。",
      "If-Match must be one strong ETag such as \"4\"."),
  OPENID_MISSING(
      400,
      "缺少 openid",
      "No openid",
      "登录令牌中没有 openid，请在微信小程序内重新登录后再授权。",
      "The token has no claim openid: sign in again through the WeChat mini-program, then allow"
          + " messages."),
  UNAUTHORIZED(
      401,
      "未登录或登录已失效",
      "Not signed in",
      "请登录后重试。",
      "A valid bearer token is needed; sign in and try again."),
  FORBIDDEN(403, "无权办理", "Not allowed", "您的身份无权办理此事项。", "Your role does not allow this."),
  CONFLICT_OF_INTEREST(
      403,
      "应当回避",
      "Conflict of interest",
      "您与本件有利害关系，应当回避。",
      "You are involved in this case and may not act on it."),
  OWN_REQUEST(
      403,
      "不得自批",
      "Own request",
      "本人提出的申请须由另一人批准。",
      "What you asked for needs somebody else's approval."),
  NOT_FOUND(404, "未找到", "Not found", "未找到，或您无权查看。", "There is nothing here for you."),
  METHOD_NOT_ALLOWED(
      405,
      "不支持的方法",
      "Method not allowed",
      "此地址不支持该请求方法。",
      "This address does not support the method."),
  NOT_ACCEPTABLE(
      406, "无法以所需格式答复", "Not acceptable", "只能以 JSON 答复。", "Answers are given as JSON only."),
  ACTION_NOT_ALLOWED(
      409,
      "当前不能如此办理",
      "Action not allowed",
      "当前阶段不能办理此操作。",
      "The case is at a stage that does not allow this action."),
  NAME_TAKEN(409, "名称已被占用", "Name taken", "此名称已被他人申报或登记。", "Somebody else holds this name."),
  STARTUP_RUNNING(
      409, "已有在办的开办申请", "Start-up running", "已有一件开办申请正在办理。", "Another start-up is under way."),
  FORM_CHANGED(
      409,
      "申请内容已变动",
      "Form changed",
      "申请内容已变动，请重新核对后签署。",
      "The form is not the one you read; read it again and sign that."),
  DRAFT_FILED(
      409,
      "草稿已提交",
      "Draft filed",
      "此草稿已提交为办件，请查看该件。",
      "This draft has been filed; see the case that it became."),
  ALREADY_CLAIMED(
      409, "已被认领", "Already claimed", "此任务已由他人认领。", "Somebody else has claimed this task."),
  THREAD_FULL(409, "留言已满", "Thread full", "本件留言已满，不能再添加。", "No more can be added to this case."),
  HURRIED_LATELY(
      409,
      "近期已催办",
      "Hurried lately",
      "三个工作日内只能催办一次。",
      "Haste can be asked for once in three working days."),
  STALE_VERSION(
      412,
      "版本已过期",
      "Stale version",
      "本件已有更新，请刷新后重试。",
      "The case has changed since you read it; read it again."),
  BODY_TOO_LARGE(
      413,
      "内容过大",
      "Body too large",
      "请求内容不得超过 256 KB。",
      "The body must not be larger than 256 KB."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "不支持的内容类型",
      "Unsupported media type",
      "请求内容须为 UTF-8 编码的 application/json。",
      "The body must be application/json in UTF-8."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "幂等键已被使用",
      "Idempotency key reused",
      "此幂等键已用于另一请求。",
      "This idempotency key was used for a different request."),
  UNPROCESSABLE(
      422,
      "无法办理",
      "Unprocessable",
      "内容完整，但无法据此办理。",
      "The request is well formed but cannot be met."),
  PRECONDITION_REQUIRED(
      428,
      "缺少版本号",
      "Precondition required",
      "此操作须带 If-Match 请求头。",
      "This action needs the header If-Match."),
  TRACKING_LOCKED(
      429,
      "查询已锁定",
      "Tracking locked",
      "查询码多次有误，请十五分钟后再试。",
      "Too many wrong codes; try again in fifteen minutes."),
  TOO_MANY_MESSAGES(
      429, "今日留言过多", "Too many messages", "今日留言已达上限，请明天再试。", "Enough for today; go on tomorrow."),
  TOO_MANY_REQUESTS(429, "请求过于频繁", "Too many requests", "请稍后再试。", "Try again later."),
  INTERNAL_ERROR(
      500,
      "系统出错",
      "Internal error",
      "系统出错，请稍后重试；反映问题时请提供 requestId。",
      "Something went wrong here; try again later, and quote requestId when you report it."),
  TEMPORARILY_UNAVAILABLE(
      503, "暂时无法办理", "Temporarily unavailable", "暂时无法办理，请稍后重试。", "Try again in a moment.");

  private final int status;
  private final Text title;
  private final Text detail;

  ProblemCode(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
    this.status = status;
    this.title = new Text(titleZh, titleEn);
    this.detail = new Text(detailZh, detailEn);
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Text title() {
    return title;
  }

  @Override
  public Text detail() {
    return detail;
  }
}
