package banshi.http;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "'' | ZH_CN",
        "en | EN",
        "EN-gb | EN",
        "zh-CN | ZH_CN",
        "zh-Hant | ZH_CN",
        "fr | ZH_CN",
        "* | ZH_CN",
        "fr, en;q=0.5 | EN",
        "en;q=0.5, zh;q=0.8 | ZH_CN",
        "zh;q=0.5, en;q=0.8 | EN",
        "en, zh | EN",
        "zh, en | ZH_CN",
        "en;q=0 | ZH_CN",
        "en;q=0, fr | ZH_CN",
        "en;q=1.001 | ZH_CN",
        "en;q=high | ZH_CN",
        "en;level=1 | ZH_CN",
        "english | ZH_CN",
        ";;;,,,q= | ZH_CN",
        "en ; q=0.9 | EN"
      })
  void the_preferred_language_that_is_spoken_here_wins_and_chinese_is_the_default(
      String header, Language expected) {
    assertThat(Languages.preferred(header)).isEqualTo(expected);
  }
}
