package banshi.http.testing;

import banshi.http.CallerVerifier;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.OpenId;
import banshi.identity.Role;
import banshi.identity.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Takes a word for the token of somebody known by it. */
@Alternative
@ApplicationScoped
public class TestCallers implements CallerVerifier {
  private static final Optional<OpenId> NONE = Optional.empty();

  @Override
  public Verification verify(Optional<String> authorization, Instant now) {
    return switch (authorization.orElse("")) {
      case "Bearer applicant" ->
          who("alice", Role.APPLICANT, Set.of(), Optional.of(new OpenId("oTest-alice")));
      case "Bearer other" -> who("bob", Role.APPLICANT, Set.of(), NONE);
      case "Bearer officer" -> who("olga", Role.OFFICER, Set.of("HALL"), NONE);
      case "Bearer colleague" -> who("otto", Role.OFFICER, Set.of("HALL"), NONE);
      case "Bearer taxman" -> who("tom", Role.OFFICER, Set.of("TAX"), NONE);
      case "Bearer supervisor" -> who("sue", Role.SUPERVISOR, Set.of(), NONE);
      case "Bearer admin" -> who("adam", Role.ADMIN, Set.of(), NONE);
      default -> new Verification.Refused(Verification.Reason.UNKNOWN_KEY);
    };
  }

  /** What stands for one of them in the store's keys. */
  public static ApplicantKey key(String subject) {
    return new ApplicantKey((subject + "-".repeat(32)).substring(0, 32));
  }

  private static Verification who(
      String subject, Role role, Set<String> departments, Optional<OpenId> openId) {
    return new Verification.Verified(
        new Actor(
            subject,
            Set.of(role),
            departments,
            Optional.empty(),
            key(subject),
            Optional.empty(),
            openId),
        Set.of());
  }
}
