package banshi.identity;

import banshi.crypto.KeyedHash;
import banshi.identity.Verification.ClaimFlaw;
import banshi.identity.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;

/** Reads who acts from claims whose signature, time, issuer and audience are already believed. */
final class TokenClaims {
  private static final int MAX_SUBJECT_LENGTH = 255;
  private static final Pattern DEPARTMENT = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  private final String issuer;
  private final KeyedHash index;

  TokenClaims(String issuer, KeyedHash index) {
    this.issuer = issuer;
    this.index = index;
  }

  /**
   * Whether the claims are of an access token. Some providers sign identity and refresh tokens with
   * the same key and tell them apart by a {@code typ} claim only.
   */
  boolean isAccessToken(JwtClaims claims) {
    return !claims.hasClaim("typ")
        || claims.getClaimValue("typ") instanceof String type
            && (type.equalsIgnoreCase("Bearer") || type.equalsIgnoreCase("JWT"));
  }

  /** The subject: 1 to 255 characters, no control characters, whole. */
  Optional<String> subject(JwtClaims claims) {
    return text(claims, "sub")
        .filter(sub -> !sub.isBlank() && sub.length() <= MAX_SUBJECT_LENGTH)
        .filter(sub -> sub.chars().noneMatch(Character::isISOControl))
        // Halves of characters have no UTF-8 form: two such subjects would get one key.
        .filter(sub -> StandardCharsets.UTF_8.newEncoder().canEncode(sub));
  }

  Verified read(String subject, JwtClaims claims) {
    Set<Role> roles =
        texts(claims, "groups").flatMap(g -> Role.ofGroup(g).stream()).collect(Collectors.toSet());
    Set<String> departments =
        texts(claims, "departments")
            .filter(code -> DEPARTMENT.matcher(code).matches())
            .collect(Collectors.toSet());
    ApplicantKey account = ApplicantKey.ofAccount(index, issuer, subject);
    if (!roles.contains(Role.APPLICANT)) {
      return new Verified(
          new Actor(
              subject,
              roles,
              departments,
              Optional.empty(),
              account,
              personal(
                  claims, "name", PersonName::new, ClaimFlaw.NAME, EnumSet.noneOf(ClaimFlaw.class)),
              Optional.empty()),
          Set.of());
    }
    Set<ClaimFlaw> flaws = EnumSet.noneOf(ClaimFlaw.class);
    IdType idType = idType(claims, flaws);
    Optional<IdNumber> idNumber =
        personal(claims, "idNumber", IdNumber::new, ClaimFlaw.ID_NUMBER, flaws);
    Optional<Phone> phone = personal(claims, "phone", Phone::new, ClaimFlaw.PHONE, flaws);
    Optional<Email> email = personal(claims, "email", Email::new, ClaimFlaw.EMAIL, flaws);
    Optional<PersonName> name = personal(claims, "name", PersonName::new, ClaimFlaw.NAME, flaws);
    if (name.isEmpty()) {
      flaws.add(ClaimFlaw.NAME);
    }
    Optional<ApplicantIdentity> applicant =
        name.map(
            known ->
                new ApplicantIdentity(
                    known, idType, idNumber, phone, email, ApplicantType.of(idType)));
    Optional<OpenId> openId = personal(claims, "openid", OpenId::new, ClaimFlaw.OPEN_ID, flaws);
    ApplicantKey key =
        idNumber.flatMap(number -> ApplicantKey.ofDocument(index, idType, number)).orElse(account);
    return new Verified(
        new Actor(
            subject, roles, departments, applicant, key, name, openId, account, Optional.empty()),
        flaws);
  }

  private static IdType idType(JwtClaims claims, Set<ClaimFlaw> flaws) {
    Optional<IdType> known = text(claims, "idType").flatMap(IdType::named);
    if (known.isEmpty() && (claims.hasClaim("idType") || claims.hasClaim("idNumber"))) {
      flaws.add(ClaimFlaw.ID_TYPE);
    }
    return known.orElse(IdType.OTHER);
  }

  private static <T> Optional<T> personal(
      JwtClaims claims,
      String claim,
      Function<String, T> constructor,
      ClaimFlaw flaw,
      Set<ClaimFlaw> flaws) {
    if (!claims.hasClaim(claim)) {
      return Optional.empty();
    }
    try {
      Optional<T> value = text(claims, claim).map(constructor);
      if (value.isEmpty()) {
        flaws.add(flaw);
      }
      return value;
    } catch (PersonalValueRefused e) {
      flaws.add(flaw);
      return Optional.empty();
    }
  }

  private static Optional<String> text(JwtClaims claims, String claim) {
    return claims.getClaimValue(claim) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Stream<String> texts(JwtClaims claims, String claim) {
    return claims.getClaimValue(claim) instanceof List<?> values
        ? values.stream().filter(String.class::isInstance).map(String.class::cast)
        : Stream.empty();
  }
}
