package banshi.cases;

import java.util.Set;

/**
 * One row of a life cycle that is no move: what these parties may do beside a case that stands in
 * one of these stages. It is written next to the case, so that it changes nothing of it: no stage,
 * no clock, no version, no timeline.
 *
 * @param from the stages in which it may be done
 * @param action what is done
 * @param by who may do it
 */
public record Aside(Set<Stage> from, Action action, Set<Party> by) {
  public Aside {
    from = Set.copyOf(from);
    by = Set.copyOf(by);
  }
}
