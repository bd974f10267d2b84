package banshi.http.view;

import banshi.cases.CaseNumber;
import banshi.cases.LegalBasis;
import banshi.cases.LifeCycle;
import banshi.cases.Parties;
import banshi.cases.Party;
import banshi.cases.TimelineEntry;
import banshi.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A case's history. */
public record TimelineView(List<Entry> items) {
  /**
   * Who did it: the part they played, and for officers of the case and supervisors the person.
   *
   * @param commitment what the line's hash covers of the person: whoever may not see the person
   *     recomputes the hash all the same
   */
  public record By(
      Party role,
      Optional<String> department,
      Optional<PersonView> person,
      Optional<String> commitment) {}

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

  /** What stands between a task's id and a reviewer's comment on timelines of former days. */
  private static final String COMMENT_FOLLOWS = ": ";

  /**
   * The whole history, for whoever is these parties to the case. What a reviewer wrote for the hall
   * alone is cut off for applicants where a former build put it on the timeline.
   */
  public static TimelineView of(
      CaseNumber number, LifeCycle table, List<TimelineEntry> timeline, Set<Party> reader) {
    boolean internal = Parties.readInternal(reader);
    return new TimelineView(
        timeline.stream()
            .map(
                e ->
                    entry(
                        table,
                        e,
                        internal ? e.note() : e.note().map(note -> outward(e, note)),
                        PersonView.of(number, e, reader)))
            .toList());
  }

  private static String outward(TimelineEntry e, String note) {
    int end = note.indexOf(COMMENT_FOLLOWS);
    return e.action().equals("COMPLETE") && end >= 0 ? note.substring(0, end) : note;
  }

  /** The history without words and persons, for whoever holds the receipt's code. */
  public static TimelineView withoutNotes(LifeCycle table, List<TimelineEntry> timeline) {
    return new TimelineView(
        timeline.stream().map(e -> entry(table, e, Optional.empty(), Optional.empty())).toList());
  }

  private static Entry entry(
      LifeCycle table, TimelineEntry e, Optional<String> note, Optional<PersonView> person) {
    return new Entry(
        e.seq(),
        e.at(),
        new By(e.actor().role(), e.actor().department(), person, e.commitment()),
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
