package banshi.store;

import banshi.cases.CaseKind;

/**
 * Whose writes a remembered answer belongs to. It is part of the record's key, so that a function
 * reaches the answers of its own area alone.
 *
 * @param name a kind of case, or what else is written to
 */
record Area(String name) {
  /** Notices and consents. */
  static final Area NOTICE = new Area("NOTICE");

  /** The cases of a kind. */
  static Area of(CaseKind kind) {
    return new Area(kind.name());
  }
}
