package banshi.startup.names;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.text.Fault;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NamesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final NameRules RULES = NameRules.published();

  private static ProposedName named(String tradeName) {
    return new ProposedName(
        "重庆市沙坪坝区", tradeName, "CATERING", OrganisationForm.LLC, Optional.empty());
  }

  private static NameCheck check(ProposedName name) {
    return RULES.check(name, TODAY);
  }

  @Test
  void aNameIsComposedOfItsFourParts() {
    assertThat(check(named("渝味小馆")))
        .isEqualTo(
            new NameCheck(
                Optional.of(
                    new CompanyName(
                        "500106",
                        "CATERING",
                        "渝味小馆",
                        OrganisationForm.LLC,
                        "重庆市沙坪坝区渝味小馆餐饮有限公司",
                        2)),
                List.of()));
  }

  @Test
  void theWordTypedForTheIndustryStandsInTheNameAndIsTheSameIndustry() {
    var name =
        check(
                new ProposedName(
                    "500106", " 渝味　", "火锅", OrganisationForm.SOLE_PROPRIETOR, Optional.of("店")))
            .name()
            .orElseThrow();
    assertThat(name.full()).isEqualTo("重庆市沙坪坝区渝味火锅店");
    assertThat(name.industry()).isEqualTo("CATERING");
    assertThat(name.tradeName()).isEqualTo("渝味");
  }

  @Test
  void aNameIsKeptForAYearWhereAnApprovalComesFirst() {
    var name = new ProposedName("500106", "磐石", "保安服务", OrganisationForm.LLC, Optional.empty());
    assertThat(check(name).name().orElseThrow().months()).isEqualTo(12);
  }

  @Test
  void aCountryBeforeInternationalIsNone() {
    assertThat(check(named("和美国际")).faults()).isEmpty();
    assertThat(codes(check(named("和美国")))).containsExactly("foreign-or-international");
  }

  @Test
  void aDivisionThatMeansSomethingElseMayBeATradeName() {
    assertThat(check(named("长寿")).faults()).isEmpty();
  }

  @Test
  void noRegistryTakesNamesBeforeItsFirstDay() {
    assertThat(RULES.registries(LocalDate.of(2021, 2, 28))).isEmpty();
    assertThat(RULES.registries(LocalDate.of(2021, 3, 1))).hasSize(1);
  }

  /** A way to break one rule, and where that is told. */
  private record Broken(NameFault fault, String pointer, ProposedName name) {}

  private static List<Broken> brokenOnce() {
    String trade = "/tradeName";
    return List.of(
        new Broken(NameFault.DISTRICT_WITHOUT_CITY, "/district", inDistrict("沙坪坝区")),
        new Broken(NameFault.DISTRICT_NOT_SERVED, "/district", inDistrict("重庆市渝中区")),
        new Broken(
            NameFault.INDUSTRY_UNKNOWN,
            "/industry",
            new ProposedName("500106", "渝味", "星际航行", OrganisationForm.LLC, Optional.empty())),
        new Broken(
            NameFault.ENDING_NOT_OF_FORM,
            "/ending",
            new ProposedName("500106", "渝味", "餐饮", OrganisationForm.LLC, Optional.of("店"))),
        new Broken(NameFault.TRADE_NAME_TOO_SHORT, trade, named("渝")),
        new Broken(NameFault.TRADE_NAME_TOO_LONG, trade, named("渝味山城两江沙磁歌乐山")),
        new Broken(NameFault.TRADE_NAME_CHARACTERS, trade, named("渝味Ａ8")),
        new Broken(NameFault.TRADE_NAME_IS_DIVISION, trade, named("北碚")),
        new Broken(NameFault.TRADE_NAME_IS_INDUSTRY, trade, named("火锅")),
        new Broken(NameFault.TRADE_NAME_HAS_FORM_WORDS, trade, named("渝味集团")),
        new Broken(NameFault.NATIONAL_WORD, trade, named("中华渝味")),
        new Broken(NameFault.HARMS_STATE, trade, named("国徽渝味")),
        new Broken(NameFault.HARMS_PUBLIC_INTEREST, trade, named("渝味传销")),
        new Broken(NameFault.PARTY_STATE_OR_ARMY, trade, named("国务院小馆")),
        new Broken(NameFault.FOREIGN_OR_INTERNATIONAL, trade, named("联合国小馆")),
        new Broken(NameFault.OBSCENE_OR_VIOLENT, trade, named("渝味赌场")),
        new Broken(NameFault.DISCRIMINATORY, trade, named("鬼子小馆")),
        new Broken(NameFault.AGAINST_GOOD_MORALS, trade, named("骗子小馆")),
        new Broken(NameFault.MISLEADING, trade, named("渝味最佳")),
        new Broken(NameFault.FORBIDDEN_ELSEWHERE, trade, named("渝味银行")));
  }

  private static ProposedName inDistrict(String district) {
    return new ProposedName(district, "渝味", "餐饮", OrganisationForm.LLC, Optional.empty());
  }

  @TestFactory
  Stream<DynamicTest> eachRuleBrokenOnceIsToldWhereItIsBrokenAndNothingElseIs() {
    return brokenOnce().stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.fault().code(),
                    () -> {
                      NameCheck found = check(broken.name());
                      assertThat(found.name()).isEmpty();
                      assertThat(found.faults())
                          .extracting(Fault::pointer, Fault::code)
                          .containsExactly(
                              org.assertj.core.groups.Tuple.tuple(
                                  broken.pointer(), broken.fault().code()));
                      assertThat(found.faults()).allSatisfy(NamesTest::saysWhyInBothLanguages);
                    }));
  }

  @Test
  void everyRuleIsBrokenInThisTest() {
    assertThat(brokenOnce().stream().map(Broken::fault))
        .containsExactlyInAnyOrder(NameFault.values());
  }

  @Test
  void allRulesThatCanBeBrokenTogetherAreToldTogether() {
    var worst =
        new ProposedName(
            "渝中", "中国国徽传销国务院美国赌博鬼子骗子最佳银行有限公司A", "星际航行", OrganisationForm.LLC, Optional.of("帝国"));
    // Too short, a division, an industry, and a district without its city are the contraries.
    Set<NameFault> together = EnumSet.allOf(NameFault.class);
    together.removeAll(
        Set.of(
            NameFault.DISTRICT_WITHOUT_CITY,
            NameFault.TRADE_NAME_TOO_SHORT,
            NameFault.TRADE_NAME_IS_DIVISION,
            NameFault.TRADE_NAME_IS_INDUSTRY));
    assertThat(codes(check(worst)))
        .containsExactlyInAnyOrderElementsOf(together.stream().map(NameFault::code).toList());
  }

  private static void saysWhyInBothLanguages(Fault fault) {
    assertThat(fault.detail().zh()).matches("(?s).+（《.+》第[一二三四五六七八九十百零]+条）").doesNotContain("%");
    assertThat(fault.detail().en()).matches("(?s)[\\x20-\\x7E、\\p{IsHan}]+ \\(.+, art\\. \\d+\\)");
  }

  private static List<String> codes(NameCheck check) {
    return check.faults().stream().map(Fault::code).toList();
  }

  @Test
  void everyIndustryGivesAnAcceptableNameUnderEachOfItsWordsAndNoWordMeansTwo() {
    Set<String> seen = new HashSet<>();
    for (Industry industry : RULES.industries()) {
      assertThat(industry.code()).matches("[A-Z]+(-[A-Z]+)*");
      assertThat(industry.section()).matches("[A-T]");
      assertThat(industry.word().en()).isNotBlank();
      for (String word : industry.words()) {
        assertThat(seen.add(word)).as(word).isTrue();
        assertThat(RULES.industry(word)).as(word).contains(industry);
        for (OrganisationForm form : OrganisationForm.values()) {
          for (String ending : RULES.endings(form)) {
            assertThat(
                    check(new ProposedName("500106", "渝味", word, form, Optional.of(ending)))
                        .faults())
                .isEmpty();
          }
        }
      }
    }
    assertThat(RULES.industries().stream().map(Industry::code)).doesNotHaveDuplicates();
  }

  @Test
  void articlesAreCitedAsLawsNumberThem() {
    assertThat(Article.COMPANIES_42.citation().zh()).isEqualTo("《公司法》第四十二条");
    assertThat(Article.COMPANIES_10.citation().zh()).isEqualTo("《公司法》第十条");
    assertThat(Article.NAMES_12.citation().zh()).isEqualTo("《企业名称登记管理规定》第十二条");
    assertThat(Article.COMPANIES_178.citation().zh()).isEqualTo("《公司法》第一百七十八条");
    assertThat(Article.OWNERS_3.citation().zh()).isEqualTo("《受益所有人信息管理办法》第三条");
    assertThat(Article.COMPANIES_42.citation().en()).isEqualTo("Company Law, art. 42");
    assertThat(Arrays.stream(Article.values()).map(Article::citation)).doesNotHaveDuplicates();
    for (Article article : Article.values()) {
      assertThat(article.citation().en().toUpperCase(Locale.ROOT))
          .endsWith(article.name().replaceAll(".*_", " "));
    }
  }
}
