package banshi.intake;

import banshi.catalogue.Field;
import banshi.identity.IdNumber;
import banshi.identity.PersonName;
import banshi.identity.PersonalValueRefused;
import banshi.identity.Phone;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The masks of what people filled in. A value that is not what its field says is starred out whole.
 */
final class FormMask {
  private static final JsonNode STARS = TextNode.valueOf("***");

  private FormMask() {}

  /** The value of a field as everyone who sees the case may see it. */
  static JsonNode of(Field field, JsonNode value) {
    return field.personal() ? masked(field, value) : value;
  }

  /** The mask of a value of which nothing is known. */
  static JsonNode whole(JsonNode value) {
    return value.isBoolean() || value.isNull() ? value : STARS;
  }

  private static JsonNode masked(Field field, JsonNode value) {
    if (!value.isTextual()) {
      return STARS;
    }
    try {
      return TextNode.valueOf(
          switch (field.kind()) {
            case CITIZEN_ID, CREDIT_CODE -> new IdNumber(value.asText()).masked();
            case PHONE -> new Phone(value.asText()).masked();
            case TEXT -> new PersonName(value.asText()).masked();
            case NUMBER, DATE, BOOLEAN, CHOICE, ADDRESS -> STARS.asText();
          });
    } catch (PersonalValueRefused notWhatItShouldBe) {
      return STARS;
    }
  }
}
