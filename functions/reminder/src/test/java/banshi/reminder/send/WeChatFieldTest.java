package banshi.reminder.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What WeChat's documents say of each kind of field. */
class WeChatFieldTest {
  @ParameterizedTest
  @CsvSource({
    "thing1, 开办餐饮店, 开办餐饮店",
    "thing12, 一二三四五六七八九十一二三四五六七八九十, 一二三四五六七八九十一二三四五六七八九十",
    "thing1, 一二三四五六七八九十一二三四五六七八九十一, 一二三四五六七八九十一二三四五六七八九…",
    "thing1, 𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷, 𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷…",
    "phrase3, 特别程序中, 特别程序中",
    "character_string2, A20261123K7M2QX9, A20261123K7M2QX9",
    "number1, 3, 3",
    "number1, 3.5, 3.5",
    "letter1, Accepted, Accepted",
    "symbol1, ※, ※",
    "time4, 10:00, 10:00",
    "time4, 2026-11-23 10:00, 2026-11-23 10:00",
    "time4, 2026年11月23日 10:00, 2026年11月23日 10:00",
    "date5, 2026-11-23, 2026-11-23",
    "date5, 2026-11-23 10:00, 2026-11-23 10:00",
    "date5, 2026年11月23日, 2026年11月23日",
    "amount1, ¥100.50, ¥100.50",
    "amount1, 100元, 100元",
    "phone_number1, 023-00000000, 023-00000000",
    "car_number1, 渝A00000, 渝A00000",
    "name1, 办事大厅, 办事大厅",
    "enum1, 已受理, 已受理",
  })
  void whatFitsIsKeptAndALongThingIsCut(String key, String value, String fitted) {
    assertThat(WeChatField.of(key).fit(value)).contains(fitted);
  }

  @ParameterizedTest
  @CsvSource({
    "thing1, ''",
    "phrase3, 特别程序之中了",
    "phrase3, Accepted",
    "phrase3, 已受理1",
    "character_string2, 开办",
    "character_string2, 123456789012345678901234567890123",
    "number1, 三",
    "number1, 1.",
    "letter1, A1",
    "symbol1, ※※※※※※",
    "time4, 2026-11-23",
    "time4, tomorrow",
    "date5, 10:00",
    "date5, 2026-11/23",
    "amount1, 12345678901",
    "phone_number1, 023 no 000",
    "car_number1, 渝A0000000",
    "name1, 一二三四五六七八九十一",
  })
  void whatCannotBeBroughtIntoTheFormDoesNotGo(String key, String value) {
    assertThat(WeChatField.of(key).fit(value)).isEmpty();
  }

  @Test
  void lineBreaksBecomeSpaces() {
    assertThat(WeChatField.of("thing1").fit("a\r\nb")).contains("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thing", "thing_1", "text1", "1thing", "THING1", ""})
  void aKeyOfAnUnknownKindIsRefused(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> WeChatField.of(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"NOTHING\": {\"id\": \"x\", \"fields\": {}}}",
        "{\"DECIDED\": {\"fields\": {}}}",
        "{\"DECIDED\": {\"id\": \"x\"}}",
        "{\"DECIDED\": {\"id\": \"x\", \"fields\": {\"text1\": \"title\"}}}",
        "{\"DECIDED\": {\"id\": \"x\", \"lang\": \"fr\", \"fields\": {}}}",
      })
  void templatesThatMakeNoSenseAreRefused(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> WeChatTemplates.read(json));
  }
}
