package banshi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.deploy.Workshop.Run;
import banshi.deploy.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestroyTest {
  private static final String STACK = "banshi-dev";

  @TempDir private Path folder;
  private StandIn cloud;
  private Workshop workshop;

  @BeforeEach
  void deploy() throws IOException {
    cloud = new StandIn();
    workshop = new Workshop(folder, cloud);
    workshop.dev("deploy");
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void nothing_is_deleted_unless_somebody_agrees() {
    Run nobody = workshop.dev("destroy");
    assertThat(nobody.status()).isEqualTo(1);
    assertThat(nobody.err()).contains("--yes \"banshi-dev\"");
    assertThat(workshop.typing("yes").dev("destroy").status()).isEqualTo(1);
    assertThat(workshop.dev("destroy", "--yes", "banshi-prod").status()).isEqualTo(1);
    assertThat(cloud.stacks().status(STACK)).contains("CREATE_COMPLETE");
    assertThat(cloud.objects().keys()).hasSize(3);
  }

  @Test
  void it_says_what_goes_and_what_stays_and_deletes_the_packages_too() {
    Run run = workshop.typing(STACK).dev("destroy");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("删除 delete  OneFunction")
        .contains("保留 stays  Table  AWS::DynamoDB::Table  banshi-dev-Table")
        .contains("保留不删 DELETE_SKIPPED  Table");
    assertThat(cloud.stacks().status(STACK)).isEmpty();
    assertThat(cloud.objects().buckets()).isEmpty();
  }

  @Test
  void data_goes_only_when_asked_for_in_words_of_its_own() {
    assertThat(workshop.dev("destroy", "--delete-data", "--yes", STACK).status()).isEqualTo(1);
    Run run = workshop.dev("destroy", "--delete-data", "--yes", "banshi-dev and all its data");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("删除 delete  Table")
        .contains("删除完成 DELETE_COMPLETE  Table")
        .contains("删除完成 DELETE_COMPLETE  Key")
        .doesNotContain("DELETE_SKIPPED");
    assertThat(cloud.stacks().status(STACK)).isEmpty();
  }

  @Test
  void what_cannot_be_deleted_is_named_and_can_be_tried_again() {
    cloud.stacks().fail("Role", "Cannot delete entity, must detach all policies first.");
    Run run = workshop.dev("destroy", "--yes", STACK);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("失败 Failed: Role (AWS::IAM::Role, banshi-dev-Role): Cannot delete entity");
    assertThat(cloud.objects().buckets()).isNotEmpty();

    cloud.stacks().fail("Role", "");
    assertThat(workshop.dev("destroy", "--yes", STACK).status()).isZero();
    assertThat(cloud.stacks().status(STACK)).isEmpty();
  }

  @Test
  void a_stack_that_is_no_more_than_a_name_can_be_deleted() {
    workshop.dev("destroy", "--yes", STACK);
    int requests = 0;
    while (cloud.stacks().status(STACK).isEmpty()) {
      cloud.fallSilentAfter(requests++, true);
      workshop.attempts(1).dev("deploy");
    }
    cloud.recover();
    assertThat(cloud.stacks().status(STACK)).contains("REVIEW_IN_PROGRESS");

    Run run = workshop.attempts(3).dev("destroy", "--yes", STACK);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(cloud.stacks().status(STACK)).isEmpty();
    assertThat(cloud.objects().buckets()).isEmpty();
  }

  @Test
  void what_is_not_there_is_no_failure() {
    workshop.dev("destroy", "--yes", STACK);
    Run again = workshop.dev("destroy", "--yes", STACK);
    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("There is no stack banshi-dev");
  }
}
