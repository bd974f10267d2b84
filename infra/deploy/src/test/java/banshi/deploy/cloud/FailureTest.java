package banshi.deploy.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

class FailureTest {
  private static StackEvent event(String resource, String status, String reason) {
    return StackEvent.builder()
        .stackId("stack/1")
        .logicalResourceId(resource)
        .physicalResourceId(resource.equals("Hall") ? "stack/1" : "")
        .resourceType("AWS::X")
        .resourceStatus(status)
        .resourceStatusReason(reason)
        .build();
  }

  @Test
  void without_a_resource_that_failed_the_stacks_own_reason_is_told() {
    Operation operation =
        new Operation(
            "ROLLBACK_COMPLETE",
            List.of(
                event("Hall", "CREATE_IN_PROGRESS", "User Initiated"),
                event("Hall", "ROLLBACK_IN_PROGRESS", "Transform failed with: no such layer")));
    assertThat(Failure.explained("hall", operation))
        .contains("hall", "ROLLBACK_COMPLETE", "Transform failed with: no such layer");
  }

  @Test
  void a_resource_without_a_reason_is_named_all_the_same() {
    Operation operation =
        new Operation("ROLLBACK_COMPLETE", List.of(event("Table", "CREATE_FAILED", null)));
    assertThat(Failure.explained("hall", operation))
        .startsWith("失败 Failed: Table (AWS::X): CloudFormation 未说明原因");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CloudWatch Logs role ARN must be set in account settings to enable logging | ApiLogsOfAccount=SET",
        "exceeded the 4KB limit. String measured: | 4 KB at most",
        "Value java25 at 'runtime' failed: The runtime parameter of java25 is not supported | Java runtime",
        "Resource cannot be deleted as it is currently protected against deletion. | DeletionProtection=false",
        "User: arn is not authorized to perform: iam:CreateRole | lacks a permission",
        "Limit Exceeded on REST APIs | quota",
        "banshi already exists in stack | delete or rename",
      })
  void known_reasons_come_with_what_to_do(String reason, String advice) {
    assertThat(Advice.on(reason).orElseThrow()).contains(advice);
  }

  @Test
  void an_unknown_reason_comes_without_a_guess() {
    assertThat(Advice.on("Properties validation failed")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "REVIEW_IN_PROGRESS, EMPTY",
    "CREATE_IN_PROGRESS, BUSY",
    "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, BUSY",
    "ROLLBACK_IN_PROGRESS, BUSY",
    "DELETE_IN_PROGRESS, BUSY",
    "CREATE_COMPLETE, READY",
    "UPDATE_COMPLETE, READY",
    "UPDATE_FAILED, READY",
    "UPDATE_ROLLBACK_COMPLETE, READY",
    "IMPORT_COMPLETE, READY",
    "CREATE_FAILED, DEAD",
    "ROLLBACK_COMPLETE, DEAD",
    "ROLLBACK_FAILED, DEAD",
    "DELETE_FAILED, DEAD",
    "UPDATE_ROLLBACK_FAILED, STUCK",
    "DELETE_COMPLETE, GONE",
  })
  void every_status_says_what_can_be_done(String status, Standing standing) {
    assertThat(Standing.of(status)).isEqualTo(standing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The submitted information didn't contain changes. Submit different information to create a change set.",
        "No updates are to be performed."
      })
  void a_change_set_may_fail_for_having_nothing_to_do(String reason) {
    assertThat(ChangeSets.saysNothingToDo(reason)).isTrue();
    assertThat(ChangeSets.saysNothingToDo("Transform AWS::Serverless-2016-10-31 failed")).isFalse();
    assertThat(ChangeSets.saysNothingToDo(null)).isFalse();
  }
}
