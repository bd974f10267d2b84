package banshi.startup.licence;

import banshi.crypto.Digests;
import banshi.text.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * A business licence (营业执照): the items that art. 23 of the implementing rules of the regulation on
 * the registration of market entities (市场主体登记管理条例实施细则) puts on it. Whatever changes one of them
 * makes another licence, with another {@link #hash}.
 *
 * @param code the unified social credit code
 * @param name 名称
 * @param type 类型, such as 有限责任公司(自然人独资) or 个体工商户
 * @param legalRepresentative 法定代表人; of a sole trader 经营者
 * @param footing 注册资本 or 组成形式
 * @param foundedOn 成立日期; of a sole trader 注册日期
 * @param premises 住所; of a sole trader 经营场所
 * @param businessScope 经营范围, in the words of the standard list, at least one
 * @param registry 登记机关
 * @param issuedOn when this licence was issued
 */
public record Licence(
    String code,
    String name,
    Text type,
    String legalRepresentative,
    Footing footing,
    LocalDate foundedOn,
    String premises,
    List<String> businessScope,
    String registry,
    LocalDate issuedOn) {

  /** What a business stands on: a company on its capital, a sole trader on persons. */
  public sealed interface Footing {}

  /**
   * 注册资本, of a company.
   *
   * @param yuan more than 0, less than 10^16, in whole cents
   */
  public record Capital(BigDecimal yuan) implements Footing {
    /**
     * @throws IllegalArgumentException when it is out of bounds
     */
    public Capital {
      if (yuan.signum() <= 0
          || yuan.compareTo(BigDecimal.TEN.pow(16)) >= 0
          || yuan.stripTrailingZeros().scale() > 2) {
        throw new IllegalArgumentException("a capital is positive and in whole cents");
      }
    }
  }

  /** 组成形式, of a sole trader: 个人经营 or 家庭经营. */
  public record Composition(Text form) implements Footing {}

  private static final String FORM = "banshi-licence/1";

  /**
   * @throws IllegalArgumentException when a text is blank or holds a line break or another control
   *     character, or when the scope is empty
   */
  public Licence {
    businessScope = List.copyOf(businessScope);
    if (businessScope.isEmpty()) {
      throw new IllegalArgumentException("a licence names a business scope");
    }
    businessScope.forEach(Licence::requireLine);
    List.of(code, name, type.zh(), type.en(), legalRepresentative, premises, registry)
        .forEach(Licence::requireLine);
    if (footing instanceof Composition(Text form)) {
      requireLine(form.zh());
      requireLine(form.en());
    }
  }

  private static void requireLine(String text) {
    if (text.isBlank() || text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("every item of a licence is one line of text");
    }
  }

  /**
   * What the hash is taken over: UTF-8, one item a line, each {@code name=value} and ended by a
   * line feed, in the order of this record, after a first line that names this form. Dates are ISO
   * 8601, the capital is a plain decimal without superfluous zeros, every word of the scope has a
   * line of its own, and the two languages of a text are two lines. No item holds a line break, so
   * no two licences have one form.
   */
  public byte[] canonical() {
    StringBuilder form = new StringBuilder(FORM).append('\n');
    line(form, "code", code);
    line(form, "name", name);
    line(form, "type.zh", type.zh());
    line(form, "type.en", type.en());
    line(form, "legalRepresentative", legalRepresentative);
    switch (footing) {
      case Capital(BigDecimal yuan) ->
          line(form, "capital", yuan.stripTrailingZeros().toPlainString());
      case Composition(Text composition) -> {
        line(form, "composition.zh", composition.zh());
        line(form, "composition.en", composition.en());
      }
    }
    line(form, "foundedOn", foundedOn.toString());
    line(form, "premises", premises);
    businessScope.forEach(words -> line(form, "businessScope", words));
    line(form, "registry", registry);
    line(form, "issuedOn", issuedOn.toString());
    return form.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder form, String name, String value) {
    form.append(name).append('=').append(value).append('\n');
  }

  /** SHA-256 (FIPS 180-4) of {@link #canonical}: 64 lower-case hexadecimal characters. */
  public String hash() {
    return Digests.sha256Hex(canonical());
  }
}
