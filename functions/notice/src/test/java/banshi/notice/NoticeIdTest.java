package banshi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeIdTest {
  private static String encoded(String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anIdIsReadAsItWasWritten() {
    NoticeId own = new NoticeId(Optional.empty(), "2026-11-20T01:00:00.000Z#A20261120K7M2QX9-1");
    NoticeId hall = new NoticeId(Optional.of("HALL"), own.position());
    assertThat(NoticeId.parse(own.text())).contains(own);
    assertThat(NoticeId.parse(hall.text())).contains(hall);
    assertThat(own.text()).matches("[A-Za-z0-9_-]+").isNotEqualTo(hall.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!", "%2F", "AAAA", "L3g=", "L3h", "中文"})
  void whatIsNoIdNamesNothing(String text) {
    assertThat(NoticeId.parse(text)).isEmpty();
  }

  @Test
  void anIdHasOneFormAndALargestLength() {
    assertThat(NoticeId.parse(encoded("/x"))).isPresent();
    assertThat(NoticeId.parse(encoded("/x") + "=")).isEmpty();
    assertThat(NoticeId.parse(encoded("/" + "x".repeat(400)))).isEmpty();
  }
}
