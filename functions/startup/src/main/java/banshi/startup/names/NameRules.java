package banshi.startup.names;

import banshi.text.Fault;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The form rules and prohibitions on names (企业名称登记管理规定 arts. 5–12; for sole traders by art. 25)
 * that software can judge. Prohibitions are judged by words alone, so a name without a fault may
 * still be one that a person has to refuse. The industry and the ending are of published lists, so
 * the trade name alone is searched.
 *
 * <p>"Standard Chinese characters" (规范汉字) are here the 6,763 characters of GB 2312. That set leaves
 * out traditional forms; it also leaves out some 1,500 rare characters of the General Table of
 * Standard Chinese Characters (通用规范汉字表), among them some that names like, such as 垚: such a name is
 * refused here though the law would have it.
 */
public final class NameRules {
  private static final String DISTRICT = "/district";
  private static final String TRADE_NAME = "/tradeName";
  private static final String INDUSTRY = "/industry";
  private static final String ENDING = "/ending";

  private static final Charset STANDARD = Charset.forName("GB2312");
  private static final int FIRST_IDEOGRAPH = 0x4E00;
  private static final int LAST_IDEOGRAPH = 0x9FA5;

  private static final int SHORTEST = 2;
  private static final int MONTHS = 2;
  private static final int MONTHS_WITH_APPROVAL = 12;

  private final Vocabulary words;

  private NameRules(Vocabulary words) {
    this.words = words;
  }

  private static final class Published {
    static final NameRules RULES = new NameRules(Vocabulary.published());
  }

  /** The rules with the words that this build holds. */
  public static NameRules published() {
    return Published.RULES;
  }

  /** The industries that names may state. */
  public List<Industry> industries() {
    return words.industries();
  }

  /** The registries that take names on {@code today}. */
  public List<Registry> registries(LocalDate today) {
    return words.registries().stream().filter(registry -> registry.isOpen(today)).toList();
  }

  /** The words for {@code form} at the end of a name, the usual one first. */
  public List<String> endings(OrganisationForm form) {
    return List.copyOf(words.endings().get(form));
  }

  /** The industry of a name: by its code or by any of its words. */
  public Optional<Industry> industry(String codeOrWord) {
    String given = normalised(codeOrWord);
    return words.industries().stream()
        .filter(industry -> industry.code().equals(given) || industry.words().contains(given))
        .findFirst();
  }

  /**
   * A part of a name as it is compared and kept: compatibility forms resolved (NFKC, so that
   * full-width letters are seen as letters), no space around it.
   */
  public static String normalised(String part) {
    return Normalizer.normalize(part, Normalizer.Form.NFKC).strip();
  }

  /** Everything that is wrong with {@code proposed} on the day {@code today}, or the name. */
  public NameCheck check(ProposedName proposed, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    Optional<Registry> registry = registry(normalised(proposed.district()), today, faults);
    Optional<Industry> industry = industry(proposed.industry());
    if (industry.isEmpty()) {
      faults.add(NameFault.INDUSTRY_UNKNOWN.at(INDUSTRY));
    }
    String tradeName = normalised(proposed.tradeName());
    form(tradeName, faults);
    meaning(tradeName, faults);
    Optional<String> ending = ending(proposed, faults);
    return faults.isEmpty()
        ? new NameCheck(
            Optional.of(
                new CompanyName(
                    registry.orElseThrow().code(),
                    industry.orElseThrow().code(),
                    tradeName,
                    proposed.form(),
                    registry.orElseThrow().name()
                        + tradeName
                        + stated(industry.orElseThrow(), proposed.industry())
                        + ending.orElseThrow(),
                    industry.orElseThrow().preApproval() ? MONTHS_WITH_APPROVAL : MONTHS)),
            faults)
        : new NameCheck(Optional.empty(), faults);
  }

  private Optional<Registry> registry(String district, LocalDate today, List<Fault> faults) {
    List<Registry> open = registries(today);
    Optional<Registry> found =
        open.stream()
            .filter(one -> one.name().equals(district) || one.code().equals(district))
            .findFirst();
    if (found.isPresent()) {
      return found;
    }
    faults.add(
        open.stream()
            .filter(one -> one.bare().contains(district))
            .findFirst()
            .map(one -> NameFault.DISTRICT_WITHOUT_CITY.at(DISTRICT, one.name()))
            .orElseGet(
                () ->
                    NameFault.DISTRICT_NOT_SERVED.at(
                        DISTRICT, listed(open.stream().map(Registry::name).toList()))));
    return Optional.empty();
  }

  private static String stated(Industry industry, String given) {
    String word = normalised(given);
    return industry.words().contains(word) ? word : industry.word().zh();
  }

  private Optional<String> ending(ProposedName proposed, List<Fault> faults) {
    List<String> possible = words.endings().get(proposed.form());
    String given = proposed.ending().map(NameRules::normalised).orElse(possible.getFirst());
    if (possible.contains(given)) {
      return Optional.of(given);
    }
    faults.add(NameFault.ENDING_NOT_OF_FORM.at(ENDING, listed(possible)));
    return Optional.empty();
  }

  private void form(String tradeName, List<Fault> faults) {
    CharsetEncoder standard = STANDARD.newEncoder();
    List<String> foreign =
        tradeName
            .codePoints()
            .filter(c -> !isStandard(c, standard))
            .distinct()
            .mapToObj(Character::toString)
            .toList();
    if (!foreign.isEmpty()) {
      faults.add(NameFault.TRADE_NAME_CHARACTERS.at(TRADE_NAME, listed(foreign)));
    }
    if (tradeName.codePoints().filter(Character::isIdeographic).count() < SHORTEST) {
      faults.add(NameFault.TRADE_NAME_TOO_SHORT.at(TRADE_NAME));
    }
    if (tradeName.codePointCount(0, tradeName.length()) > words.longest()) {
      faults.add(NameFault.TRADE_NAME_TOO_LONG.at(TRADE_NAME, words.longest()));
    }
  }

  private static boolean isStandard(int c, CharsetEncoder standard) {
    return c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH && standard.canEncode((char) c);
  }

  private void meaning(String tradeName, List<Fault> faults) {
    if (words.divisions().contains(tradeName)) {
      faults.add(NameFault.TRADE_NAME_IS_DIVISION.at(TRADE_NAME));
    }
    if (words.industries().stream().anyMatch(one -> one.words().contains(tradeName))) {
      faults.add(NameFault.TRADE_NAME_IS_INDUSTRY.at(TRADE_NAME));
    }
    found(words.formWords(), tradeName)
        .ifPresent(found -> faults.add(NameFault.TRADE_NAME_HAS_FORM_WORDS.at(TRADE_NAME, found)));
    found(words.nationalWords(), tradeName)
        .ifPresent(found -> faults.add(NameFault.NATIONAL_WORD.at(TRADE_NAME, found)));
    words
        .prohibited()
        .forEach(
            (kind, prohibited) ->
                found(prohibited, tradeName)
                    .ifPresent(found -> faults.add(kind.at(TRADE_NAME, found))));
  }

  private static Optional<String> found(List<String> sought, String tradeName) {
    List<String> found = sought.stream().filter(word -> speaksOf(tradeName, word)).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(listed(found));
  }

  /** 和美国际 is 和美 and 国际: a country before 际 is none. */
  private static boolean speaksOf(String tradeName, String word) {
    String read = word.endsWith("国") ? tradeName.replace(word + "际", "") : tradeName;
    return read.contains(word);
  }

  private static String listed(List<String> words) {
    return words.stream().collect(Collectors.joining("、"));
  }
}
