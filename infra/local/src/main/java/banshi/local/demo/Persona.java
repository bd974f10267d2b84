package banshi.local.demo;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who comes to the hall.
 *
 * @param sub who the token is for
 * @param groups the roles in the token
 * @param departments the departments an officer acts for
 * @param idNumber an applicant's citizen id; synthetic, nobody has it
 */
record Persona(
    String sub,
    String name,
    List<String> groups,
    List<String> departments,
    Optional<String> idNumber) {

  /** 办事人: a resident who files. */
  static Persona resident(String sub, String name, String idNumber) {
    return new Persona(sub, name, List.of("applicant"), List.of(), Optional.of(idNumber));
  }

  /** 工作人员: an officer of one department; {@code HALL} is the general window (综合窗口). */
  static Persona officer(String sub, String department) {
    return officer(sub, "王五", department);
  }

  /** 工作人员: an officer whose name matters. */
  static Persona officer(String sub, String name, String department) {
    return new Persona(sub, name, List.of("officer"), List.of(department), Optional.empty());
  }

  /** 监督人员: who reads everything and decides nothing. */
  static Persona supervisor(String sub) {
    return new Persona(sub, "孙七", List.of("supervisor"), List.of(), Optional.empty());
  }
}
