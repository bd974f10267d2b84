package banshi.identity;

import static banshi.identity.TestTokens.Gone.GONE;
import static banshi.identity.TestTokens.PROVIDER;
import static banshi.identity.TestTokens.claims;
import static banshi.identity.TestTokens.verified;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.identity.Verification.ClaimFlaw;
import banshi.identity.Verification.Verified;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenActorTest {
  private static final String GOOD = PROVIDER.signed(claims());

  @Test
  void aGoodTokenTellsWhoActs() {
    Verified verified = verified(GOOD);
    assertThat(verified.flaws()).isEmpty();
    assertThat(verified.actor())
        .isEqualTo(
            new Actor(
                "user-1",
                Set.of(Role.APPLICANT),
                Set.of(),
                Optional.of(
                    new ApplicantIdentity(
                        new PersonName("测试人甲"),
                        IdType.ID_CARD,
                        Optional.of(new IdNumber("500106190001010019")),
                        Optional.of(new Phone("13800000000")),
                        ApplicantType.PERSON)),
                ApplicantKey.ofDocument(
                        TestTokens.INDEX, IdType.ID_CARD, new IdNumber("500106190001010019"))
                    .orElseThrow(),
                Optional.of(new PersonName("测试人甲")),
                Optional.empty(),
                ApplicantKey.ofAccount(TestTokens.INDEX, TestTokens.ISSUER, "user-1"),
                Optional.empty()));
  }

  @Test
  void onlyKnownGroupsBecomeRoles() {
    assertThat(actor(claims("groups", List.of("officer", "root", "ADMIN", 7))).roles())
        .containsExactly(Role.OFFICER);
    assertThat(actor(claims("groups", List.of("unknown"))).roles()).isEmpty();
    assertThat(actor(claims("groups", GONE)).roles()).isEmpty();
    assertThat(actor(claims("groups", "admin")).roles()).isEmpty();
    assertThat(
            actor(claims("groups", List.of("applicant", "officer", "supervisor", "admin"))).roles())
        .containsExactlyInAnyOrder(Role.values());
  }

  @Test
  void departmentsAreCodesAndCountForOfficersOnly() {
    List<Object> departments = List.of("HALL", "TAX", "hall", "A|B", "", "X".repeat(41), 7);
    assertThat(
            actor(claims("groups", List.of("officer"), "departments", departments)).departments())
        .containsExactlyInAnyOrder("HALL", "TAX");
    assertThat(
            actor(claims("groups", List.of("supervisor"), "departments", departments))
                .departments())
        .isEmpty();
  }

  @Test
  void whoIsNoApplicantHasNoApplicantIdentityAndTheKeyOfTheAccount() {
    Actor officer = actor(claims("groups", List.of("officer")));
    assertThat(officer.applicant()).isEmpty();
    assertThat(officer.key())
        .isEqualTo(ApplicantKey.ofAccount(TestTokens.INDEX, TestTokens.ISSUER, "user-1"));
  }

  @Test
  void anUnsoundIdNumberIsKeptButIsNobodysKey() {
    Verified verified = verified(PROVIDER.signed(claims("idNumber", "500106190001010018")));
    assertThat(verified.flaws()).isEmpty();
    assertThat(verified.actor().applicant().orElseThrow().idProblems())
        .containsExactly(IdProblem.CHECK_CHARACTER);
    assertThat(verified.actor().key())
        .isEqualTo(ApplicantKey.ofAccount(TestTokens.INDEX, TestTokens.ISSUER, "user-1"));
  }

  @Test
  void unusableClaimsAreFlaggedAndTheTokenIsGoodAllTheSame() {
    Verified verified =
        verified(
            PROVIDER.signed(
                claims(
                    "name",
                    "张*",
                    "idType",
                    "LIBRARY_CARD",
                    "idNumber",
                    "5*",
                    "phone",
                    "none",
                    "email",
                    "nobody",
                    "openid",
                    "a b")));
    assertThat(verified.flaws()).containsExactlyInAnyOrder(ClaimFlaw.values());
    assertThat(verified.actor().applicant()).isEmpty();
    assertThat(verified(PROVIDER.signed(claims("phone", 13800000000L))).flaws())
        .containsExactly(ClaimFlaw.PHONE);
    assertThat(verified(PROVIDER.signed(claims("name", GONE))).flaws())
        .containsExactly(ClaimFlaw.NAME);
  }

  @Test
  void anEmailAddressIsReadFromTheStandardClaim() {
    ApplicantIdentity known =
        actor(claims("email", "tester@Example.com")).applicant().orElseThrow();
    assertThat(known.email()).contains(new Email("tester@example.com"));
    assertThat(known.toString()).doesNotContain("tester@");
    assertThat(actor(claims()).applicant().orElseThrow().email()).isEmpty();
    for (Object unusable : List.of("", "a b@example.com", "@example.com", "x@y", 7)) {
      Verified verified = verified(PROVIDER.signed(claims("email", unusable)));
      assertThat(verified.actor().applicant().orElseThrow().email()).isEmpty();
      assertThat(verified.flaws()).containsExactly(ClaimFlaw.EMAIL);
    }
  }

  @Test
  void whoSignsInThroughTheMiniProgramIsKnownToWeChat() {
    Actor resident = actor(claims("openid", "oTest-A"));
    assertThat(resident.openId()).contains(new OpenId("oTest-A"));
    assertThat(resident.toString()).doesNotContain("oTest-A");
    assertThat(actor(claims()).openId()).isEmpty();
    assertThat(actor(claims("openid", "oTest-A", "groups", List.of("officer"))).openId()).isEmpty();
    for (Object unusable : List.of("", "o b", "o*", "o".repeat(65), 7, List.of("oTest-A"))) {
      Verified verified = verified(PROVIDER.signed(claims("openid", unusable)));
      assertThat(verified.actor().openId()).isEmpty();
      assertThat(verified.flaws()).containsExactly(ClaimFlaw.OPEN_ID);
    }
  }

  @Test
  void anApplicantWithoutDocumentIsKnownByTheAccount() {
    Verified verified = verified(PROVIDER.signed(claims("idType", GONE, "idNumber", GONE)));
    assertThat(verified.flaws()).isEmpty();
    assertThat(verified.actor().applicant().orElseThrow().idType()).isEqualTo(IdType.OTHER);
    assertThat(verified.actor().key())
        .isEqualTo(ApplicantKey.ofAccount(TestTokens.INDEX, TestTokens.ISSUER, "user-1"));
  }

  @Test
  void theBearerOfACreditCodeIsACompany() {
    Actor company = actor(claims("idType", "CREDIT_CODE", "idNumber", "91500106000000019X"));
    assertThat(company.applicant().orElseThrow().type()).isEqualTo(ApplicantType.COMPANY);
  }

  private static Actor actor(Map<String, Object> claims) {
    return verified(PROVIDER.signed(claims)).actor();
  }
}
