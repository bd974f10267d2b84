package banshi.deploy;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the cloud's refusals mean for a person. */
final class CloudFaults {
  private CloudFaults() {}

  static String explained(SdkException fault) {
    String why = String.valueOf(fault.getMessage());
    return advice(fault, why).map(advice -> advice + "\n").orElse("") + why;
  }

  private static Optional<String> advice(SdkException fault, String why) {
    if (fault instanceof AwsServiceException refusal) {
      String code =
          Optional.ofNullable(refusal.awsErrorDetails()).map(d -> d.errorCode()).orElse("");
      if (code.contains("Expired") || why.contains("expired")) {
        return Optional.of("登录已过期，请重新登录 The sign-in has expired; sign in again.");
      }
      if (code.contains("AccessDenied") || why.contains("not authorized to perform")) {
        return Optional.of("执行部署的身份缺少权限 Whoever deploys lacks a permission:");
      }
      if (code.contains("InvalidClientTokenId") || code.contains("SignatureDoesNotMatch")) {
        return Optional.of(
            "身份不被承认：中国区与全球区的账户各自独立，检查 --region 与 --profile"
                + " The credentials are not accepted. Accounts in China and elsewhere are separate: check"
                + " --region and --profile.");
      }
      if (why.contains("TerminationProtection")) {
        return Optional.of("该部署设有终止保护 The stack has termination protection: take that off first.");
      }
      if (why.contains("IN_PROGRESS state and can not be updated")
          || code.contains("ChangeSetNotFound")
          || code.contains("InvalidChangeSetStatus")) {
        return Optional.of("有人同时在部署，请重来 Somebody else deploys at the same time; run this again.");
      }
      return Optional.empty();
    }
    if (why.contains("Unable to load credentials") || why.contains("Profile file contained no")) {
      return Optional.of(
          "没有可用的身份：设置 AWS_ACCESS_KEY_ID 与 AWS_SECRET_ACCESS_KEY，或用 --profile"
              + " There are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use"
              + " --profile.");
    }
    return Optional.of(
        "无法与云端通信；再次运行同一命令可接着做"
            + " The cloud cannot be reached; the same command picks up where this stopped.");
  }
}
