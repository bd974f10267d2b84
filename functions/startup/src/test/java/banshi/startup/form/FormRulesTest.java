package banshi.startup.form;

import static banshi.startup.form.Forms.TODAY;
import static banshi.startup.form.Forms.and;
import static banshi.startup.form.Forms.ofMany;
import static banshi.startup.form.Forms.ofOne;
import static banshi.startup.form.Forms.person;
import static banshi.startup.form.Forms.soleTrader;
import static banshi.startup.form.Forms.with;
import static banshi.startup.form.Forms.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import banshi.catalogue.Catalogue;
import banshi.identity.IdType;
import banshi.startup.names.OrganisationForm;
import banshi.text.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormRulesTest {
  private static final FormRules RULES = FormRules.published();

  private static FormCheck company(SubmittedForm sent) {
    return RULES.check(sent, OrganisationForm.LLC, TODAY);
  }

  private static StartupForm goodCompany(SubmittedForm sent) {
    FormCheck found = company(sent);
    assertThat(found.faults()).isEmpty();
    return found.form().orElseThrow();
  }

  @Test
  void aCompanyOfOneIsAccepted() {
    StartupForm form = goodCompany(ofOne());
    assertThat(form.company().capital().orElseThrow()).isEqualByComparingTo("500000");
    assertThat(form.company().address().street().name()).contains("小龙坎街道");
    assertThat(form.services()).containsExactly(Service.SEAL, Service.TAX);
    assertThat(form.legalRepresentative().role()).isEqualTo(Role.LEGAL_REPRESENTATIVE);
    assertThat(form.people()).hasSize(8);
  }

  @Test
  void whoSignsIsCountedOnceWithEveryRoleAndWhoIsOnlyNamedDoesNotSign() {
    var signatories = goodCompany(ofOne()).signatories();
    assertThat(signatories).hasSize(2);
    assertThat(signatories.getFirst().roles())
        .containsExactlyInAnyOrder(
            Role.SHAREHOLDER,
            Role.LEGAL_REPRESENTATIVE,
            Role.DIRECTOR,
            Role.MANAGER,
            Role.LIAISON,
            Role.BENEFICIAL_OWNER);
    assertThat(signatories.getLast().roles()).containsExactly(Role.SUPERVISOR);
    assertThat(signatories.getLast().phone()).isPresent();
  }

  @Test
  void aCompanyOfFiftyIsAcceptedAndFiftyThreeSign() {
    assertThat(goodCompany(ofMany(50)).signatories()).hasSize(53);
  }

  @Test
  void aSmallCompanyEndsAtTwentyShareholders() {
    assertThat(goodCompany(without(without(ofMany(20), 24), 22)).in(Role.SUPERVISOR)).hasSize(1);
    assertThat(company(without(without(ofMany(21), 25), 23)).faults())
        .extracting(Fault::code)
        .containsExactly("supervisory-board-needed");
  }

  @Test
  void aSoleTraderIsAcceptedAndSignsAlone() {
    FormCheck found = RULES.check(soleTrader(), OrganisationForm.SOLE_PROPRIETOR, TODAY);
    assertThat(found.faults()).isEmpty();
    StartupForm form = found.form().orElseThrow();
    assertThat(form.legalRepresentative().role()).isEqualTo(Role.OPERATOR);
    assertThat(form.signatories())
        .singleElement()
        .satisfies(one -> assertThat(one.roles()).containsExactly(Role.OPERATOR));
    assertThat(form.company().capital()).isEmpty();
  }

  @Test
  void nobodyNeedSuperviseASmallCompanyWhoseShareholdersAgree() {
    assertThat(
            goodCompany(with(without(ofOne(), 6), Forms::supervisorWaived))
                .company()
                .supervisorWaived())
        .isTrue();
  }

  @Test
  void theExemptionHoldsUpToTenMillionYuanExactly() {
    assertThat(goodCompany(BrokenStakes.rich("10000000")).company().beneficialOwnerExemption())
        .isTrue();
  }

  @Test
  void aCompanyMayHoldSharesAndSignsToo() {
    var form = goodCompany(with(ofOne(), 0, one -> Forms.companyShareholder("100", "500000")));
    assertThat(form.signatories().getFirst().idType()).isEqualTo(IdType.CREDIT_CODE);
  }

  @Test
  void aNumberThatOnlyCallsForALookPasses() {
    // Sound in form; its last check character is wrong, as in some codes that were issued.
    goodCompany(
        with(
            ofOne(),
            0,
            one ->
                Forms.identified(
                    Forms.companyShareholder("100", "500000"),
                    Optional.of(IdType.CREDIT_CODE),
                    Optional.of("915001060000000191"))));
  }

  @Test
  void somebodyIsOfAgeOnTheDayOfTheEighteenthBirthday() {
    goodCompany(with(ofOne(), 6, one -> Forms.born(one, TODAY.minusYears(18))));
  }

  @Test
  void aBeneficialOwnerMayHaveAPassportBecauseOwnersDoNotSign() {
    goodCompany(
        and(
            ofOne(),
            Forms.identified(
                person(Role.BENEFICIAL_OWNER, 5),
                Optional.of(IdType.PASSPORT),
                Optional.of("E00000001"))));
  }

  @TestFactory
  Stream<DynamicTest> eachRuleBrokenOnceIsToldWhereItIsBrokenAndNothingElseIs() {
    return Broken.all().stream()
        .map(
            broken ->
                DynamicTest.dynamicTest(
                    broken.fault().code() + " " + broken.pointer(),
                    () -> {
                      FormCheck found = RULES.check(broken.sent(), broken.form(), TODAY);
                      assertThat(found.form()).isEmpty();
                      assertThat(found.faults())
                          .extracting(Fault::pointer, Fault::code)
                          .containsExactly(tuple(broken.pointer(), broken.fault().code()));
                      assertThat(found.faults()).allSatisfy(FormRulesTest::saysWhyInBothLanguages);
                    }));
  }

  @Test
  void aLegalRepresentativeUnderAgeIsToldForTheirOtherOfficeToo() {
    FormCheck found = company(with(with(ofOne(), 1, Forms::young), 2, Forms::young));
    assertThat(found.faults())
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(
            tuple("/people/1/idNumber", "legal-representative-under-age"),
            tuple("/people/2/idNumber", "officer-under-age"));
    assertThat(found.faults()).allSatisfy(FormRulesTest::saysWhyInBothLanguages);
  }

  @Test
  void everyRuleIsBrokenInThisTest() {
    Set<FormFault> alone = Broken.all().stream().map(Broken::fault).collect(Collectors.toSet());
    assertThat(EnumSet.complementOf(EnumSet.copyOf(alone)))
        .containsExactly(FormFault.LEGAL_REPRESENTATIVE_UNDER_AGE);
  }

  @Test
  void allRulesThatCanBeBrokenTogetherAreToldTogether() {
    FormCheck found = company(WorstForm.company());
    assertThat(found.form()).isEmpty();
    assertThat(found.faults().stream().map(Fault::code).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            WorstForm.together().stream().map(FormFault::code).toList());
    assertThat(found.faults())
        .allSatisfy(FormRulesTest::saysWhyInBothLanguages)
        .extracting(Fault::pointer, Fault::code)
        .doesNotHaveDuplicates();
  }

  @Test
  void allRulesOfASoleTraderAreToldTogether() {
    FormCheck found = RULES.check(WorstForm.soleTrader(), OrganisationForm.SOLE_PROPRIETOR, TODAY);
    assertThat(found.faults())
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/company/capital", "not-of-sole-proprietor"),
            tuple("/company/supervisorWaived", "not-of-sole-proprietor"),
            tuple("/company/beneficialOwnerExemption", "not-of-sole-proprietor"),
            tuple("/people/0/idNumber", "operator-under-age"),
            tuple("/people/0/phone", "liaison-mobile"),
            tuple("/people/1/role", "role-not-of-form"),
            tuple("/people", "operator-count"));
  }

  @Test
  void aFormWithNothingInItIsToldEverythingThatItNeeds() {
    var empty = new SubmittedForm(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(company(empty).faults())
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/company", "required"),
            tuple("/people", "shareholder-count"),
            tuple("/people", "legal-representative-count"),
            tuple("/people", "director-count"),
            tuple("/people", "supervisor-missing"),
            tuple("/people", "liaison-missing"),
            tuple("/people", "owner-missing"));
  }

  @Test
  void whatWasSentDoesNotPrintWhoSentIt() {
    assertThat(ofOne().toString()).doesNotContain("测试1", Forms.number(1), "13800000001");
    assertThat(goodCompany(ofOne()).toString())
        .doesNotContain("测试1", Forms.number(1), "13800000001");
  }

  private static void saysWhyInBothLanguages(Fault fault) {
    assertThat(fault.detail().zh()).matches("(?s).+（《.+》第[一二三四五六七八九十百零]+条）").doesNotContain("%s");
    assertThat(fault.detail().en())
        .matches("[\\x20-\\x7E]+ \\(.+, art\\. \\d+\\)")
        .doesNotContain("%s");
  }

  @Test
  void theBusinessScopeIsSoundAndNamesMattersOfTheCatalogue() {
    List<ScopeItem> scope = RULES.scope();
    assertThat(scope).hasSizeGreaterThanOrEqualTo(70);
    assertThat(scope.stream().map(item -> item.name().zh())).doesNotHaveDuplicates();
    Catalogue catalogue = Catalogue.standard();
    for (ScopeItem item : scope) {
      assertThat(item.code()).matches("[A-Z]+(-[A-Z]+)*");
      assertThat(item.name().en()).matches("[\\x20-\\x7E]+");
      assertThat(item.matter().isPresent() && !item.isLicensed()).as(item.code()).isFalse();
      item.matter()
          .ifPresent(matter -> assertThat(catalogue.matter(matter, TODAY)).as(matter).isPresent());
    }
    assertThat(scope).anyMatch(ScopeItem::isLicensed);
  }
}
