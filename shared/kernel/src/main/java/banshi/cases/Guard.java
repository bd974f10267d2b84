package banshi.cases;

/** What must hold, besides the stage and the party, before a move is open. A closed vocabulary. */
public enum Guard {
  /** Nothing more. */
  ALWAYS {
    @Override
    boolean holds(Case<?> c) {
      return true;
    }
  },
  /**
   * No list of corrections was sent yet: the law allows one (Administrative Licensing Law art. 32).
   */
  NO_CORRECTION_YET {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.CORRECTIONS).isEmpty();
    }
  },
  /** A list of corrections was already sent. */
  CORRECTED_BEFORE {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.CORRECTIONS).isPresent();
    }
  },
  /** Materials are still owed. */
  OWES {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.OWED).isPresent();
    }
  },
  /** The statutory clock was not extended yet: the law allows one extension (art. 42). */
  NOT_EXTENDED {
    @Override
    boolean holds(Case<?> c) {
      return c.clock(ClockName.STATUTORY).extensions().isEmpty();
    }
  },
  /** More than one part is undecided, so that the case goes on after the next decision. */
  PARTS_REMAIN {
    @Override
    boolean holds(Case<?> c) {
      return c.undecided() > 1;
    }
  },
  /** One part is undecided, so that the next decision ends the case's review. */
  LAST_PART {
    @Override
    boolean holds(Case<?> c) {
      return c.undecided() == 1;
    }
  },
  /** The applicant has not rated the case. */
  NOT_RATED {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.RATING).isEmpty();
    }
  };

  abstract boolean holds(Case<?> c);
}
