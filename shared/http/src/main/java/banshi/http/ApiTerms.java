package banshi.http;

import banshi.identity.Role;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;

/** The terms on which an operation is called, in the words of its description. */
final class ApiTerms {
  private ApiTerms() {}

  /** Puts them behind what the operation's own description says. */
  static void describe(Operation operation, ApiOperation known) {
    String terms = chinese(known) + " " + english(known);
    operation.setDescription(
        Optional.ofNullable(operation.getDescription())
            .map(own -> own + "\n\n" + terms)
            .orElse(terms));
  }

  private static String chinese(ApiOperation known) {
    StringBuilder terms = new StringBuilder();
    terms.append(
        known.open() ? "无需登录。" : "可调用者：" + roles(known.roles(), ApiTerms::chinese, "、") + "。");
    if (known.write()) {
      terms.append("须带 Idempotency-Key：同键同请求 24 小时内得到首次的答复。");
    }
    if (known.versioned()) {
      terms.append(
          known.versionRequired()
              ? "须带 If-Match，指明所读版本。"
              : "If-Match 指明所读版本，" + roles(known.excused(), ApiTerms::chinese, "、") + "可省略。");
    }
    return terms.toString();
  }

  private static String english(ApiOperation known) {
    StringBuilder terms = new StringBuilder();
    terms.append(
        known.open() ? "Needs no token." : "For: " + roles(known.roles(), Role::group, ", ") + ".");
    if (known.write()) {
      terms.append(
          " Needs an Idempotency-Key: for 24 hours the same key with the same request"
              + " gives the first answer again.");
    }
    if (known.versioned()) {
      terms.append(
          known.versionRequired()
              ? " Needs If-Match, which says the version that was read."
              : " If-Match says the version that was read; it may be left out by: "
                  + roles(known.excused(), Role::group, ", ")
                  + ".");
    }
    return terms.toString();
  }

  private static String roles(Set<Role> roles, Function<Role, String> name, String between) {
    return Stream.of(Role.values())
        .filter(roles::contains)
        .map(name)
        .collect(Collectors.joining(between));
  }

  private static String chinese(Role role) {
    return switch (role) {
      case APPLICANT -> "申请人";
      case OFFICER -> "工作人员";
      case SUPERVISOR -> "督办人员";
      case ADMIN -> "管理员";
    };
  }
}
