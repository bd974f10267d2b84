package banshi.http.view;

import banshi.cases.LegalBasis;
import banshi.cases.LifeCycle;
import banshi.cases.Party;
import banshi.cases.TimelineEntry;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A case's history. */
public record TimelineView(List<Entry> items) {
  /** Who did it: the part they played, never their name. */
  public record By(Party role, Optional<String> department) {}

  /** One line, with everything its hash is taken over. */
  public record Entry(
      long seq,
      Instant at,
      By actor,
      String action,
      Text actionName,
      Optional<String> fromStage,
      String toStage,
      Optional<Text> toStageName,
      Optional<String> note,
      Optional<LegalBasis> basis,
      Optional<Text> legalBasis,
      String previousHash,
      String hash) {}

  /** The whole history, for those who may read the case. */
  public static TimelineView of(LifeCycle table, List<TimelineEntry> timeline) {
    return new TimelineView(timeline.stream().map(e -> entry(table, e, e.note())).toList());
  }

  /** The history without words, for whoever holds the receipt's code. */
  public static TimelineView withoutNotes(LifeCycle table, List<TimelineEntry> timeline) {
    return new TimelineView(timeline.stream().map(e -> entry(table, e, Optional.empty())).toList());
  }

  private static Entry entry(LifeCycle table, TimelineEntry e, Optional<String> note) {
    return new Entry(
        e.seq(),
        e.at(),
        new By(e.actor().role(), e.actor().department()),
        e.action(),
        table.label(e.action()).orElseGet(() -> new Text(e.action(), e.action())),
        Optional.of(e.fromStage()).filter(stage -> !stage.isEmpty()),
        e.toStage(),
        table.stage(e.toStage()).map(stage -> stage.label()),
        note,
        e.basis(),
        e.basis().map(LegalBasis::text),
        e.previousHash(),
        e.hash());
  }
}
