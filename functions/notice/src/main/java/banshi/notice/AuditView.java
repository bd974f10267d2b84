package banshi.notice;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.cases.CaseNumber;
import banshi.cases.Party;
import banshi.catalogue.Catalogue;
import banshi.disclosure.OfficialNames;
import banshi.identity.Role;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that an officer or a supervisor saw or did.
 *
 * @param person who, with the name as the token had it then
 * @param roles what they were to the hall
 * @param party what they were to the case
 * @param department the department that they acted for
 * @param address where from, as the gateway saw it
 * @param action an act's name, or what was read
 * @param number the case; empty when it was no single one
 * @param reason why, in the person's words, or what was looked for
 */
@Schema
public record AuditView(
    Instant at,
    AuditPersonView person,
    List<Role> roles,
    Optional<Party> party,
    Optional<String> department,
    Optional<Text> departmentName,
    Optional<String> address,
    AuditKind kind,
    Text kindName,
    String action,
    Optional<String> number,
    Optional<String> reason) {

  /** An account with the name that its token had. */
  public record AuditPersonView(String sub, Optional<String> name) {}

  static AuditView of(AuditEntry entry, Catalogue catalogue) {
    return new AuditView(
        entry.at(),
        new AuditPersonView(entry.person().subject(), OfficialNames.of(entry.person())),
        entry.roles().stream().sorted().toList(),
        entry.party(),
        entry.department(),
        entry.department().map(catalogue::departmentName),
        entry.address(),
        entry.kind(),
        entry.kind().label(),
        entry.action(),
        entry.number().map(CaseNumber::value),
        entry.reason());
  }
}
