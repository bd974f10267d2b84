package banshi.notice.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many at once. */
final class Race {
  private Race() {}

  static <T> List<T> of(int runners, IntFunction<T> run) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        int runner = i;
        tasks.add(() -> run.apply(runner));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
