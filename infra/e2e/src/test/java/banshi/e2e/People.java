package banshi.e2e;

import banshi.e2e.Hall.Persona;

/** The personas of the scenarios; their numbers are synthetic. */
final class People {
  static final Persona RESIDENT = Persona.resident("500106190001010019");
  static final Persona NEIGHBOUR = Persona.resident("500106190001010027");
  static final Persona WINDOW = Persona.officer("window-1", "HALL");
  static final Persona OTHER_WINDOW = Persona.officer("window-2", "HALL");
  static final Persona SUPERVISOR = Persona.supervisor();
  static final Persona ADMIN = Persona.admin();

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private People() {}

  /**
   * One of a thousand residents; their numbers are synthetic (born 1900) and have the check
   * character of GB 11643-1999.
   */
  static Persona resident(int one) {
    String digits = "50010619000101%03d".formatted(one);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return Persona.resident(digits + "10X98765432".charAt(sum % 11));
  }

  static Persona officerOf(String department) {
    return Persona.officer("officer-" + department, department);
  }
}
