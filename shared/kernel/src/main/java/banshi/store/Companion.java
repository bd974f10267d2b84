package banshi.store;

import java.util.function.Consumer;

/**
 * What is written together with a case though it is no part of it. When one of its own conditions
 * fails, nothing is written and everything is decided again.
 */
public final class Companion {
  private final Consumer<Transaction> joining;

  Companion(Consumer<Transaction> joining) {
    this.joining = joining;
  }

  void join(Transaction transaction) {
    joining.accept(transaction);
  }
}
