package banshi.local.template;

import java.util.List;
import java.util.SequencedMap;

/** A piece of a template with every intrinsic function in it carried out. */
sealed interface Value {

  /** Where it stands. */
  Place place();

  /** A text, number or truth value, as it is written. */
  record Scalar(Place place, String text) implements Value {}

  /** A list. */
  record Items(Place place, List<Value> values) implements Value {}

  /** Named members, in the order in which they are written. */
  record Fields(Place place, SequencedMap<String, Value> members) implements Value {}
}
