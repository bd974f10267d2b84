package banshi.cases;

import banshi.clock.ClockState;

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
  /**
   * The statutory clock was not extended yet, and nobody has asked for it: the law allows one
   * extension (art. 42).
   */
  NOT_EXTENDED {
    @Override
    boolean holds(Case<?> c) {
      return c.clock(ClockName.STATUTORY).extensions().isEmpty() && !Extensions.isAsked(c);
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
  /** The applicant has not rated the case, and still may. */
  NOT_RATED {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.RATING).isEmpty() && c.mark(Mark.RATING_OVER).isEmpty();
    }
  },
  /** A poor rating waits for a word with whoever gave it. */
  RATER_WAITS {
    @Override
    boolean holds(Case<?> c) {
      return is(c, Mark.RECTIFICATION, "OPEN")
          && c.tasks().stream()
              .anyMatch(task -> task.state() == TaskState.OPEN && task.isOf(Ratings.CONTACT));
    }
  },
  /** A poor rating waits to be put right, and whoever gave it was contacted. */
  RECTIFICATION_OPEN {
    @Override
    boolean holds(Case<?> c) {
      return is(c, Mark.RECTIFICATION, "OPEN") && !RATER_WAITS.holds(c);
    }
  },
  /** What was put right waits for a call-back. */
  RECTIFICATION_REPORTED {
    @Override
    boolean holds(Case<?> c) {
      return is(c, Mark.RECTIFICATION, "REPORTED");
    }
  },
  /** A poor rating can be appealed against: once, while its duty is not closed. */
  MAY_APPEAL {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.APPEAL).isEmpty()
          && (is(c, Mark.RECTIFICATION, "OPEN") || is(c, Mark.RECTIFICATION, "REPORTED"));
    }
  },
  /** An appeal against a rating waits for a supervisor. */
  APPEALED {
    @Override
    boolean holds(Case<?> c) {
      return is(c, Mark.APPEAL, "OPEN");
    }
  },
  /** The department may still return what was assigned to it. */
  RETURNABLE {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.ASSIGNMENT).isEmpty();
    }
  },
  /** The time for the answer was not extended yet, and nobody has asked for it. */
  ANSWER_NOT_EXTENDED {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.EXTENDED).isEmpty() && !Extensions.isAsked(c);
    }
  },
  /** An extension was asked for, and waits for a second person's word. */
  EXTENSION_ASKED {
    @Override
    boolean holds(Case<?> c) {
      return Extensions.isAsked(c);
    }
  },
  /** A part is decided: there is a decision that can be corrected. */
  SOMETHING_DECIDED {
    @Override
    boolean holds(Case<?> c) {
      return c.parts().stream().anyMatch(part -> part.outcome().isPresent());
    }
  },
  /** Those who watch over discipline have not taken note of the referral yet. */
  REFERRAL_WAITS {
    @Override
    boolean holds(Case<?> c) {
      return c.tasks().stream()
          .anyMatch(
              task ->
                  task.state() == TaskState.OPEN && task.isOf(ComplaintLifeCycle.DISCIPLINE_TASK));
    }
  },
  /** The complainant has disputed fewer than two answers. */
  MAY_DISPUTE {
    @Override
    boolean holds(Case<?> c) {
      return c.count(Mark.DISPUTES) < 2;
    }
  },
  /** No follow-up question was asked yet. */
  NOT_FOLLOWED_UP {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.FOLLOWED_UP).isEmpty();
    }
  },
  /** Whoever asked allows the answer to be published. */
  MAY_PUBLISH {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.MAY_PUBLISH).isPresent();
    }
  },
  /** The answer is published. */
  IS_PUBLISHED {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.PUBLISHED).isPresent();
    }
  },
  /** A task was handed to a colleague. */
  HANDED_OVER {
    @Override
    boolean holds(Case<?> c) {
      return c.tasks().stream()
          .filter(task -> task.state() == TaskState.OPEN)
          .flatMap(task -> task.claim().stream())
          .anyMatch(claim -> claim.handedBy().isPresent());
    }
  },
  /** Signatures are missing. */
  SIGNATURES_REMAIN {
    @Override
    boolean holds(Case<?> c) {
      return !c.signatories().missing().isEmpty();
    }
  },
  /** No signature is missing, and the case was never complete before. */
  SIGNED_FIRST {
    @Override
    boolean holds(Case<?> c) {
      return c.signatories().missing().isEmpty()
          && c.clock(ClockName.PROMISED).state() == ClockState.NOT_STARTED;
    }
  },
  /** No signature is missing any more of a form that was sent back to be corrected. */
  SIGNED_AGAIN {
    @Override
    boolean holds(Case<?> c) {
      return c.signatories().missing().isEmpty()
          && c.clock(ClockName.PROMISED).state() != ClockState.NOT_STARTED;
    }
  },
  /** Tasks wait for another to be done. */
  TASKS_PLANNED {
    @Override
    boolean holds(Case<?> c) {
      return any(c, TaskState.PLANNED);
    }
  },
  /** No task waits for another. */
  NO_TASKS_PLANNED {
    @Override
    boolean holds(Case<?> c) {
      return !any(c, TaskState.PLANNED);
    }
  },
  /** Some task is still to be done. */
  TASKS_REMAIN {
    @Override
    boolean holds(Case<?> c) {
      return any(c, TaskState.OPEN);
    }
  },
  /** Every task is done. */
  TASKS_DONE {
    @Override
    boolean holds(Case<?> c) {
      return !any(c, TaskState.OPEN);
    }
  },
  /** What was founded reports every year. */
  REPORTS_YEARLY {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.REPORTS).isPresent();
    }
  },
  /** It was not referred to those who watch over discipline yet. */
  NOT_REFERRED {
    @Override
    boolean holds(Case<?> c) {
      return c.mark(Mark.DISCIPLINE).isEmpty();
    }
  };

  private static boolean any(Case<?> c, TaskState state) {
    return c.tasks().stream().anyMatch(task -> task.state() == state);
  }

  private static boolean is(Case<?> c, Mark mark, String value) {
    return c.mark(mark).filter(value::equals).isPresent();
  }

  abstract boolean holds(Case<?> c);
}
