package banshi.catalogue;

import banshi.clock.TimeLimit;
import banshi.text.Text;
import java.util.Optional;

/** A time limit of the catalogue: how long, on whose word, and an explanation where one is due. */
public record Limit(TimeLimit time, LimitBasis basis, Optional<Text> explanation) {}
