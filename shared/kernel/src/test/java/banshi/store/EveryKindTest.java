package banshi.store;

import static banshi.cases.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import banshi.cases.ActorStamp;
import banshi.cases.ApplicationAction;
import banshi.cases.Case;
import banshi.cases.CaseKind;
import banshi.cases.CaseNumber;
import banshi.cases.Change;
import banshi.cases.Kernel;
import banshi.cases.Occasion;
import banshi.cases.Outcome;
import banshi.cases.Party;
import banshi.cases.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Applicants' lists and departments' queues hold cases of every kind. */
class EveryKindTest {
  private static final ActorStamp WINDOW = new ActorStamp(Party.WINDOW, Optional.of("HALL"));

  private final Kernel kernel = Sample.kernel();

  /** A case of a kind whose tasks are open; the table by which it came there is of no matter. */
  private Change<JsonNode> open(CaseKind kind) {
    Case<JsonNode> sample = Sample.filledIn(1, MONDAY, TextNode.valueOf("details"));
    Case<JsonNode> filledIn =
        new Case<>(
            CaseNumber.draw(kind, LocalDate.of(2026, 11, 23), new Random(1)),
            sample.stage(),
            sample.version(),
            sample.receivedAt(),
            sample.title(),
            sample.applicant(),
            sample.owner(),
            sample.clocks(),
            sample.parts(),
            sample.tasks(),
            sample.timers(),
            sample.climbs(),
            sample.edition(),
            sample.marks(),
            sample.handlers(),
            sample.signatories(),
            sample.timeline(),
            sample.details());
    Case<JsonNode> received = kernel.open(filledIn, Occasion.of(MONDAY, Sample.APPLICANT)).after();
    return switch (kernel.perform(
        received,
        ApplicationAction.ACCEPT,
        Set.of(Party.WINDOW),
        move -> Occasion.of(MONDAY, WINDOW))) {
      case Outcome.Done<Change<JsonNode>>(Change<JsonNode> accepted) -> accepted;
      case Outcome.Refused<Change<JsonNode>>(var refusal) -> throw new AssertionError(refusal);
    };
  }

  @Test
  void listsAndQueuesHoldEveryKind() {
    try (Engine engine = new Engine()) {
      List<Change<JsonNode>> opened = Arrays.stream(CaseKind.values()).map(this::open).toList();
      engine.file(opened);

      assertThat(
              new CaseLists(engine.table)
                  .of(opened.getFirst().after().owner(), Optional.empty(), 20)
                  .items())
          .extracting(line -> line.number().kind())
          .containsExactlyInAnyOrder(CaseKind.values());
      assertThat(
              new Queues(engine.table)
                  .of("MARKET", QueueView.open(), Optional.empty(), 20, MONDAY)
                  .items())
          .extracting(task -> task.number().kind())
          .containsExactlyInAnyOrder(CaseKind.values());
    }
  }
}
