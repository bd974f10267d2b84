package banshi.notice;

import banshi.http.ProblemKind;
import banshi.text.Text;
import java.util.Locale;

/** The kinds of refusal that only this function gives. */
enum NoticeProblem implements ProblemKind {
  OPENID_MISSING(
      400,
      "缺少 openid",
      "No openid",
      "登录令牌中没有 openid，请在微信小程序内重新登录后再授权。",
      "The token has no claim openid: sign in again through the WeChat mini-program, then allow"
          + " messages.");

  private final int status;
  private final Text title;
  private final Text detail;

  NoticeProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
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
