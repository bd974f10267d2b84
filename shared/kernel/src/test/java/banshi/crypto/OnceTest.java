package banshi.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void nothingIsComputedBeforeTheFirstUse() {
    Once<Integer> once = Once.of(runs::incrementAndGet);
    assertThat(runs).hasValue(0);
    assertThat(once.get()).isEqualTo(1);
    assertThat(once.get()).isEqualTo(1);
  }

  @Test
  void manyThreadsGetTheOneValue() throws Exception {
    Once<Integer> once = Once.of(runs::incrementAndGet);
    List<Callable<Integer>> tasks =
        Stream.<Callable<Integer>>generate(() -> once::get).limit(64).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> value : threads.invokeAll(tasks)) {
        assertThat(value.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void aFailureIsNotKept() {
    Once<Integer> once =
        Once.of(
            () -> {
              if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("first");
              }
              return runs.get();
            });
    assertThatIllegalStateException().isThrownBy(once::get);
    assertThat(once.get()).isEqualTo(2);
  }
}
