package banshi.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may be. One caller may be several. */
public enum Role {
  /** Files cases and sees their own (申请人). */
  APPLICANT,
  /** Acts for the departments in the token (工作人员). */
  OFFICER,
  /** Reads every case and has the actions named for supervisors (督办人员). */
  SUPERVISOR,
  /** Runs the system; has no access to cases (管理员). */
  ADMIN;

  /** The role that tokens name {@code group}, in small letters; nothing for any other text. */
  public static Optional<Role> ofGroup(String group) {
    return Arrays.stream(values()).filter(role -> role.group().equals(group)).findFirst();
  }

  /** The role as tokens and answers name it. */
  public String group() {
    return name().toLowerCase(Locale.ROOT);
  }
}
