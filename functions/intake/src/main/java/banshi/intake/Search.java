package banshi.intake;

import banshi.cases.CaseNumber;

/** What somebody looks for. */
sealed interface Search {
  /** By what cases are looked for. */
  enum By {
    NUMBER,
    NAME,
    DOCUMENT,
    PHONE,
    LIST
  }

  /** By what. */
  By by();

  /** What the audit is told: why, and what for, of a person masked and as a part of its hash. */
  String why();

  /** One case. */
  record ByNumber(CaseNumber number, String why) implements Search {
    @Override
    public By by() {
      return By.NUMBER;
    }
  }

  /**
   * Any number of them.
   *
   * @param filter what a page's cursor is good for
   */
  record Listed(By by, String why, String filter, Finder.Source source, Finder.Wanted wanted)
      implements Search {}
}
