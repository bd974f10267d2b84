package banshi.catalogue;

/** How a condition compares an answer with a value. */
public enum Comparison {
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /** As written in a condition. */
  public String symbol() {
    return symbol;
  }

  /** Whether it needs an order, and so numbers. */
  public boolean ordered() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /**
   * The truth for {@code order}: negative, zero or positive as the answer is below, at or above.
   */
  boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
