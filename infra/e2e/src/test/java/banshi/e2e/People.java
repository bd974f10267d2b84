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

  private People() {}

  static Persona officerOf(String department) {
    return Persona.officer("officer-" + department, department);
  }
}
