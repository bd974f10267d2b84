package banshi.desk;

import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Clocks;
import banshi.cases.Kernel;
import banshi.cases.LifeCycles;
import banshi.crypto.FieldCipher;
import banshi.crypto.UnreadableValue;
import banshi.store.CaseStore;
import banshi.store.CorruptItemException;
import banshi.store.OpaqueDetails;
import banshi.store.TableClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The stores and tables of every kind of case that the hall serves, their content unread. */
public final class Kinds {
  private final Map<CaseKind, Kind> byKind = new EnumMap<>(CaseKind.class);

  /**
   * What a kind lives by.
   *
   * @param store where its cases are
   * @param kernel what moves them
   */
  public record Kind(CaseStore<JsonNode> store, Kernel kernel) {
    /** Where its cases are settled. */
    public Desk<JsonNode> desk() {
      return new Desk<>(store, kernel);
    }
  }

  /** What reading a case gave. */
  public sealed interface Found<T> {
    /** It was there, and this came of it. */
    record Read<T>(T result) implements Found<T> {}

    /** It is gone since the index was read. */
    record Gone<T>() implements Found<T> {}

    /** It is not what this build writes: somebody must look after it. */
    record Unreadable<T>() implements Found<T> {}
  }

  /** Over the hall's table: a kind that comes later needs its life cycle and no more. */
  public Kinds(TableClient table, FieldCipher cipher, Clocks clocks) {
    LifeCycles.all()
        .forEach(
            lifeCycle ->
                byKind.put(
                    lifeCycle.kind(),
                    new Kind(
                        new CaseStore<>(
                            table, cipher, clocks, lifeCycle.kind(), new OpaqueDetails()),
                        new Kernel(lifeCycle, clocks))));
  }

  /**
   * What a case lives by.
   *
   * @throws IllegalStateException when the hall serves no such kind
   */
  public Kind of(CaseNumber number) {
    return served(number)
        .orElseThrow(() -> new IllegalStateException("no life cycle for " + number.kind()));
  }

  /** What a case lives by, empty when the hall serves no such kind. */
  public Optional<Kind> served(CaseNumber number) {
    return Optional.ofNullable(byKind.get(number.kind()));
  }

  /** Reads a case and does something with it. What the table itself fails with is passed on. */
  public <T> Found<T> with(String number, BiFunction<Kind, Case<JsonNode>, T> work) {
    try {
      CaseNumber known = new CaseNumber(number);
      Kind kind = of(known);
      return kind.store()
          .load(known)
          .<Found<T>>map(c -> new Found.Read<>(work.apply(kind, c)))
          .orElseGet(Found.Gone::new);
    } catch (CorruptItemException
        | UnreadableValue
        | IllegalArgumentException
        | IllegalStateException
        | DateTimeException unreadable) {
      return new Found.Unreadable<>();
    }
  }
}
