package banshi.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a life cycle: from these stages, this action, by these parties, leads to that stage,
 * with these effects.
 *
 * @param from the stages it starts from; empty only for the move that opens a case
 * @param action what is done
 * @param guard what must hold besides
 * @param to the stage it leads to; empty when the stage stays what it is
 * @param by who may do it
 * @param effects what else it does, in this order
 * @param basis for moves that the clock makes, the rule behind them
 */
public record Move(
    Set<Stage> from,
    Action action,
    Guard guard,
    Optional<Stage> to,
    Set<Party> by,
    List<Effect> effects,
    Optional<LegalBasis> basis) {
  public Move {
    from = Set.copyOf(from);
    by = Set.copyOf(by);
    effects = List.copyOf(effects);
  }
}
