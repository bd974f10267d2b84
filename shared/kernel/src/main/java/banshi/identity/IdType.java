package banshi.identity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Kinds of document that name a person or a company (证件类型). */
public enum IdType {
  /** Citizen identity card (居民身份证). */
  ID_CARD("CITIZEN"),
  /** Residence permit of Hong Kong, Macau and Taiwan residents (港澳台居民居住证). */
  RESIDENCE_PERMIT("CITIZEN"),
  /** Travel permit of Hong Kong and Macau residents (港澳居民来往内地通行证, 回乡证). */
  HM_PERMIT("HM_PERMIT"),
  /** Travel permit of Taiwan residents (台湾居民来往大陆通行证, 台胞证). */
  TW_PERMIT("TW_PERMIT"),
  /** Permanent residence card of foreigners (外国人永久居留身份证), of 15 or of 18 characters. */
  FOREIGNER_PERMIT("CITIZEN"),
  /** Passport (护照); its number is unique only within the country that gave it. */
  PASSPORT,
  /** Unified social credit code (统一社会信用代码), of companies and other units. */
  CREDIT_CODE("CREDIT_CODE"),
  /** Any other document; nothing is known of its numbers. */
  OTHER;

  private static final Pattern HM = Pattern.compile("[HM](\\d{8}|\\d{10})");
  private static final Pattern TW = Pattern.compile("\\d{8}|\\d{10}[A-Z]?");
  private static final Pattern FOREIGNER_OLD = Pattern.compile("[A-Z]{3}\\d{12}");
  private static final Pattern PASSPORT_NUMBER = Pattern.compile("[A-Z0-9]{5,20}");

  private final Optional<String> numberSpace;

  IdType() {
    this.numberSpace = Optional.empty();
  }

  IdType(String numberSpace) {
    this.numberSpace = Optional.of(numberSpace);
  }

  /** The type that tokens and forms spell {@code name}, exactly. */
  public static Optional<IdType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** What is found on {@code number}; that a birth date lies in the future cannot be told. */
  public IdCheck check(String number) {
    return check(number, LocalDate.MAX);
  }

  /**
   * What is found on {@code number}, as a person typed it, seen on the day {@code today}. Of the
   * permits and the passport the form alone is known; of {@link #OTHER} only that it is there.
   */
  public IdCheck check(String number, LocalDate today) {
    String clean = normalised(number);
    if (clean.isEmpty()) {
      return IdCheck.of(EnumSet.of(IdProblem.LENGTH));
    }
    return IdCheck.of(
        switch (this) {
          case ID_CARD -> citizen(clean, today, EnumSet.of(CitizenId.Holder.MAINLAND));
          case RESIDENCE_PERMIT ->
              citizen(
                  clean,
                  today,
                  EnumSet.of(
                      CitizenId.Holder.HONG_KONG, CitizenId.Holder.MACAU, CitizenId.Holder.TAIWAN));
          case FOREIGNER_PERMIT ->
              clean.length() == 15
                  ? form(clean, FOREIGNER_OLD)
                  : citizen(clean, today, EnumSet.of(CitizenId.Holder.FOREIGN));
          case HM_PERMIT -> form(clean, HM);
          case TW_PERMIT -> form(clean, TW);
          case PASSPORT -> form(clean, PASSPORT_NUMBER);
          case CREDIT_CODE -> CreditCode.problems(clean);
          case OTHER -> Set.of();
        });
  }

  /**
   * A number as it is compared and kept: no space around it, full-width characters (as Chinese
   * keyboards type them) narrowed, letters as capitals.
   */
  public static String normalised(String number) {
    StringBuilder narrow = new StringBuilder(number.length());
    for (char c : number.toCharArray()) {
      narrow.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
    }
    return narrow.toString().strip().toUpperCase(Locale.ROOT);
  }

  /**
   * The set of documents in which a number of this type names one holder, where there is one. Types
   * that share the form of the citizen identity number share its numbers.
   */
  Optional<String> numberSpace() {
    return numberSpace;
  }

  private static Set<IdProblem> citizen(
      String number, LocalDate today, Set<CitizenId.Holder> expected) {
    Set<IdProblem> problems = CitizenId.problems(number, today);
    CitizenId.holder(number)
        .filter(holder -> !expected.contains(holder))
        .ifPresent(holder -> problems.add(IdProblem.OTHER_KIND));
    return problems;
  }

  private static Set<IdProblem> form(String number, Pattern form) {
    return form.matcher(number).matches() ? Set.of() : EnumSet.of(IdProblem.CHARACTERS);
  }
}
