package banshi.intake.http;

import banshi.http.CallerVerifier;
import banshi.identity.Actor;
import banshi.identity.ApplicantKey;
import banshi.identity.Role;
import banshi.identity.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Takes the name of a role for a token of somebody who has it. */
@Alternative
@ApplicationScoped
public class TestCallers implements CallerVerifier {

  @Override
  public Verification verify(Optional<String> authorization, Instant now) {
    return switch (authorization.orElse("")) {
      case "Bearer applicant" -> who("alice", Role.APPLICANT);
      case "Bearer other" -> who("bob", Role.APPLICANT);
      case "Bearer officer" -> who("olga", Role.OFFICER);
      case "Bearer admin" -> who("adam", Role.ADMIN);
      default -> new Verification.Refused(Verification.Reason.UNKNOWN_KEY);
    };
  }

  private static Verification who(String subject, Role role) {
    return new Verification.Verified(
        new Actor(
            subject,
            Set.of(role),
            Set.of(),
            Optional.empty(),
            new ApplicantKey((subject + "-".repeat(32)).substring(0, 32))),
        Set.of());
  }
}
