package banshi.startup.licence;

import banshi.startup.licence.Licence.Capital;
import banshi.startup.licence.Licence.Composition;
import banshi.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Made-up licences. */
final class Licences {
  static final String QR = "https://hall.example/verify?code=91500106000000019X&hash=abc";

  private Licences() {}

  static Licence company() {
    return company("重庆市沙坪坝区晴川软件有限公司", "张三", List.of("软件开发", "信息技术咨询服务", "互联网销售（除销售需要许可的商品）"));
  }

  static Licence company(String name, String representative, List<String> scope) {
    return new Licence(
        "91500106000000019X",
        name,
        new Text("有限责任公司（自然人投资或控股）", "Limited liability company (natural persons)"),
        representative,
        new Capital(new BigDecimal("1000000")),
        LocalDate.of(2026, 2, 14),
        "重庆市沙坪坝区示范路1号附2号3-4",
        scope,
        "重庆市沙坪坝区市场监督管理局",
        LocalDate.of(2026, 2, 28));
  }

  static Licence crowded() {
    List<String> scope =
        IntStream.rangeClosed(1, 100).mapToObj(i -> "第" + i + "项：计算机软硬件及辅助设备零售").toList();
    Licence plain = company("重庆市沙坪坝区䶮喆堃镕𬭎𫘝".repeat(5) + "有限公司", "欧阳䶮", scope);
    return new Licence(
        plain.code(),
        plain.name(),
        plain.type(),
        plain.legalRepresentative(),
        new Capital(new BigDecimal("9876543210987.65")),
        plain.foundedOn(),
        "重庆市沙坪坝区示范大道一百二十三号附四十五号某某大厦".repeat(5),
        scope,
        plain.registry(),
        plain.issuedOn());
  }

  static Licence soleTrader() {
    return new Licence(
        "92500106000000019T",
        "沙坪坝区晴川小吃店（个体工商户）",
        new Text("个体工商户", "Sole trader"),
        "李四",
        new Composition(new Text("个人经营", "Run by one person")),
        LocalDate.of(2026, 2, 14),
        "重庆市沙坪坝区示范路1号附2号",
        List.of("小餐饮服务"),
        "重庆市沙坪坝区市场监督管理局",
        LocalDate.of(2026, 2, 14));
  }
}
