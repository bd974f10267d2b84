package banshi.startup;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Rating;
import banshi.cases.Sample;
import banshi.identity.ApplicantKey;
import banshi.identity.IdNumber;
import banshi.identity.IdType;
import banshi.identity.PersonName;
import banshi.identity.Phone;
import banshi.startup.form.ContributionMethod;
import banshi.startup.form.Control;
import banshi.startup.form.Role;
import banshi.startup.form.ScopeItem;
import banshi.startup.form.Service;
import banshi.startup.form.StartupForm;
import banshi.startup.form.Street;
import banshi.startup.form.Tenure;
import banshi.startup.licence.Licence;
import banshi.startup.names.OrganisationForm;
import banshi.text.Text;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a start-up is written, and what is signed: nothing is lost, and nothing can be changed. */
class CodecTest {
  private static final StartupCodec CODEC = new StartupCodec();
  private static final StartupDetails.Name NAME =
      new StartupDetails.Name("00000000-0000-4000-8000-000000000001", "重庆市沙坪坝区示例餐饮管理有限公司");

  /** A form in which everything that may be there is. */
  private static final StartupForm FULL = form("500000", "100");

  /** What another value of a member is; every other text gets one more character. */
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("form", "SOLE_PROPRIETOR"),
          Map.entry("tenure", "OTHER"),
          Map.entry("role", "MANAGER"),
          Map.entry("idType", "OTHER"),
          Map.entry("method", "DATA"),
          Map.entry("control", "VOTES"),
          Map.entry("dueBy", "2031-11-22"),
          Map.entry("phone", "13800000009"),
          Map.entry("services", "BANK"));

  private static StartupForm form(String capital, String share) {
    return new StartupForm(
        OrganisationForm.LLC,
        new StartupForm.Company(
            Optional.of(new BigDecimal(capital)),
            List.of(
                new ScopeItem(
                    "CATERING",
                    new Text("餐饮服务", "Catering"),
                    Optional.of(new Text("食品经营许可", "Food licence")),
                    Optional.of("MR-FOOD-NEW"))),
            new StartupForm.Address(
                new Street("500106001", Optional.of("小龙坎街道")), "示例路1号", Tenure.RENTED),
            true,
            false),
        List.of(
            new StartupForm.Entry(
                Role.SHAREHOLDER,
                new PersonName("张三"),
                IdType.ID_CARD,
                new IdNumber("500106190001010019"),
                Optional.of(new Phone("13800000000")),
                Optional.of(new BigDecimal(share)),
                Optional.of(
                    new StartupForm.Contribution(
                        new BigDecimal(capital),
                        ContributionMethod.CASH,
                        LocalDate.of(2031, 11, 23))),
                Optional.of(Control.EQUITY)),
            new StartupForm.Entry(
                Role.LIAISON,
                new PersonName("李四"),
                IdType.ID_CARD,
                new IdNumber("500106190001010027"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        List.of(Service.SEAL, Service.TAX));
  }

  private static StartupDetails bare(StartupForm form) {
    return new StartupDetails(
        NAME,
        form,
        StartupCodec.hash(NAME, form),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static StartupDetails full() {
    return bare(FULL)
        .signed(
            new StartupDetails.Signature(
                new ApplicantKey("s".repeat(32)), "a".repeat(64), Sample.MONDAY))
        .corrected(
            new StartupDetails.Correction(
                List.of(
                    new StartupDetails.Correction.Item(Optional.of("/company/address"), "门牌有误"),
                    new StartupDetails.Correction.Item(Optional.empty(), "章程缺页")),
                10,
                "细则第十八条",
                Sample.MONDAY))
        .denied(new StartupDetails.Denial("理由", "依据", new Text("救济", "Remedy"), Sample.MONDAY))
        .given(
            new StartupDetails.Result(
                    "BANK",
                    true,
                    Optional.of("1"),
                    Optional.of("示例银行"),
                    Optional.of(Sample.MONDAY),
                    Sample.MONDAY,
                    List.of())
                .corrected(
                    "改期",
                    Optional.of("2"),
                    Optional.empty(),
                    Optional.of(Sample.MONDAY.plusSeconds(60)),
                    Sample.MONDAY))
        .given(
            new StartupDetails.Result(
                "TAX",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sample.MONDAY,
                List.of()))
        .licensed(
            new Licence(
                "91500106000000019X",
                NAME.full(),
                new Text("有限责任公司(自然人独资)", "Limited liability company (one natural person)"),
                "张三",
                new Licence.Capital(new BigDecimal("500000")),
                LocalDate.of(2026, 11, 23),
                "重庆市沙坪坝区小龙坎街道示例路1号",
                List.of("餐饮服务"),
                "重庆市沙坪坝区市场监督管理局",
                LocalDate.of(2026, 11, 23)))
        .rated(new Rating(5, List.of("慢"), Optional.of("太慢"), Sample.MONDAY));
  }

  static Stream<StartupDetails> written() {
    return Stream.of(bare(FULL), full());
  }

  @ParameterizedTest
  @MethodSource("written")
  void whatIsWrittenIsReadAgain(StartupDetails details) {
    assertThat(CODEC.decode(CODEC.encode(details))).isEqualTo(details);
  }

  @Test
  void zerosThatSayNothingAreNotSigned() {
    assertThat(StartupCodec.hash(NAME, form("500000.00", "100.0000")))
        .isEqualTo(StartupCodec.hash(NAME, FULL))
        .isNotEqualTo(StartupCodec.hash(NAME, form("500000.01", "100")));
  }

  @Test
  void whatWasStoredHasTheHashOfWhatWasSigned() {
    StartupDetails stored = CODEC.decode(CODEC.encode(bare(form("500000.00", "100.00"))));
    assertThat(StartupCodec.hash(stored.name(), stored.form())).isEqualTo(stored.formHash());
  }

  /** Every value of the form, at whatever depth, by its pointer. */
  static Stream<String> values() {
    return values("", encoded());
  }

  private static Stream<String> values(String at, JsonNode node) {
    if (node.isObject()) {
      return node.propertyStream()
          .flatMap(member -> values(at + "/" + member.getKey(), member.getValue()));
    }
    return node.isArray()
        ? IntStream.range(0, node.size()).boxed().flatMap(i -> values(at + "/" + i, node.get(i)))
        : Stream.of(at);
  }

  private static ObjectNode encoded() {
    return (ObjectNode) CODEC.encode(bare(FULL)).get("form");
  }

  private static String signed(ObjectNode form) {
    return StartupCodec.hash(NAME, FormCodec.decode(form));
  }

  @ParameterizedTest
  @MethodSource("values")
  void whoeverChangesAValueOfTheFormChangesWhatIsSigned(String at) {
    ObjectNode form = encoded();
    JsonPointer pointer = JsonPointer.compile(at);
    JsonNode parent = form.at(pointer.head());
    if (parent instanceof ArrayNode list) {
      list.set(pointer.last().getMatchingIndex(), OTHERWISE.get(at.split("/")[1]));
    } else if (parent.get(pointer.last().getMatchingProperty()).isBoolean()) {
      String member = pointer.last().getMatchingProperty();
      ((ObjectNode) parent).put(member, !parent.get(member).asBoolean());
    } else {
      String member = pointer.last().getMatchingProperty();
      String value = parent.get(member).asText();
      ((ObjectNode) parent).put(member, OTHERWISE.getOrDefault(member, value + "1"));
    }
    assertThat(signed(form)).isNotEqualTo(StartupCodec.hash(NAME, FULL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/company/capital",
        "/company/address/streetName",
        "/company/businessScope/0/licence",
        "/company/businessScope/0/matter",
        "/people/0/phone",
        "/people/0/share",
        "/people/0/contribution",
        "/people/0/control"
      })
  void whatMayBeLeftOutIsSignedWhereItIsThere(String at) {
    ObjectNode form = encoded();
    JsonPointer pointer = JsonPointer.compile(at);
    ObjectNode parent = (ObjectNode) form.at(pointer.head());
    assertThat(parent.remove(pointer.last().getMatchingProperty())).isNotNull();
    assertThat(signed(form)).isNotEqualTo(StartupCodec.hash(NAME, FULL));
  }

  @Test
  void whoElseIsInItInWhichOrderAndUnderWhichNameIsSigned() {
    ObjectNode turned = encoded();
    turned.withArray("people").add(turned.withArray("people").remove(0));
    ObjectNode fewer = encoded();
    fewer.withArray("people").remove(1);
    assertThat(
            List.of(
                signed(turned),
                signed(fewer),
                StartupCodec.hash(
                    new StartupDetails.Name(NAME.reservation(), NAME.full() + "1"), FULL),
                StartupCodec.hash(
                    new StartupDetails.Name(NAME.reservation() + "1", NAME.full()), FULL)))
        .doesNotHaveDuplicates()
        .doesNotContain(StartupCodec.hash(NAME, FULL));
  }
}
