package banshi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.deploy.Workshop.Run;
import banshi.deploy.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment that is cut off after any number of requests is picked up by the next. */
class CrashTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "the request that goes unanswered took effect: {0}")
  @ValueSource(booleans = {false, true})
  void whatever_the_first_deployment_was_cut_off_at_the_next_ends_deployed(boolean effect)
      throws IOException {
    int cuts = 0;
    for (boolean cut = true; cut; cuts++) {
      try (StandIn cloud = new StandIn()) {
        Workshop workshop = new Workshop(folder.resolve("first-" + cuts), cloud);
        cut = cutOff(workshop, cloud, cuts, effect);
        assertThat(workshop.dev("deploy").status()).as("after %d requests", cuts).isZero();
        assertDeployedOnce(cloud, 1);
      }
    }
    assertThat(cuts).isGreaterThan(20);
  }

  @ParameterizedTest(name = "the request that goes unanswered took effect: {0}")
  @ValueSource(booleans = {false, true})
  void whatever_an_update_was_cut_off_at_the_next_ends_updated(boolean effect) throws IOException {
    int cuts = 0;
    for (boolean cut = true; cut; cuts++) {
      try (StandIn cloud = new StandIn()) {
        Workshop workshop = new Workshop(folder.resolve("update-" + cuts), cloud);
        workshop.dev("deploy");
        workshop.rebuild("one.zip", "one, anew");
        cut = cutOff(workshop, cloud, cuts, effect);
        assertThat(workshop.dev("deploy").status()).as("after %d requests", cuts).isZero();
        assertDeployedOnce(cloud, 2);
      }
    }
    assertThat(cuts).isGreaterThan(15);
  }

  @ParameterizedTest(name = "the request that goes unanswered took effect: {0}")
  @ValueSource(booleans = {false, true})
  void whatever_a_deletion_was_cut_off_at_the_next_ends_deleted(boolean effect) throws IOException {
    int cuts = 0;
    for (boolean cut = true; cut; cuts++) {
      try (StandIn cloud = new StandIn()) {
        Workshop workshop = new Workshop(folder.resolve("destroy-" + cuts), cloud);
        workshop.dev("deploy");
        cloud.fallSilentAfter(cuts, effect);
        Run first = workshop.attempts(1).dev("destroy", "--delete-data", "--yes", AGREED);
        cut = first.status() != 0;
        cloud.recover();
        Run second = workshop.attempts(3).dev("destroy", "--delete-data", "--yes", AGREED);
        assertThat(second.err()).as("after %d requests", cuts).isEmpty();
        assertThat(cloud.stacks().status("banshi-dev")).isEmpty();
        assertThat(cloud.objects().buckets()).isEmpty();
      }
    }
    assertThat(cuts).isGreaterThan(20);
  }

  private static final String AGREED = "banshi-dev and all its data";

  private static boolean cutOff(Workshop workshop, StandIn cloud, int after, boolean effect) {
    cloud.fallSilentAfter(after, effect);
    Run run = workshop.attempts(1).dev("deploy");
    cloud.recover();
    workshop.attempts(3);
    return run.status() != 0;
  }

  private static void assertDeployedOnce(StandIn cloud, int executed) {
    assertThat(cloud.stacks().status("banshi-dev"))
        .contains(executed == 1 ? "CREATE_COMPLETE" : "UPDATE_COMPLETE");
    assertThat(cloud.stacks().executed()).isEqualTo(executed);
    assertThat(cloud.stacks().ever()).isEqualTo(1);
    assertThat(cloud.stacks().waiting()).isZero();
    assertThat(cloud.objects().buckets()).hasSize(1);
    assertThat(cloud.objects().allClosed()).isTrue();
  }
}
