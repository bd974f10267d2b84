package banshi.notice.http;

import banshi.http.testing.RawEvents;
import banshi.store.Engine;
import io.quarkus.arc.Arc;
import java.util.Set;

/** The function over a real table, with test callers. */
public class NoticeDesk extends RawEvents {

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(banshi.http.testing.TestCallers.class, TestTable.class);
  }

  /** The engine under the function. */
  static Engine engine() {
    return Arc.container().instance(Engine.class).get();
  }
}
