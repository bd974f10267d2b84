package banshi.deploy.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to do about the reasons that a deployment is known to fail for. */
enum Advice {
  LOG_ROLE(
      List.of("cloudwatch logs role arn must be set"),
      "本账户本区域还没有 API 日志角色：用 --parameter ApiLogsOfAccount=SET",
      "The account has no role for API logs in this region: say --parameter ApiLogsOfAccount=SET."),
  SETTINGS_TOO_LONG(
      List.of("4kb limit", "exceeded the 4kb", "environment variables you have provided exceeded"),
      "一个函数的环境变量合计不得超过 4 KB：缩短 TokenKeys（只留在用的公钥）",
      "A function's settings may be 4 KB at most: shorten TokenKeys to the keys in use."),
  RUNTIME(
      List.of("the runtime parameter of", "runtime java"),
      "该区域尚无此 Java 运行时：换一个区域，见 docs/deploy.md",
      "The region does not have this Java runtime yet: take another one, see docs/deploy.md."),
  PROTECTED(
      List.of("deletion protection", "resource cannot be deleted as it is currently protected"),
      "该表设有删除保护：确要删除，先以 --parameter DeletionProtection=false 部署一次",
      "The table refuses to be deleted: to delete it all the same, deploy once with --parameter"
          + " DeletionProtection=false."),
  FORBIDDEN(
      List.of("not authorized", "accessdenied", "access denied", "unauthorizedoperation"),
      "执行部署的身份缺少权限：请补上原因中写明的操作",
      "Whoever deploys lacks a permission: allow the action that the reason names."),
  QUOTA(
      List.of(
          "limitexceeded",
          "limit exceeded",
          "quota",
          "toomanyrequests",
          "throttl",
          "rate exceeded"),
      "达到账户配额或调用过频：申请提高配额，或稍后重来",
      "A quota of the account is reached, or calls came too fast: have it raised, or run this again later."),
  TAKEN(
      List.of("already exists"),
      "同名资源已存在：先删除或改名，再重来",
      "Something of that name exists already: delete or rename it, then run this again.");

  private final List<String> signs;
  private final String chinese;
  private final String english;

  Advice(List<String> signs, String chinese, String english) {
    this.signs = signs;
    this.chinese = chinese;
    this.english = english;
  }

  /** Advice on a reason that CloudFormation gives, if there is any. */
  static Optional<String> on(String reason) {
    String text = reason.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(advice -> advice.signs.stream().anyMatch(text::contains))
        .findFirst()
        .map(advice -> advice.chinese + " " + advice.english);
  }
}
