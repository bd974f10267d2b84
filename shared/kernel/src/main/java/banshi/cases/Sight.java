package banshi.cases;

import java.util.EnumSet;
import java.util.Set;

/**
 * How much of the person behind an act a reader of the case is shown; decided here for every answer
 * that names somebody.
 */
public enum Sight {
  /** Neither name nor account. */
  NOTHING,
  /**
   * The account and the masked name: the name in full is personal data, and disclosed on record.
   */
  MASKED,
  /** The account and the name. */
  FULL;

  private static final Set<Party> OFFICIAL =
      EnumSet.of(
          Party.WINDOW,
          Party.LEAD,
          Party.DEPARTMENT,
          Party.REGISTRAR,
          Party.ASSIGNEE,
          Party.RATED,
          Party.DISCIPLINE,
          Party.SUPERVISOR);

  private static final Set<Party> APPLYING =
      EnumSet.of(Party.APPLICANT, Party.SIGNATORY, Party.UNSIGNED);

  /**
   * What a reader is shown of somebody.
   *
   * @param reader what the reader is to the case; whoever applies or signs is told of nobody, even
   *     where they are an officer besides
   * @param acting the part that the person played
   */
  public static Sight of(Set<Party> reader, Party acting) {
    if (!isOfficial(reader) || reader.stream().anyMatch(APPLYING::contains)) {
      return NOTHING;
    }
    return switch (acting) {
      case WINDOW, LEAD, DEPARTMENT, REGISTRAR, ASSIGNEE, RATED, SUPERVISOR -> FULL;
      // Those who may be looked into are not told who looks.
      case DISCIPLINE ->
          reader.contains(Party.DISCIPLINE) || reader.contains(Party.SUPERVISOR) ? FULL : NOTHING;
      case APPLICANT, SIGNATORY, UNSIGNED -> MASKED;
      case SYSTEM -> NOTHING;
    };
  }

  /** The parts that only an officer or a supervisor plays. */
  public static Set<Party> official() {
    return EnumSet.copyOf(OFFICIAL);
  }

  /** Whether any of these is a part that only an officer or a supervisor plays. */
  public static boolean isOfficial(Set<Party> parties) {
    return parties.stream().anyMatch(OFFICIAL::contains);
  }
}
