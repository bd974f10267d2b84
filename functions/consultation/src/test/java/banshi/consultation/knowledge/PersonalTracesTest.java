package banshi.consultation.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import banshi.consultation.knowledge.PersonalTrace.Kind;
import banshi.identity.CitizenId;
import banshi.identity.PersonName;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTracesTest {
  private static final Optional<PersonName> NOBODY = Optional.empty();

  /** What is between the brackets, and no more, is personal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ID_NUMBER   | 我的身份证是[500106190001010019]，请查",
        "ID_NUMBER   | 身份证[500106190001010018]写错了一位",
        "ID_NUMBER   | [50010619000101006X]",
        "ID_NUMBER   | [50010619000101006x]",
        "ID_NUMBER   | [５００１０６１９０００１０１００１９]",
        "ID_NUMBER   | 号码[500106 19000101 0019]。",
        "ID_NUMBER   | 号码[500106-1900-0101-0019]。",
        "ID_NUMBER   | [5 0 0 1 0 6 1 9 0 0 0 1 0 1 0 0 1 9]",
        "ID_NUMBER   | [五〇〇一〇六一九〇〇〇一〇一〇〇一九]",
        "ID_NUMBER   | 老证[500106000101001]也算",
        "ID_NUMBER   | 居住证[810000190001010018]",
        "ID_NUMBER   | 编号77[500106190001010019]88连在一起",
        "ID_NUMBER   | ID:[500106190001010019]abc",
        "ID_NUMBER   | 😀😀[500106190001010019]",
        "PHONE       | 打我电话[13800138000]",
        "PHONE       | 打我电话[138 0013 8000]",
        "PHONE       | [138-0013-8000]联系",
        "PHONE       | [１３８００１３８０００]联系",
        "PHONE       | [+86 13800138000]",
        "PHONE       | [8613800138000]",
        "PHONE       | tel[13800138000]",
        "PHONE       | 座机[023-12345678]",
        "PHONE       | 座机[(023)12345678]",
        "PHONE       | 座机[02365432100]",
        "PHONE       | 联系电话：[65432100]",
        "PHONE       | call [+852 1234 5678] please",
        "CREDIT_CODE | 公司[91500106000000019X]",
        "CREDIT_CODE | 公司[91500106000000019x]",
        "CREDIT_CODE | 公司[91500106MA5U1A1B2C]校验位不对也算",
        "CREDIT_CODE | [9150 0106 0000 0001 9X]",
        "EMAIL       | 邮箱[someone.else@example.com]。",
        "EMAIL       | 邮箱[someone＠example．com]",
        "EMAIL       | mail [a@b.cn], thanks",
        "BANK_CARD   | 卡号[6222020000000000000]",
        "BANK_CARD   | 卡号[6222 0200 0000 0000 000]",
      })
  void whatIsPersonalIsFoundWhereItStands(Kind kind, String marked) {
    int from = marked.codePointCount(0, marked.indexOf('['));
    int to = marked.codePointCount(0, marked.indexOf(']')) - 1;
    String text = marked.replace("[", "").replace("]", "");
    assertThat(PersonalTraces.in(text, NOBODY))
        .extracting(PersonalTrace::kind, PersonalTrace::offset, PersonalTrace::length)
        .containsExactly(tuple(kind, from, to - from));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "请拨打12345政务服务便民热线，急事打110、119",
        "全国统一电话400-123-4567",
        "办件编号A20261123K7M2QX94J",
        "2026-11-23 09:00 至 2026-12-31 17:30",
        "2026年11月23日，20261123",
        "二〇二六年十一月二十三日",
        "注册资本13800000000元",
        "￥13912345678 已缴",
        "10000000元以上、500万元",
        "依据行政许可法第四十二条、国务院令第716号",
        "事项 MR-FOOD-NEW，实施编码 11440100007482575H3440118009000",
        "基本编码 000131127004 与 500131127004",
        "承诺10个工作日，法定15个工作日，300平方米，1至50人",
        "重庆市沙坪坝区500106",
        "https://example.com/a?b=1",
        "a @ b",
        "卡号 6222020000000000001（校验位不对）",
        "12345678901234567890123456789012345678901234567890",
      })
  void whatIsPublicIsNotFound(String text) {
    assertThat(PersonalTraces.in(text, NOBODY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "张三三     | [张三三]您好",
        "张三三     | 答复[张 三 三]同志",
        "Zhang San  | dear [ZHANG SAN], you may",
        "Zhang San  | dear [ZhangSan], you may",
        "买买提·测试 | [买买提·测试]的申请",
      })
  void theNameOfWhoAskedIsFoundWhereItStands(String name, String marked) {
    int from = marked.indexOf('[');
    String text = marked.replace("[", "").replace("]", "");
    assertThat(PersonalTraces.in(text, Optional.of(new PersonName(name))))
        .extracting(PersonalTrace::kind, PersonalTrace::offset, PersonalTrace::length)
        .containsExactly(tuple(Kind.NAME, from, marked.indexOf(']') - 1 - from));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"张三三 | 张三您好", "Li An | alliance", "李 | 李子和桃子", "张三三 | 三张三"})
  void otherWordsAreNotTheName(String name, String text) {
    assertThat(PersonalTraces.in(text, Optional.of(new PersonName(name)))).isEmpty();
  }

  @Test
  void aDepartmentsOwnNumberMayStandAndOthersMayNot() {
    String text = "咨询电话 023-00000002，也可以打 023-00000009";
    assertThat(PersonalTraces.in(text, NOBODY, Set.of("(023) 00000002")))
        .extracting(PersonalTrace::offset)
        .containsExactly(23);
    assertThat(PersonalTraces.in(text, NOBODY)).hasSize(2);
  }

  @Test
  void everyFindingIsTold() {
    assertThat(
            PersonalTraces.in(
                "测试人甲 500106190001010019 13800138000 a@b.cn", Optional.of(new PersonName("测试人甲"))))
        .extracting(PersonalTrace::kind)
        .containsExactly(Kind.NAME, Kind.ID_NUMBER, Kind.PHONE, Kind.EMAIL);
  }

  @Property
  void aRightIdentityNumberIsFoundWhereverItStands(
      @ForAll String before, @ForAll("numbers") String number, @ForAll String after) {
    assertFound(before, number, after);
  }

  @Property
  void itIsFoundAmongDigitsToo(
      @ForAll("digits") String before,
      @ForAll("numbers") String number,
      @ForAll("digits") String after) {
    assertFound(before, number, after);
  }

  @Property
  void itIsFoundInWhateverWidthAndParts(
      @ForAll("numbers") String number,
      @ForAll("joints") List<String> joints,
      @ForAll boolean wide,
      @ForAll("digits") String before) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      char sign = number.charAt(i);
      written.append(i == 0 ? "" : joints.get(i)).append(wide ? (char) (sign + 0xfee0) : sign);
    }
    assertFound(before, written.toString(), "");
  }

  private static void assertFound(String before, String number, String after) {
    String text = before + number + after;
    // A half of a character before the number and one behind it stay what they are.
    int offset = before.codePointCount(0, before.length());
    int length = number.codePointCount(0, number.length());
    assertThat(PersonalTraces.in(text, NOBODY))
        .contains(new PersonalTrace(Kind.ID_NUMBER, offset, length));
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.integers()
        .between(1800, 2099)
        .flatMap(
            year ->
                Arbitraries.integers()
                    .between(0, 365 * 1000 - 1)
                    .map(
                        n ->
                            "500106%s%03d"
                                .formatted(
                                    LocalDate.ofYearDay(year, n / 1000 + 1)
                                        .format(DateTimeFormatter.BASIC_ISO_DATE),
                                    n % 1000)))
        .map(first17 -> first17 + CitizenId.checkCharacter(first17));
  }

  @Provide
  Arbitrary<String> digits() {
    return Arbitraries.strings().numeric().withChars('X', '-', ' ').ofMaxLength(30);
  }

  @Provide
  Arbitrary<List<String>> joints() {
    return Arbitraries.of("", "", " ", "-", "  ", "\u3000", "\u2014", ".", "\u200b", "\t")
        .list()
        .ofSize(CitizenId.LENGTH);
  }

  static List<String> hostile() {
    return List.of(
        "1~".repeat(2000),
        "1" + "\u200b".repeat(3000),
        "@".repeat(3000),
        "a.".repeat(2000) + "@",
        "5001061900".repeat(400),
        "+1".repeat(3000),
        "\uD83D");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatComesBeforeDoesNotHideIt(String before) {
    String text = before + "，13800138000";
    assertThat(PersonalTraces.in(text, NOBODY))
        .contains(new PersonalTrace(Kind.PHONE, before.codePointCount(0, before.length()) + 1, 11));
  }
}
