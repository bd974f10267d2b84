package banshi.e2e;

import banshi.e2e.Hall.Persona;

/** The personas of the scenarios; their numbers are synthetic. */
final class People {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  static final Persona RESIDENT = resident(1);
  static final Persona NEIGHBOUR = resident(2);
  static final Persona WINDOW = Persona.officer("window-1", "HALL");
  static final Persona OTHER_WINDOW = Persona.officer("window-2", "HALL");
  static final Persona SUPERVISOR = Persona.supervisor();
  static final Persona ADMIN = Persona.admin();

  private People() {}

  /**
   * One of a thousand residents, others in every {@link Run}; their numbers are synthetic and have
   * the check character of GB 11643-1999.
   */
  static Persona resident(int one) {
    String digits = "500106%s%03d".formatted(Run.birthDate(), one);
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
