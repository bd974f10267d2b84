package banshi.reminder.recount;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.Action;
import banshi.cases.ActorStamp;
import banshi.cases.ApplicationAction;
import banshi.cases.ApplicationLifeCycle;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.ClockAction;
import banshi.cases.HallClocks;
import banshi.cases.Kernel;
import banshi.cases.Mark;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Sample;
import banshi.cases.TimelineEntry;
import banshi.cases.TimelineVerification;
import banshi.clock.CalendarFile;
import banshi.clock.Notices;
import banshi.reminder.Budget;
import banshi.store.CaseStore;
import banshi.store.Commit;
import banshi.store.Engine;
import banshi.store.InboxLine;
import banshi.store.OpaqueDetails;
import banshi.store.Recounts;
import banshi.store.RunningCases;
import banshi.store.StoredAnswer;
import banshi.store.TableClient;
import banshi.store.WriteTerms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A hall with its table: files cases by one calendar and recounts them by another. */
final class Hall implements AutoCloseable {
  /** Days: far enough for the next rungs of the cases here. */
  static final int HORIZON = 35;

  final Engine engine = new Engine();
  private long seed = 1;

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  /** The published notices and these made-up files. */
  static HallClocks with(String... files) {
    Notices notices = Notices.published();
    for (String file : files) {
      notices = notices.with(file(file));
    }
    return HallClocks.of(notices);
  }

  static CalendarFile file(String name) {
    return (CalendarFile) CalendarFile.read(text(name));
  }

  static String text(String name) {
    try (InputStream file = Hall.class.getResourceAsStream("/made-up/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Budget enough() {
    return new Budget(() -> Duration.ofMinutes(10));
  }

  RecountJob job(HallClocks clocks) {
    return job(engine.table, clocks);
  }

  RecountJob job(TableClient table, HallClocks clocks) {
    return new RecountJob(table, engine.cipher, clocks, new RunningCases(table, HORIZON));
  }

  CaseStore<JsonNode> store(HallClocks clocks) {
    return new CaseStore<>(
        engine.table,
        engine.cipher,
        engine.index,
        clocks,
        CaseKind.APPLICATION,
        new OpaqueDetails());
  }

  private static Kernel kernel(HallClocks clocks) {
    return new Kernel(ApplicationLifeCycle.TABLE, clocks);
  }

  /** A case that was received and accepted then. */
  CaseNumber accepted(HallClocks clocks, String at) {
    Instant now = at(at);
    Change<JsonNode> opened =
        kernel(clocks)
            .open(
                Sample.<JsonNode>filledIn(seed++, now, TextNode.valueOf("details")),
                Occasion.of(now, Sample.APPLICANT));
    Commit commit =
        store(clocks)
            .create(
                opened,
                "hash",
                Optional.empty(),
                new WriteTerms("scope", "key-" + seed, "body"),
                new StoredAnswer(
                    201, Optional.of(1L), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8)),
                now);
    assertThat(commit).isInstanceOf(Commit.Written.class);
    return does(
        clocks,
        opened.after().number(),
        now,
        ApplicationAction.ACCEPT,
        Party.WINDOW,
        occasion -> occasion.marking(Mark.ACCEPTANCE, Optional.of("EXPRESS")));
  }

  CaseNumber does(
      HallClocks clocks,
      CaseNumber number,
      Instant now,
      Action action,
      Party party,
      UnaryOperator<Occasion> with) {
    Case<JsonNode> before = load(number);
    Outcome<Change<JsonNode>> outcome =
        kernel(clocks)
            .perform(
                before,
                action,
                Set.of(party),
                move -> with.apply(Occasion.of(now, new ActorStamp(party, Optional.empty()))));
    Change<JsonNode> change = ((Outcome.Done<Change<JsonNode>>) outcome).value();
    assertThat(store(clocks).save(before, change.following(before.version()), now))
        .isInstanceOf(Commit.Written.class);
    return number;
  }

  /** Lets everything happen to a case that is due, as the hall does before a calendar changes. */
  void settle(HallClocks clocks, CaseNumber number, Instant now) {
    while (true) {
      Case<JsonNode> c = load(number);
      Change<JsonNode> settled = kernel(clocks).settle(c, now);
      if (settled.entries().isEmpty()) {
        return;
      }
      store(clocks).save(c, settled.following(c.version()), now);
    }
  }

  Case<JsonNode> load(CaseNumber number) {
    return store(HallClocks.published()).load(number).orElseThrow();
  }

  /** The notes of a case's recounts; the timeline must be unbroken. */
  List<String> recounts(CaseNumber number) {
    List<TimelineEntry> timeline = store(HallClocks.published()).timeline(number);
    assertThat(TimelineVerification.of(number, timeline, load(number).timeline()).valid()).isTrue();
    return timeline.stream()
        .filter(entry -> entry.action().equals(ClockAction.RECOUNT.name()))
        .map(entry -> entry.note().orElse(""))
        .toList();
  }

  List<InboxLine> told(CaseNumber number) {
    return InboxLine.about(engine, number.value());
  }

  Recounts.Progress progress() {
    return new Recounts(engine.table).read();
  }

  @Override
  public void close() {
    engine.close();
  }
}
