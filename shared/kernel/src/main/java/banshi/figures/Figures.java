package banshi.figures;

import banshi.cases.Case;
import banshi.cases.ComplaintStage;
import banshi.cases.Mark;
import banshi.clock.ServiceClock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What a case adds to the figures. It is a function of the case's head alone, with no clock and no
 * calendar, and so the same on whatever day and by whatever build it is asked: a change is what the
 * case adds now without what it added before, and the sum of all changes is what all cases add.
 */
public final class Figures {
  private Figures() {}

  /** What a case adds, and in which cell. Nothing for a kind that has no figures. */
  public static Map<Cell, Counts> of(Case<?> c) {
    // The one place that says which kinds are counted.
    return switch (c.kind()) {
      case COMPLAINT -> Map.of(cell(c), complaint(c));
      case APPLICATION, STARTUP, CONSULTATION -> Map.of();
    };
  }

  /** What a write that turns one state of a case into another changes: at most two cells. */
  public static Map<Cell, Counts> change(Case<?> before, Case<?> after) {
    Map<Cell, Counts> change = new HashMap<>(of(after));
    of(before).forEach((cell, counts) -> change.merge(cell, counts.negated(), Counts::plus));
    change.values().removeIf(Counts::isZero);
    return change;
  }

  private static Cell cell(Case<?> c) {
    return new Cell(
        c.kind(),
        ServiceClock.dateOf(c.receivedAt()),
        c.mark(Mark.DEPARTMENT),
        c.mark(Mark.CAUSE),
        c.mark(Mark.TIER));
  }

  private static Counts complaint(Case<?> c) {
    boolean answered = c.mark(Mark.WORKED).isPresent();
    boolean late = c.mark(Mark.LATE).isPresent();
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    counts.put(Count.RECEIVED, 1L);
    counts.put(Count.OPEN, one(!c.stage().isFinal()));
    counts.put(Count.ANSWERED, one(answered));
    counts.put(Count.ON_TIME, one(answered && !late));
    counts.put(Count.OVERDUE, one(late));
    counts.put(Count.REDIRECTED, one(c.stage() == ComplaintStage.REDIRECTED));
    counts.put(Count.WITHDRAWN, one(c.stage() == ComplaintStage.WITHDRAWN));
    counts.put(Count.DISPUTED, one(c.mark(Mark.DISPUTES).isPresent()));
    c.mark(Mark.WORKED)
        .ifPresent(minutes -> counts.put(Count.WORKED_MINUTES, Long.parseLong(minutes)));
    c.mark(Mark.RATING)
        .filter(score -> c.mark(Mark.RECTIFICATION).filter("EXCLUDED"::equals).isEmpty())
        .ifPresent(score -> counts.put(Count.rated(Integer.parseInt(score)), 1L));
    return new Counts(counts);
  }

  private static long one(boolean counted) {
    return counted ? 1 : 0;
  }
}
