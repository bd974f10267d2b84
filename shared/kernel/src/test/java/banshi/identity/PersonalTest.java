package banshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import banshi.identity.PersonalValueRefused.Reason;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTest {
  private static final Disclosure STORAGE = new Disclosure.Storage();
  private static final Map<String, Function<String, Personal>> CONSTRUCTORS =
      Map.of(
          "name", PersonName::new,
          "id number", IdNumber::new,
          "phone", Phone::new,
          "openid", OpenId::new);

  private final ApplicantIdentity identity =
      new ApplicantIdentity(
          new PersonName("测试人甲"),
          IdType.ID_CARD,
          Optional.of(new IdNumber("500106190001010019")),
          Optional.of(new Phone("13800000000")),
          ApplicantType.PERSON);

  @ParameterizedTest
  @CsvSource({
    "张三, 张*",
    "欧阳测试, 欧*",
    "测, *",
    "Smith John, S*",
    "𠮷田, 𠮷*",
    "买买提·测试, 买*",
    "重庆市测试有限公司, 重*",
  })
  void aNameShowsItsFirstCharacter(String name, String mask) {
    assertThat(new PersonName(name)).hasToString(mask);
  }

  @ParameterizedTest
  @CsvSource({
    "500106190001010019, 500106********0019",
    "50010619000101006x, 500106********006X",
    "91500106000000019X, 915001********019X",
    "H00001234, *****1234",
    "E00001234, *****1234",
    "12345678, ******78",
    "123456, ****56",
    "12345, *****",
    "1, *",
    "军字第0001234号, *******234号",
  })
  void anIdNumberShowsAtMostItsFirstSixAndLastFour(String number, String mask) {
    assertThat(new IdNumber(number)).hasToString(mask);
  }

  @ParameterizedTest
  @CsvSource({
    "13800000000, 138****0000",
    "138 0000 0000, 138****0000",
    "+86 138-0000-0000, 138****0000",
    "008613800000000, 138****0000",
    "8613800000000, 138****0000",
    "１３８００００００００, 138****0000",
    "+85200001234, ********1234",
    "00001234, ****1234",
    "0000012, *****12",
    "10000, ***00",
  })
  void aPhoneShowsAtMostItsFirstThreeAndLastFour(String number, String mask) {
    assertThat(new Phone(number)).hasToString(mask);
  }

  @ParameterizedTest
  @CsvSource({
    "oTest-Of_an-openid-00000001, ***********************0001",
    "oTest-000001, ********0001",
    "oTest-00001, ***********",
    "o, *",
  })
  void anOpenIdShowsAtMostItsLastFour(String openId, String mask) {
    assertThat(new OpenId(openId)).hasToString(mask);
  }

  @Test
  void mainlandMobilesAreToldFromOtherNumbers() {
    assertThat(new Phone("+86 13800000000").isMainlandMobile()).isTrue();
    assertThat(new Phone("02300000001").isMainlandMobile()).isFalse();
    assertThat(new Phone("+85200001234").isMainlandMobile()).isFalse();
  }

  @Property
  void noMaskOfANumberShowsMoreThanTenOrUnstarsAShortOne(
      @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 1, max = 40) String digits) {
    String mask = new IdNumber(digits).masked();
    long shown = mask.chars().filter(c -> c != '*').count();
    assertThat(mask).hasSameSizeAs(digits);
    assertThat(shown).isLessThanOrEqualTo(digits.length() == 18 ? 10 : 4);
    assertThat(shown * 2).isLessThanOrEqualTo(digits.length() == 18 ? 20 : digits.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"张*", "500106********0019", "138****0000", "＊", "∗∗∗"})
  void aMaskCannotBeWrittenBack(String mask) {
    CONSTRUCTORS.forEach(
        (what, make) -> assertRefused(what, Reason.MASKED, () -> make.apply(mask)));
  }

  @Test
  void everyMaskIsRefusedAsAValue() {
    assertRefused("name", Reason.MASKED, () -> new PersonName(identity.name().masked()));
    assertRefused(
        "id", Reason.MASKED, () -> new IdNumber(identity.idNumber().orElseThrow().masked()));
    assertRefused("phone", Reason.MASKED, () -> new Phone(identity.phone().orElseThrow().masked()));
  }

  @Test
  void blankLongAndInvisibleTextsAreRefused() {
    CONSTRUCTORS.forEach(
        (what, make) -> {
          assertRefused(what, Reason.BLANK, () -> make.apply(""));
          assertRefused(what, Reason.BLANK, () -> make.apply(" \u3000\n"));
          assertRefused(what, Reason.TOO_LONG, () -> make.apply("1".repeat(101)));
          for (String odd : List.of("1\u00002", "1\u202e2", "1\ud8002", "1\u200b2", "1\u20282")) {
            assertRefused(what, Reason.CHARACTERS, () -> make.apply(odd));
          }
        });
    assertRefused("phone", Reason.FORMAT, () -> new Phone("phone"));
    assertRefused("phone", Reason.FORMAT, () -> new Phone("1234"));
    assertRefused("phone", Reason.FORMAT, () -> new Phone("1234567890123456"));
    assertRefused("openid", Reason.FORMAT, () -> new OpenId("o/../x"));
    assertRefused("openid", Reason.FORMAT, () -> new OpenId("微信"));
    assertRefused("openid", Reason.TOO_LONG, () -> new OpenId("o".repeat(65)));
  }

  @Test
  void lengthsCountCharactersAndNotTheirHalves() {
    assertThat(new PersonName("𠮷".repeat(100)).clear(STORAGE)).hasSize(200);
  }

  @Test
  void aRefusalDoesNotQuoteTheText() {
    assertThatExceptionOfType(PersonalValueRefused.class)
        .isThrownBy(() -> new Phone("not-a-phone-13800000000"))
        .withMessage("no Phone: FORMAT")
        .satisfies(e -> assertThat(e.code()).isEqualTo("format"));
  }

  @Test
  void theClearValueIsWhatWasGivenInItsKeptForm() {
    assertThat(new PersonName(" 测试人甲 ").clear(STORAGE)).isEqualTo("测试人甲");
    assertThat(new IdNumber("50010619000101006x").clear(STORAGE)).isEqualTo("50010619000101006X");
    assertThat(new Phone("+86 138 0000 0000").clear(STORAGE)).isEqualTo("13800000000");
    assertThat(new OpenId("oTest-A").clear(STORAGE)).isEqualTo("oTest-A");
  }

  @Test
  void equalValuesAreEqual() {
    assertThat(new Phone("+8613800000000")).isEqualTo(new Phone("13800000000"));
    assertThat(new Phone("13800000000")).hasSameHashCodeAs(new Phone("138-0000-0000"));
    assertThat(new IdNumber("x1")).isEqualTo(new IdNumber("X1")).isNotEqualTo(new IdNumber("X2"));
    assertThat(new OpenId("oA")).isEqualTo(new OpenId("oA")).isNotEqualTo(new OpenId("oa"));
    assertThat(new PersonName("x"))
        .isEqualTo(new PersonName("x"))
        .isNotEqualTo(new PersonName("y"));
  }

  @Test
  void aRecordOfPersonalValuesPrintsMasked() {
    assertThat(identity.toString())
        .contains("测*", "500106********0019", "138****0000")
        .doesNotContain("测试", "19000101", "13800000000");
  }

  @Test
  void jsonShowsMasksWhateverTheMapperIsSetTo() throws Exception {
    ObjectMapper plain = new ObjectMapper().registerModule(new Jdk8Module());
    ObjectMapper lenient =
        plain
            .copy()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.ANY);
    for (ObjectMapper mapper : List.of(plain, lenient)) {
      assertThat(mapper.writeValueAsString(identity))
          .contains("\"测*\"", "\"500106********0019\"", "\"138****0000\"")
          .doesNotContain("测试", "19000101", "13800000000");
      assertThat(mapper.writeValueAsString(Map.of(new Phone("13800000000"), 1)))
          .isEqualTo("{\"138****0000\":1}");
      assertThat(mapper.convertValue(identity.name(), String.class)).isEqualTo("测*");
    }
  }

  @Test
  void personalValuesAreNotSerializable() {
    for (Personal value :
        List.of(
            identity.name(),
            identity.idNumber().orElseThrow(),
            identity.phone().orElseThrow(),
            new OpenId("oTest-A"))) {
      assertThatExceptionOfType(NotSerializableException.class)
          .isThrownBy(
              () -> {
                try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
                  out.writeObject(value);
                }
              });
    }
  }

  @Test
  void aRecordedDisclosureNamesReaderAndPurpose() {
    Instant now = Instant.parse("2026-11-23T01:00:00Z");
    assertThat(new PersonName("测试").clear(new Disclosure.Recorded("officer-1", "call back", now)))
        .isEqualTo("测试");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Disclosure.Recorded("officer-1", " ", now));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Disclosure.Recorded("", "call back", now));
  }

  @Test
  void anUnsoundIdNumberIsFlaggedAndNotLost() {
    ApplicantIdentity unsound =
        new ApplicantIdentity(
            identity.name(),
            IdType.ID_CARD,
            Optional.of(new IdNumber("500106190001010018")),
            Optional.empty(),
            ApplicantType.PERSON);
    assertThat(unsound.idProblems()).containsExactly(IdProblem.CHECK_CHARACTER);
    assertThat(identity.idProblems()).isEmpty();
  }

  private static void assertRefused(String what, Reason reason, ThrowingCallable call) {
    assertThatExceptionOfType(PersonalValueRefused.class)
        .as(what)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.reason()).as(what).isEqualTo(reason));
  }
}
