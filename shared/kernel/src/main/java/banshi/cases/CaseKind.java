package banshi.cases;

import java.util.Arrays;
import java.util.Optional;

/** What people come for. The letter opens every case number; the name opens every storage key. */
public enum CaseKind {
  /** 办件: an application for one matter or a theme package. */
  APPLICATION('A'),
  /** 办不成事: what could not be done elsewhere. */
  COMPLAINT('C'),
  /** 企业开办: a company start-up. */
  STARTUP('S'),
  /** 咨询: a question. */
  CONSULTATION('Q');

  private final char letter;

  CaseKind(char letter) {
    this.letter = letter;
  }

  /** The first character of the kind's case numbers. */
  public char letter() {
    return letter;
  }

  static Optional<CaseKind> ofLetter(char letter) {
    return Arrays.stream(values()).filter(kind -> kind.letter == letter).findFirst();
  }
}
