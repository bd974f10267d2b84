package banshi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPathsTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/matters/A-1, /v1/matters/A-1",
    "/v1/matters/a%20b, /v1/matters/a%20b",
    "/v1/matters/a b, /v1/matters/a%20b",
    "/v1/matters/中, /v1/matters/%E4%B8%AD",
    "/v1/matters/%zz, /v1/matters/%25zz",
    "/v1/matters/50%, /v1/matters/50%25",
    "/v1/matters/a?b#c, /v1/matters/a%3Fb%23c",
    "//evil.example/v1, /evil.example/v1",
    "'', /",
    "*, /*"
  })
  void what_no_path_can_have_is_encoded_and_the_rest_is_kept(String path, String expected) {
    assertThat(EventPaths.encoded(path)).isEqualTo(expected);
  }

  @Property
  void the_result_is_always_a_legal_path(@ForAll String path) {
    URI uri = URI.create(EventPaths.encoded(path));

    assertThat(uri.getRawPath()).startsWith("/").isEqualTo(EventPaths.encoded(uri.getRawPath()));
    assertThat(uri.getRawAuthority()).isNull();
  }
}
