package banshi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.text.Language;
import banshi.text.Text;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonTest {

  record Times(Instant at, OffsetDateTime local, LocalDate on, Duration length) {}

  record Sizes(BigDecimal amount, long count, Optional<String> missing, OptionalLong none) {}

  record Helpful(String name) {
    public boolean isEmpty() {
      return name.isEmpty();
    }

    public String getSecret() {
      return "secret";
    }
  }

  record Named(Text title, List<Text> parts, Map<String, Text> more) {}

  record Holder(Guarded guarded) {}

  /** Stands for a type that guards what it holds. */
  static final class Guarded {
    final String clear = "500106190001010019";
  }

  private static String written(Object answer) {
    return new String(Json.bytes(answer, Language.EN), StandardCharsets.UTF_8);
  }

  @Test
  void instants_carry_the_offset_of_shanghai() {
    Instant winter = Instant.parse("2026-11-23T01:00:00Z");

    assertThat(
            written(
                new Times(
                    winter,
                    OffsetDateTime.parse("2026-11-23T01:00:00.25Z"),
                    LocalDate.of(2026, 11, 23),
                    Duration.ofHours(72))))
        .isEqualTo(
            "{\"at\":\"2026-11-23T09:00:00+08:00\",\"local\":\"2026-11-23T09:00:00.25+08:00\","
                + "\"on\":\"2026-11-23\",\"length\":\"PT72H\"}");
  }

  @Test
  void decimals_are_plain_and_what_is_empty_is_left_out() {
    assertThat(
            written(new Sizes(new BigDecimal("1E+3"), 4, Optional.empty(), OptionalLong.empty())))
        .isEqualTo("{\"amount\":1000,\"count\":4}");
  }

  @Test
  void only_a_record_s_components_are_written() {
    assertThat(written(new Helpful("a"))).isEqualTo("{\"name\":\"a\"}");
  }

  @Test
  void a_text_is_written_in_the_language_asked_for() {
    Text text = new Text("开办餐饮店", "Opening a restaurant");
    var named = new Named(text, List.of(text), Map.of("k", text));

    assertThat(written(named)).contains("Opening a restaurant").doesNotContain("开办");
    assertThat(new String(Json.bytes(named, Language.ZH_CN), StandardCharsets.UTF_8))
        .contains("开办餐饮店")
        .doesNotContain("Opening");
  }

  @Test
  void a_class_that_guards_its_content_is_never_written_by_its_fields() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written(new Holder(new Guarded())))
        .withMessageNotContaining("500106190001010019");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written(Map.of("guarded", new Guarded())));
  }

  @Test
  void trees_and_their_nulls_are_written_as_they_are() {
    assertThat(written(Map.of("form", JsonNodeFactory.instance.objectNode().putNull("a"))))
        .isEqualTo("{\"form\":{\"a\":null}}");
  }
}
