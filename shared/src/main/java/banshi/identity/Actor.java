package banshi.identity;

import java.util.Optional;
import java.util.Set;

/** Who acts. */
public record Actor(
    String subject,
    Set<Role> roles,
    Set<String> departments,
    Optional<ApplicantIdentity> applicant,
    ApplicantKey key) {}
