package banshi.local.functions;

import banshi.local.template.Template.Function;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The environments of one function. An event goes to the environment that was idle last; when none
 * is idle another is started, up to a limit; past that events wait, up to a limit of their own.
 */
public final class FunctionPool implements AutoCloseable {
  private static final int REMEMBERED_COLD_STARTS = 100;

  private final Function function;
  private final FunctionLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<FunctionEnvironment> environments = new HashSet<>();
  private final Set<FunctionEnvironment> starting = new HashSet<>();
  private final Set<FunctionEnvironment> retired = new HashSet<>();
  private final Deque<FunctionEnvironment> idle = new ArrayDeque<>();
  private final Map<FunctionEnvironment, Long> idleSince = new HashMap<>();
  private final Deque<Outcome> failedStarts = new ArrayDeque<>();
  private final Deque<Duration> coldStarts = new ArrayDeque<>();
  private final Thread reaper;
  private FunctionLaunch launch;
  private int lastId;
  private int waiting;
  private long invocations;
  private boolean closed;

  FunctionPool(FunctionLaunch launch, FunctionLimits limits) {
    this.function = launch.function();
    this.launch = launch;
    this.limits = limits;
    this.reaper = Thread.ofVirtual().start(this::reap);
  }

  /** The logical id of the function. */
  public String name() {
    return function.logicalId();
  }

  /** Where the function's zip file is. */
  Path code() {
    return function.code();
  }

  /**
   * Takes another package: environments that are idle or starting end now, those that have an event
   * end after it.
   *
   * @return false when it is the same package as before; then nothing happens
   */
  boolean deploy(FunctionPackage code) {
    List<FunctionEnvironment> unused;
    lock.lock();
    try {
      if (launch.code().equals(code)) {
        return false;
      }
      launch = launch.from(code);
      retired.addAll(environments);
      unused = new ArrayList<>(idle);
      unused.addAll(starting);
      idle.clear();
      idleSince.clear();
      starting.clear();
      environments.removeAll(unused);
      retired.removeAll(unused);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    unused.forEach(FunctionEnvironment::close);
    return true;
  }

  /**
   * Gives the function one event and waits for what comes of it.
   *
   * @param limit how long the caller waits at most; the function's own limit may be shorter
   */
  public Outcome invoke(byte[] event, Duration limit) throws InterruptedException {
    if (event.length > FunctionEnvironment.PAYLOAD_LIMIT) {
      return new Outcome.TooLarge();
    }
    long deadline = System.nanoTime() + limit.toNanos();
    return switch (acquire(deadline)) {
      case Acquired.Free free -> {
        Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
        Duration own = function.timeout();
        yield free.environment().invoke(event, left.compareTo(own) < 0 ? left : own);
      }
      case Acquired.None none -> none.because();
    };
  }

  /** What the function's environments are doing now. */
  public FunctionView view() {
    lock.lock();
    try {
      List<FunctionView.Environment> all = new ArrayList<>();
      environments.stream()
          .sorted((one, other) -> Integer.compare(one.id(), other.id()))
          .forEach(environment -> all.add(view(environment)));
      return new FunctionView(
          name(),
          all,
          invocations,
          waiting,
          limits.environments(),
          lastId,
          List.copyOf(coldStarts));
    } finally {
      lock.unlock();
    }
  }

  private FunctionView.Environment view(FunctionEnvironment environment) {
    FunctionView.State state =
        starting.contains(environment)
            ? FunctionView.State.STARTING
            : idle.contains(environment) ? FunctionView.State.IDLE : FunctionView.State.BUSY;
    return new FunctionView.Environment(
        environment.id(),
        environment.pid(),
        state,
        environment.coldStart(),
        environment.firstAnswer(),
        environment.answers(),
        ResidentMemory.of(environment.pid()));
  }

  private sealed interface Acquired {
    record Free(FunctionEnvironment environment) implements Acquired {}

    record None(Outcome because) implements Acquired {}
  }

  private Acquired acquire(long deadline) throws InterruptedException {
    lock.lock();
    try {
      if (idle.isEmpty() && waiting >= limits.waiting()) {
        return new Acquired.None(new Outcome.Throttled());
      }
      waiting++;
      invocations++;
      try {
        while (!closed) {
          if (!idle.isEmpty()) {
            FunctionEnvironment environment = idle.pop();
            idleSince.remove(environment);
            return new Acquired.Free(environment);
          }
          if (!failedStarts.isEmpty()) {
            return new Acquired.None(failedStarts.pop());
          }
          if (starting.size() < waiting && environments.size() < limits.environments()) {
            start();
          }
          long left = deadline - System.nanoTime();
          if (left <= 0 || changed.awaitNanos(left) <= 0) {
            return new Acquired.None(new Outcome.TimedOut());
          }
        }
        return new Acquired.None(new Outcome.Crashed("the local cloud is closing"));
      } catch (IOException e) {
        return new Acquired.None(new Outcome.Crashed(String.valueOf(e.getMessage())));
      } finally {
        waiting--;
      }
    } finally {
      lock.unlock();
    }
  }

  private void start() throws IOException {
    lastId++;
    FunctionEnvironment environment = new FunctionEnvironment(lastId, launch, new Listener());
    environments.add(environment);
    starting.add(environment);
  }

  /** Takes the lock, which {@link #start} holds until the environment is in the books. */
  private final class Listener implements FunctionEnvironment.Listener {
    @Override
    public void idle(FunctionEnvironment environment) {
      lock.lock();
      try {
        if (!environments.contains(environment)) {
          return;
        }
        if (retired.contains(environment)) {
          Thread.ofVirtual().start(environment::close);
          return;
        }
        if (starting.remove(environment)) {
          environment.coldStart().ifPresent(coldStarts::addLast);
          if (coldStarts.size() > REMEMBERED_COLD_STARTS) {
            coldStarts.removeFirst();
          }
        }
        idle.push(environment);
        idleSince.put(environment, System.nanoTime());
        changed.signal();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void ended(FunctionEnvironment environment) {
      lock.lock();
      try {
        environments.remove(environment);
        retired.remove(environment);
        idle.remove(environment);
        idleSince.remove(environment);
        if (starting.remove(environment) && waiting > failedStarts.size()) {
          failedStarts.add(environment.crashed());
        }
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void reap() {
    long pause = Math.max(10, limits.idle().toMillis() / 4);
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(pause);
        takeIdleTooLong().forEach(FunctionEnvironment::close);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private List<FunctionEnvironment> takeIdleTooLong() {
    lock.lock();
    try {
      long limit = System.nanoTime() - limits.idle().toNanos();
      List<FunctionEnvironment> old =
          idle.stream().filter(environment -> idleSince.get(environment) - limit < 0).toList();
      idle.removeAll(old);
      old.forEach(idleSince::remove);
      return old;
    } finally {
      lock.unlock();
    }
  }

  /** Ends every environment; events that wait are refused. */
  @Override
  public void close() {
    reaper.interrupt();
    List<FunctionEnvironment> all;
    lock.lock();
    try {
      closed = true;
      all = List.copyOf(environments);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    all.forEach(FunctionEnvironment::close);
  }
}
