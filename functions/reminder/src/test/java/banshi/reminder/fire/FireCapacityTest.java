package banshi.reminder.fire;

import static banshi.cases.Sample.MONDAY;
import static banshi.cases.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a run costs, as docs/capacity.md states it. */
class FireCapacityTest {
  private static final Instant WARNED = at("2026-11-27T09:01:00+08:00");

  @Test
  void aRunThatFindsNothingCostsTheSameWithAHundredAndWithAHundredThousandCases() {
    try (Hall hall = new Hall()) {
      hall.engine.fill(100, MONDAY);
      Runnable run = () -> hall.job().run(MONDAY, Hall.ENOUGH);
      double few = hall.engine.cost(run);
      int fewRequests = hall.engine.costs(run).size();
      hall.engine.fill(100_000, MONDAY);

      // How far earlier runs have come, and eight buckets; the local engine counts nothing for a
      // query that finds nothing, the cloud half a unit.
      assertThat(few).isEqualTo(1.0);
      assertThat(fewRequests).isEqualTo(9);
      assertThat(hall.engine.cost(run)).isEqualTo(few);
      assertThat(hall.engine.costs(run).size()).isEqualTo(fewRequests);
    }
  }

  @Test
  void aRunCostsInProportionToWhatIsDue() {
    double nothing = cost(0);
    double twenty = cost(20);
    double forty = cost(40);
    assertThat((twenty - nothing) / 20)
        .as("one warning: a read of the case; head, entry and notice written in one transaction")
        .isEqualTo(PER_WARNING, within(0.2));
    assertThat((forty - nothing) / 40).isEqualTo(PER_WARNING, within(0.2));
  }

  private static final double PER_WARNING = 13.0;

  private static double cost(int due) {
    try (Hall hall = new Hall()) {
      hall.file(1, due, MONDAY);
      hall.engine.fill(500, WARNED);
      return hall.engine.cost(() -> hall.job().run(WARNED, Hall.ENOUGH));
    }
  }
}
