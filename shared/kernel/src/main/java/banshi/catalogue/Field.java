package banshi.catalogue;

import banshi.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A field of the application form (申请表). Defined once for the whole catalogue, so that the same
 * name means the same thing in every matter.
 *
 * @param name its key in the form, camelCase
 * @param label what a person reads
 * @param kind what it holds
 * @param maxLength most characters (code points); present for TEXT and ADDRESS
 * @param range bounds, both included; present for NUMBER
 * @param choices what to choose from; empty but for CHOICE
 * @param personal whether it is personal data (个人信息): encrypted in the store, masked in answers
 */
public record Field(
    String name,
    Text label,
    FieldKind kind,
    Optional<Integer> maxLength,
    Optional<Question.NumberFormat> range,
    List<Choice> choices,
    boolean personal) {
  public Field {
    choices = List.copyOf(choices);
  }
}
