package banshi.startup.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenAmountTest {
  @ParameterizedTest
  @CsvSource({
    "1000000, 壹佰万元整",
    "30000, 叁万元整",
    "10, 壹拾元整",
    "10.5, 壹拾元伍角整",
    "10.05, 壹拾元零伍分",
    "0.07, 柒分",
    "0.5, 伍角整",
    "1680.32, 壹仟陆佰捌拾元叁角贰分",
    "107000.53, 壹拾万柒仟元伍角叁分",
    "1001, 壹仟零壹元整",
    "100010001, 壹亿零壹万零壹元整",
    "100000001, 壹亿零壹元整",
    "1000000000000, 壹万亿元整",
    "1000200000000, 壹万零贰亿元整",
    "12345678901234, 壹拾贰万叁仟肆佰伍拾陆亿柒仟捌佰玖拾万壹仟贰佰叁拾肆元整",
    "9999999999999999.99, 玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
  })
  void anAmountIsWrittenAsOnACheque(BigDecimal yuan, String written) {
    assertThat(WrittenAmount.of(yuan)).isEqualTo(written);
  }
}
