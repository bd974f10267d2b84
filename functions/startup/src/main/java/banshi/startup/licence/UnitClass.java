package banshi.startup.licence;

/** What market regulation registers (GB 32100-2015, second character after a 9). */
public enum UnitClass {
  /** 企业: a company. */
  ENTERPRISE('1'),
  /** 个体工商户. */
  SOLE_TRADER('2');

  private final char character;

  UnitClass(char character) {
    this.character = character;
  }

  /** The second character of its codes. */
  public char character() {
    return character;
  }
}
