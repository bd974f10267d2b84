package banshi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.deploy.Workshop.Run;
import banshi.deploy.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A command that is cut off after any number of requests is picked up by the next. The request that
 * goes unanswered takes effect all the same: for the cloud that is as if the one after it had been
 * lost.
 */
class CrashTest {
  @TempDir private Path folder;

  @Test
  void whatever_the_first_deployment_was_cut_off_at_the_next_ends_deployed() throws IOException {
    int cuts = 0;
    for (boolean cut = true; cut; cuts++) {
      try (StandIn cloud = new StandIn()) {
        Workshop workshop = new Workshop(folder.resolve("first-" + cuts), cloud);
        cloud.stacks().stride(3);
        cut = cutOff(workshop, cloud, cuts);
        assertThat(workshop.dev("deploy").status()).as("after %d requests", cuts).isZero();
        assertDeployedOnce(cloud, 1);
      }
    }
    assertThat(cuts).isGreaterThan(20);
  }

  @Test
  void whatever_an_update_was_cut_off_at_the_next_ends_updated() throws IOException {
    int cuts = 0;
    for (boolean cut = true; cut; cuts++) {
      try (StandIn cloud = new StandIn()) {
        Workshop workshop = new Workshop(folder.resolve("update-" + cuts), cloud);
        workshop.dev("deploy");
        workshop.rebuild("one.zip", "one, anew");
        cloud.stacks().stride(3);
        cut = cutOff(workshop, cloud, cuts);
        assertThat(workshop.dev("deploy").status()).as("after %d requests", cuts).isZero();
        assertDeployedOnce(cloud, 2);
      }
    }
    assertThat(cuts).isGreaterThan(15);
  }

  @Test
  void whatever_a_deletion_was_cut_off_at_the_next_ends_deleted() throws IOException {
    int cuts = 0;
    for (boolean cut = true; cut; cuts++) {
      try (StandIn cloud = new StandIn()) {
        Workshop workshop = new Workshop(folder.resolve("destroy-" + cuts), cloud);
        workshop.dev("deploy");
        cloud.stacks().stride(3);
        cloud.fallSilentAfter(cuts, true);
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

  private static boolean cutOff(Workshop workshop, StandIn cloud, int after) {
    cloud.fallSilentAfter(after, true);
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
