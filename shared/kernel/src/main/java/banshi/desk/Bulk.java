package banshi.desk;

import banshi.cases.CaseNumber;
import banshi.cases.Refusal;
import banshi.identity.Actor;
import banshi.store.ContendedException;
import banshi.store.StoredAnswer;
import banshi.store.WriteTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The same act on many cases under one idempotency key, each case by itself: one that is refused
 * stands in no other's way.
 *
 * <p>Under one key every item has one outcome, done or refused, which is kept for as long as the
 * first answer to any write. So whoever repeats the request, after a lost answer or a crash between
 * any two items, hears of each what was said first, and what was not come to is done then; and two
 * who send it at the same moment do nothing twice. The key is bound to the whole body before
 * anything is done.
 *
 * @param <D> the kind's own content
 */
public final class Bulk<D> {
  /** How many cases one request may name. */
  public static final int MOST = 50;

  /** What binds a key to a body before anything is done. */
  private static final StoredAnswer BEGUN =
      new StoredAnswer(202, Optional.empty(), Optional.empty(), new byte[0]);

  private final Desk<D> desk;

  /** At this desk. */
  public Bulk(Desk<D> desk) {
    this.desk = desk;
  }

  /**
   * The act on one case.
   *
   * @param version the one that the caller acted on
   */
  public record Item<D>(CaseNumber number, long version, Decision<D> decision) {}

  /**
   * How outcomes become answers, which are kept as they are.
   *
   * @param done of an item whose act was written
   * @param refused of the item at a place, counted from 0, whose act was refused
   */
  public record Voice<D>(Rendering<D> done, BiFunction<Integer, Refusal, StoredAnswer> refused) {
    private record Heard<D>(Rendering<D> done, Function<Refusal, StoredAnswer> refused) {}

    private Heard<D> at(int place) {
      return new Heard<>(done, refusal -> refused.apply(place, refusal));
    }
  }

  /** What became of a request. */
  public sealed interface Result {
    /**
     * Each item's outcome, in the order asked for.
     *
     * @param each empty for an item that was not come to: it has no outcome yet
     * @param replayed whether every one was known from before
     */
    record Each(List<Optional<StoredAnswer>> each, boolean replayed) implements Result {
      public Each {
        each = List.copyOf(each);
      }
    }

    /** The key, for the request or for one of its items, belongs to another body. */
    record KeyReused() implements Result {}
  }

  /**
   * Carries out the act on each case, one after the other.
   *
   * @param lasts asked before each item; once it says no, the rest is left without an outcome
   */
  public Result act(
      WriteTerms terms,
      Actor actor,
      List<Item<D>> items,
      Voice<D> voice,
      Instant now,
      BooleanSupplier lasts) {
    Answer begun = desk.keep(terms, BEGUN, now);
    if (begun instanceof Answer.KeyReused) {
      return new Result.KeyReused();
    }
    boolean before = begun instanceof Answer.Given given && given.replayed();
    boolean allKnown = before;
    List<Optional<StoredAnswer>> each = new ArrayList<>();
    for (Item<D> item : items) {
      int place = each.size();
      WriteTerms own = itsOwn(terms, item.number());
      Optional<Answer> known = before ? desk.recall(own, now) : Optional.empty();
      allKnown = allKnown && known.isPresent();
      Optional<Answer> answer =
          known.or(
              () ->
                  lasts.getAsBoolean()
                      ? tried(own, actor, item, voice.at(place), now)
                      : Optional.empty());
      if (answer.filter(Answer.KeyReused.class::isInstance).isPresent()) {
        return new Result.KeyReused();
      }
      each.add(answer.map(a -> ((Answer.Given) a).stored()));
    }
    return new Result.Each(each, allKnown);
  }

  /** An outcome, kept; none when others wrote the case all the while. */
  private Optional<Answer> tried(
      WriteTerms own, Actor actor, Item<D> item, Voice.Heard<D> voice, Instant now) {
    try {
      Answer answer =
          desk.act(
              own,
              item.number(),
              actor,
              Optional.of(item.version()),
              item.decision(),
              voice.done(),
              now);
      return Optional.of(
          answer instanceof Answer.Refused(Refusal refusal)
              ? desk.keep(own, voice.refused().apply(refusal), now)
              : answer);
    } catch (ContendedException busy) {
      return Optional.empty();
    }
  }

  /** A client's key has no line feed, so that no key of a client's is ever an item's. */
  private static WriteTerms itsOwn(WriteTerms terms, CaseNumber number) {
    return new WriteTerms(terms.scope(), terms.key() + "\n" + number, terms.bodyHash());
  }
}
