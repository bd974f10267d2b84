package banshi.desk;

import banshi.audit.AuditEntry;
import banshi.audit.AuditKind;
import banshi.cases.Case;
import banshi.cases.Change;
import banshi.cases.Parties;
import banshi.cases.Sight;
import banshi.cases.TimelineEntry;
import banshi.identity.Actor;
import banshi.store.AuditLog;
import banshi.store.Companion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts on record what officers and supervisors read and do at a desk.
 *
 * @param audit where; empty at a desk where nobody acts or reads
 */
record OnRecord(Optional<AuditLog> audit) {
  private static final String DISCLOSE = "DISCLOSE";

  /**
   * A reading, before it is shown.
   *
   * @throws banshi.audit.AuditUnavailable when it cannot be written
   */
  void reading(Case<?> c, Actor actor, AuditKind kind, String what, Instant now) {
    log()
        .record(
            AuditEntry.of(actor, now, kind, what)
                .about(c.number(), Parties.stamp(actor, c, Sight.official())));
  }

  /** The entry of an act, as a part of its write; none of what applicants do. */
  List<Companion> act(Change<?> acted, Actor actor, Instant now) {
    return acted.entries().stream()
        .filter(entry -> entry.actor().person().filter(actor.person()::equals).isPresent())
        .filter(entry -> Sight.isOfficial(Set.of(entry.actor().role())))
        .findFirst()
        .map(entry -> log().beside(entry(entry, acted, actor, now)))
        .stream()
        .toList();
  }

  private static AuditEntry entry(TimelineEntry act, Change<?> acted, Actor actor, Instant now) {
    boolean disclosed = act.action().equals(DISCLOSE);
    AuditEntry entry =
        AuditEntry.of(actor, now, disclosed ? AuditKind.DISCLOSE : AuditKind.ACT, act.action())
            .about(acted.after().number(), act.actor());
    return acted
        .why()
        .or(() -> act.note().filter(words -> disclosed))
        .map(entry::because)
        .orElse(entry);
  }

  private AuditLog log() {
    return audit.orElseThrow(() -> new IllegalStateException("nobody acts or reads here"));
  }
}
