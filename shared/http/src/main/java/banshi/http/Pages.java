package banshi.http;

import banshi.crypto.Cursors;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Pages of lists behind opaque cursors, each bound to its caller, its list and its filter. */
@RequestScoped
public class Pages {
  /** Reads a page. */
  @FunctionalInterface
  public interface Reader<T> {
    /** The page after a position of the list, with as many items as asked for at most. */
    banshi.store.Page<T> read(Optional<String> after, int limit);
  }

  private final Cursors cursors;
  private final Caller caller;

  Pages(Cursors cursors, Caller caller) {
    this.cursors = cursors;
    this.caller = caller;
  }

  /** The page of a list that only this caller, with this filter, may go on reading. */
  public <T> Page<T> of(PageQuery query, String listAndFilter, Reader<T> reader) {
    return page(
        query,
        caller.actor().key().value() + "\n" + caller.actor().subject() + "\n" + listAndFilter,
        reader);
  }

  /** The page of a list that is open to everybody. */
  public <T> Page<T> open(PageQuery query, String listAndFilter, Reader<T> reader) {
    return page(query, "\n" + listAndFilter, reader);
  }

  private <T> Page<T> page(PageQuery query, String boundTo, Reader<T> reader) {
    Optional<String> after =
        query
            .cursor()
            .map(
                cursor ->
                    cursors
                        .open(cursor, boundTo)
                        .orElseThrow(() -> Problem.of(ProblemCode.INVALID_CURSOR).asException()));
    banshi.store.Page<T> page = reader.read(after, query.limit());
    return new Page<>(page.items(), page.next().map(position -> cursors.seal(position, boundTo)));
  }
}
