package banshi.figures;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a measure gives: never a figure without its base.
 *
 * @param value the figure; empty where the base is 0
 * @param base over how many cases it was taken
 */
public record Measured(Optional<BigDecimal> value, long base) {}
