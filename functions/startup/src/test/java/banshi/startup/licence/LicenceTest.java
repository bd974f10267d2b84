package banshi.startup.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.startup.licence.Licence.Capital;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceTest {
  @Test
  void theFormThatIsHashedIsWrittenDown() {
    assertThat(new String(Licences.company().canonical(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            banshi-licence/1
            code=91500106000000019X
            name=重庆市沙坪坝区晴川软件有限公司
            type.zh=有限责任公司（自然人投资或控股）
            type.en=Limited liability company (natural persons)
            legalRepresentative=张三
            capital=1000000
            foundedOn=2026-02-14
            premises=重庆市沙坪坝区示范路1号附2号3-4
            businessScope=软件开发
            businessScope=信息技术咨询服务
            businessScope=互联网销售（除销售需要许可的商品）
            registry=重庆市沙坪坝区市场监督管理局
            issuedOn=2026-02-28
            """);
  }

  @Test
  void theHashStaysTheSameFromOneReleaseToTheNext() {
    assertThat(Licences.company().hash())
        .isEqualTo("6a1448c10bceb6652d902ffc4b541cab7c2e75567e0d56f796c715ddd8b42d61");
  }

  @Test
  void zerosAfterTheCapitalMakeNoOtherLicence() {
    Licence plain = Licences.company();
    Licence zeros =
        new Licence(
            plain.code(),
            plain.name(),
            plain.type(),
            plain.legalRepresentative(),
            new Capital(new BigDecimal("1000000.00")),
            plain.foundedOn(),
            plain.premises(),
            plain.businessScope(),
            plain.registry(),
            plain.issuedOn());
    assertThat(zeros.hash()).isEqualTo(plain.hash());
  }

  @Test
  void oneItemMoreMakesAnotherHash() {
    assertThat(Licences.company("晴川", "张三", List.of("软件开发", "零售")).hash())
        .isNotEqualTo(Licences.company("晴川", "张三", List.of("软件开发；零售")).hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "张\n三", "张\t三", "张\u0085三"})
  void anItemIsOneLineOfText(String name) {
    assertThatThrownBy(() -> Licences.company("晴川", name, List.of("软件开发")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aScopeHasAtLeastOneItem() {
    assertThatThrownBy(() -> Licences.company("晴川", "张三", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.001", "10000000000000000"})
  void aCapitalIsPositiveAndInWholeCents(String yuan) {
    assertThatThrownBy(() -> new Capital(new BigDecimal(yuan)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
