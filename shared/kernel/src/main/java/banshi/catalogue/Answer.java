package banshi.catalogue;

import java.math.BigDecimal;

/** What was answered to a question, and what a condition compares it with. */
public sealed interface Answer {

  /** Yes or no. */
  record YesNo(boolean yes) implements Answer {
    @Override
    public String toString() {
      return Boolean.toString(yes);
    }
  }

  /** A number; equal numbers are equal whatever the zeros written. */
  record Quantity(BigDecimal number) implements Answer {
    public Quantity {
      number = number.stripTrailingZeros();
    }

    @Override
    public String toString() {
      // An exponent of a billion must not be written out.
      return Math.abs(number.scale()) > 30 ? number.toString() : number.toPlainString();
    }
  }

  /** The code of one of a question's choices. */
  record Chosen(String code) implements Answer {
    @Override
    public String toString() {
      return code;
    }
  }
}
