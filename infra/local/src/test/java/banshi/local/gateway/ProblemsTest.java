package banshi.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "''|false",
        "en|true",
        "en-GB,en;q=0.9|true",
        "zh-CN|false",
        "zh-CN,en;q=0.8|false",
        "en;q=0.5,zh;q=0.4|true",
        "zh;q=0.4,en;q=0.5|true",
        "en;q=0|false",
        "fr|false",
        "fr,en;q=0.1|true",
        "*|false",
        ";;;|false"
      })
  void chineseUnlessEnglishIsPreferred(String header, boolean english) {
    assertThat(Problems.english(header)).isEqualTo(english);
  }
}
