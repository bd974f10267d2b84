package banshi.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether a value is what a field holds. */
final class FieldCheck {
  private static final Pattern CITIZEN_ID = Pattern.compile("[0-9]{17}[0-9X]");
  private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
  private static final Pattern PHONE =
      Pattern.compile(
          "1[3-9][0-9]{9}" // mainland mobile
              + "|(\\+?852)?[569][0-9]{7}" // Hong Kong
              + "|(\\+?853)?6[0-9]{7}" // Macau
              + "|(\\+?886)?0?9[0-9]{8}" // Taiwan
              + "|0[0-9]{2,3}-?[0-9]{7,8}"); // mainland landline
  private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);

  private final Predicate<String> citizenId;
  private final Predicate<String> creditCode;

  FieldCheck(Predicate<String> citizenId, Predicate<String> creditCode) {
    this.citizenId = citizenId;
    this.creditCode = creditCode;
  }

  /** What is wrong with {@code value} at {@code pointer}, if anything. */
  Optional<Fault> fault(Field field, String pointer, JsonNode value) {
    return switch (field.kind()) {
      case BOOLEAN -> unless(value.isBoolean(), wrongType(pointer, "是或否", "true or false"));
      case NUMBER -> number(field, pointer, value);
      case TEXT, ADDRESS, DATE, CHOICE, CITIZEN_ID, CREDIT_CODE, PHONE ->
          value.isTextual()
              ? text(field, pointer, value.textValue())
              : Optional.of(wrongType(pointer, "文字", "a text"));
    };
  }

  private Optional<Fault> text(Field field, String pointer, String text) {
    return switch (field.kind()) {
      case TEXT, ADDRESS -> length(field, pointer, text);
      case DATE -> date(pointer, text);
      case CHOICE ->
          unless(
              field.choices().stream().anyMatch(choice -> choice.code().equals(text)),
              Faults.notOneOf(pointer, field.choices()));
      case CITIZEN_ID ->
          code(
              pointer,
              text,
              CITIZEN_ID,
              citizenId,
              "citizen-id",
              "身份证件号码",
              "18 digits, the last of which may be X");
      case CREDIT_CODE ->
          code(
              pointer,
              text,
              CREDIT_CODE,
              creditCode,
              "credit-code",
              "统一社会信用代码",
              "18 digits and capital letters without I, O, S, V and Z");
      case PHONE ->
          unless(
              PHONE.matcher(text).matches(),
              Fault.at(pointer, "bad-format", "请填写电话号码", "Must be a telephone number."));
      case NUMBER, BOOLEAN -> Optional.empty();
    };
  }

  /** A wrong shape is a fault; a wrong check character only a warning, for legacy codes have it. */
  private static Optional<Fault> code(
      String pointer,
      String text,
      Pattern shape,
      Predicate<String> agrees,
      String code,
      String zh,
      String en) {
    if (!shape.matcher(text).matches()) {
      return Optional.of(Fault.at(pointer, "bad-format", "请填写18位" + zh, "Must be " + en + "."));
    }
    return unless(
        agrees.test(text),
        Fault.at(
                pointer,
                code + "-check-digit",
                zh + "的校验码不符，请核对",
                "The check character does not agree; please look again.")
            .asWarning());
  }

  private static Optional<Fault> length(Field field, String pointer, String text) {
    int most = field.maxLength().orElse(Integer.MAX_VALUE);
    return unless(
        text.codePointCount(0, text.length()) <= most,
        Fault.at(
            pointer, "too-long", "最多" + most + "个字", "Must have at most " + most + " characters."));
  }

  private static Optional<Fault> number(Field field, String pointer, JsonNode value) {
    if (!value.isNumber()) {
      return Optional.of(wrongType(pointer, "数字", "a number"));
    }
    return field
        .range()
        .filter(range -> !range.admits(value))
        .map(range -> Faults.outOfRange(pointer, range));
  }

  private static Optional<Fault> date(String pointer, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      return unless(
          !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE),
          Fault.at(pointer, "out-of-range", "日期应在1900年至2199年之间", "Must be from 1900 to 2199."));
    } catch (DateTimeParseException malformed) {
      return Optional.of(
          Fault.at(
              pointer, "bad-format", "请按年-月-日填写存在的日期", "Must be a date that exists, yyyy-MM-dd."));
    }
  }

  private static Fault wrongType(String pointer, String zh, String en) {
    return Fault.at(pointer, "wrong-type", "此处应为" + zh, "Must be " + en + ".");
  }

  private static Optional<Fault> unless(boolean right, Fault fault) {
    return right ? Optional.empty() : Optional.of(fault);
  }
}
