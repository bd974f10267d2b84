package banshi.store;

/**
 * What is written together with a case though it is no part of it. When one of its own conditions
 * fails, nothing is written and everything is decided again.
 */
public abstract sealed class Companion permits CaseStore.Beside, Clusters.Joining {
  Companion() {}

  abstract void join(Transaction transaction);
}
