package banshi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.deploy.Workshop.Run;
import banshi.deploy.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployTest {
  private static final String STACK = "banshi-dev";

  @TempDir private Path folder;
  private StandIn cloud;
  private Workshop workshop;

  @BeforeEach
  void open() throws IOException {
    cloud = new StandIn();
    workshop = new Workshop(folder, cloud);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void the_first_deployment_makes_the_stack_and_ends_with_the_address_alone() {
    Run run = workshop.dev("deploy");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.lastLine()).isEqualTo(cloud.address() + "/_aws/execute-api/api123/dev");
    assertThat(cloud.stacks().status(STACK)).contains("CREATE_COMPLETE");
    assertThat(cloud.stacks().parameter(STACK, "Stage")).isEqualTo("dev");
    assertThat(cloud.stacks().parameter(STACK, "DeletionProtection")).isEqualTo("false");
    assertThat(cloud.objects().buckets())
        .containsExactly("banshi-dev-packages-000000000000-us-east-1");
    assertThat(cloud.objects().allClosed()).isTrue();
    assertThat(cloud.objects().keys()).hasSize(3);
    assertThat(run.out())
        .contains("+ 新增 add  Table  AWS::DynamoDB::Table")
        .contains("创建完成 CREATE_COMPLETE  OneFunction  AWS::Serverless::Function");
  }

  @Test
  void a_second_run_without_changes_does_nothing() {
    Run first = workshop.dev("deploy");
    cloud.takeRequests();

    Run second = workshop.dev("deploy");

    assertThat(second.status()).isZero();
    assertThat(second.out()).contains("没有变更，无需部署");
    assertThat(second.lastLine()).isEqualTo(first.lastLine());
    assertThat(cloud.stacks().executed()).isEqualTo(1);
    assertThat(cloud.stacks().waiting()).isZero();
    assertThat(cloud.takeRequests())
        .doesNotContain("ExecuteChangeSet", "PUT object ", "PUT bucket ");
  }

  @Test
  void a_change_is_an_update_and_sends_only_the_package_that_changed() throws IOException {
    workshop.dev("deploy");
    workshop.rebuild("one.zip", "one, anew");
    cloud.takeRequests();

    Run run = workshop.dev("deploy");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("~ 修改 modify  OneFunction")
        .doesNotContain("modify  OtherFunction");
    assertThat(cloud.stacks().status(STACK)).contains("UPDATE_COMPLETE");
    assertThat(cloud.takeRequests().stream().filter("PUT object "::equals)).hasSize(2);
  }

  @Test
  void what_was_once_given_stays_until_given_anew() {
    workshop.dev("deploy", "--parameter", "Greeting=hi");
    workshop.dev("deploy");
    assertThat(cloud.stacks().parameter(STACK, "Greeting")).isEqualTo("hi");

    workshop.dev("deploy", "--parameter", "Greeting=hey");
    assertThat(cloud.stacks().parameter(STACK, "Greeting")).isEqualTo("hey");
  }

  @Test
  void a_failure_names_the_resource_and_why_and_every_other_cause_but_not_what_was_called_off() {
    cloud.stacks().fail("Key", "Policy contains a statement with one or more invalid principals.");
    cloud.stacks().fail("Role", "User: x is not authorized to perform: iam:CreateRole");

    Run run = workshop.dev("deploy");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().findFirst())
        .contains(
            "失败 Failed: Key (AWS::KMS::Key, banshi-dev-Key):"
                + " Policy contains a statement with one or more invalid principals.");
    assertThat(run.err())
        .contains("另有 Also: Role (AWS::IAM::Role, banshi-dev-Role): User: x is not authorized")
        .contains("执行部署的身份缺少权限")
        .contains("./dev destroy")
        .doesNotContain("cancelled");
    assertThat(run.out()).contains("创建失败 CREATE_FAILED  Key");
  }

  @Test
  void a_first_deployment_that_failed_has_to_be_deleted_first() {
    cloud.stacks().fail("Key", "no");
    workshop.dev("deploy");
    cloud.stacks().fail("Key", "");

    Run again = workshop.dev("deploy");
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err())
        .contains("ROLLBACK_COMPLETE")
        .contains("./dev destroy --stage dev --region us-east-1 --endpoint-url " + cloud.address());

    assertThat(workshop.dev("destroy", "--yes", STACK).status()).isZero();
    assertThat(workshop.dev("deploy").status()).isZero();
    assertThat(cloud.stacks().status(STACK)).contains("CREATE_COMPLETE");
  }

  @Test
  void an_update_that_failed_leaves_everything_as_it_was_and_can_be_tried_again()
      throws IOException {
    workshop.dev("deploy");
    workshop.rebuild("one.zip", "broken");
    cloud.stacks().fail("OneFunction", "The runtime parameter of java25 is not supported.");

    Run failed = workshop.dev("deploy");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err())
        .startsWith("失败 Failed: OneFunction (AWS::Serverless::Function")
        .contains("该区域尚无此 Java 运行时")
        .contains("The stack is as it was before");

    cloud.stacks().fail("OneFunction", "");
    assertThat(workshop.dev("deploy").status()).isZero();
    assertThat(cloud.stacks().status(STACK)).contains("UPDATE_COMPLETE");
  }

  @Test
  void an_update_that_could_not_be_taken_back_says_what_to_do() throws IOException {
    workshop.dev("deploy");
    workshop.rebuild("one.zip", "broken");
    cloud.stacks().fail("OneFunction", "no");
    cloud.stacks().fail("Rollback", "no");
    workshop.dev("deploy");

    Run again = workshop.dev("deploy");

    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err())
        .contains("aws cloudformation continue-update-rollback --stack-name banshi-dev")
        .contains("OneFunction (AWS::Serverless::Function, banshi-dev-OneFunction): no");
  }

  @Test
  void somebody_elses_deployment_is_followed_to_its_end_first() throws IOException {
    workshop.dev("deploy");
    workshop.rebuild("one.zip", "one, anew");
    cloud.takeRequests();
    // Whoever deploys is cut off as soon as the update has begun.
    workshop.attempts(1);
    int begun = requestsUntil("ExecuteChangeSet");
    assertThat(begun).isPositive();
    assertThat(cloud.stacks().status(STACK)).contains("UPDATE_IN_PROGRESS");

    cloud.recover();
    Run other = workshop.attempts(3).dev("deploy");

    assertThat(other.status()).isZero();
    assertThat(other.out())
        .contains("该部署正在变更，接着看到它结束")
        .contains("更新完成 UPDATE_COMPLETE  OneFunction")
        .contains("没有变更，无需部署");
    assertThat(cloud.stacks().executed()).isEqualTo(2);
  }

  private int requestsUntil(String action) {
    for (int requests = 0; requests < 60; requests++) {
      cloud.fallSilentAfter(requests, true);
      workshop.dev("deploy");
      List<String> asked = cloud.takeRequests();
      if (asked.contains(action)) {
        return requests;
      }
    }
    return -1;
  }

  @Test
  void being_asked_for_patience_is_no_failure() {
    cloud.throttleOnce("CreateChangeSet");
    assertThat(workshop.dev("deploy").status()).isZero();
    assertThat(cloud.stacks().executed()).isEqualTo(1);
  }

  @Test
  void data_is_replaced_only_when_somebody_agrees() throws IOException {
    workshop.dev("deploy");
    workshop.edit("Name: first", "Name: second");

    Run nobody = workshop.dev("deploy");
    assertThat(nobody.status()).isEqualTo(1);
    assertThat(nobody.out()).contains("! 替换 replace  Table");
    assertThat(nobody.err()).contains("--yes");
    assertThat(cloud.stacks().executed()).isEqualTo(1);
    assertThat(cloud.stacks().waiting()).isZero();

    assertThat(workshop.typing("no").dev("deploy").status()).isEqualTo(1);
    assertThat(cloud.stacks().executed()).isEqualTo(1);
    assertThat(workshop.typing(STACK).dev("deploy").status()).isZero();
    assertThat(cloud.stacks().executed()).isEqualTo(2);
  }

  @Test
  void taking_a_table_out_of_the_template_is_asked_about_and_yes_agrees_beforehand()
      throws IOException {
    workshop.dev("deploy");
    workshop.edit(
        "  Table:\n    Type: AWS::DynamoDB::Table\n    DeletionPolicy: Retain\n    Properties: {Name: first}\n",
        "");
    assertThat(workshop.dev("deploy").status()).isEqualTo(1);
    assertThat(workshop.dev("deploy", "--yes").status()).isZero();
  }

  @Test
  void a_package_that_is_not_built_is_named_before_anything_is_sent() throws IOException {
    Files.delete(folder.resolve("infra/other.zip"));
    Run run = workshop.dev("deploy");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("OtherFunction").contains("infra/other.zip");
    assertThat(cloud.takeRequests()).isEmpty();
  }

  @Test
  void a_wrong_parameter_is_named_before_anything_is_sent() {
    Run run =
        workshop.dev("deploy", "--parameter", "Greting=hi", "--parameter", "TokenIssuer=http://x");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("Greting").contains("TokenIssuer").contains("^https://");
    assertThat(cloud.takeRequests()).isEmpty();
  }

  @Test
  void production_brings_no_keys_along_and_says_how_to_make_them() throws IOException {
    Run without = workshop.prod("deploy");
    assertThat(without.status()).isEqualTo(1);
    assertThat(without.err())
        .contains("TokenIssuer  Who issues tokens")
        .contains("FieldKeys  Keys for personal data")
        .contains("./dev keys");
    assertThat(cloud.objects().buckets()).isEmpty();
    assertThat(workshop.root().resolve(".banshi")).doesNotExist();

    assertThat(workshop.plain(List.of("keys", "prod.json")).status()).isZero();
    Run with = production();
    assertThat(with.err()).isEmpty();
    assertThat(with.status()).isZero();
    assertThat(cloud.stacks().parameter("banshi-prod", "DeletionProtection")).isEqualTo("true");
  }

  private Run production(String... more) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of("--parameters", "prod.json", "--parameter", "TokenIssuer=https://id.example"));
    all.addAll(List.of("--parameter", "TokenKeys={\"keys\":[]}"));
    all.addAll(List.of(more));
    return workshop.prod("deploy", all.toArray(String[]::new));
  }

  @Test
  void secrets_are_never_printed() throws IOException {
    workshop.plain(List.of("keys", "prod.json"));
    String secret = Files.readString(folder.resolve("prod.json"));
    String index = secret.replaceAll("(?s).*\"IndexKey\" : \"([^\"]+)\".*", "$1");
    assertThat(index).hasSize(44);

    cloud.stacks().fail("Key", "no");
    Run run = production();
    Run wrong = workshop.prod("deploy", "--parameter", "IndexKey=hunter2hunter2");

    assertThat(run.out() + run.err()).doesNotContain(index);
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.out() + wrong.err()).contains("IndexKey").doesNotContain("hunter2");
  }

  @Test
  void other_keys_are_refused_because_data_would_become_unreadable() throws IOException {
    workshop.plain(List.of("keys", "prod.json"));
    assertThat(production().status()).isZero();
    assertThat(production().out()).contains("没有变更，无需部署");
    Files.delete(folder.resolve("prod.json"));
    workshop.plain(List.of("keys", "prod.json"));

    Run refused = production();
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("FieldKeys").contains("--replace-keys");
    assertThat(cloud.stacks().executed()).isEqualTo(1);

    assertThat(production("--replace-keys").status()).isZero();
    assertThat(production().out()).contains("没有变更，无需部署");
  }

  @Test
  void a_key_is_renewed_in_two_steps_without_losing_the_old_one() {
    workshop.plain(List.of("keys", "prod.json"));
    production();
    String first = cloud.stacks().tags("banshi-prod").get("banshi:field-keys");

    assertThat(workshop.plain(List.of("keys", "prod.json", "--add")).status()).isZero();
    assertThat(production().status()).isZero();
    assertThat(workshop.plain(List.of("keys", "prod.json", "--promote")).status()).isZero();
    assertThat(production().status()).isZero();

    assertThat(cloud.stacks().tags("banshi-prod").get("banshi:field-keys"))
        .startsWith(first + " ")
        .hasSize(25);
    assertThat(cloud.stacks().executed()).isEqualTo(3);
  }

  @Test
  void a_stage_whose_keys_this_machine_lost_keeps_the_stacks_own() throws IOException {
    workshop.dev("deploy");
    String keys = cloud.stacks().parameter(STACK, "FieldKeys");
    Files.walk(folder.resolve(".banshi"))
        .sorted(java.util.Comparator.reverseOrder())
        .forEach(file -> file.toFile().delete());
    workshop.rebuild("one.zip", "one, anew");

    Run run = workshop.dev("deploy");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("不能签发测试令牌");
    assertThat(cloud.stacks().parameter(STACK, "FieldKeys")).isEqualTo(keys);
    assertThat(workshop.plain(List.of("token", "--stage", "dev", "--sub", "x")).status())
        .isEqualTo(1);
  }

  @Test
  void testers_sign_tokens_with_the_stages_keys() {
    workshop.dev("deploy");
    Run token =
        workshop.plain(
            List.of(
                "token",
                "--stage",
                "dev",
                "--sub",
                "r-1",
                "--groups",
                "applicant,clerk",
                "--claim",
                "name=张三"));
    assertThat(token.status()).isZero();
    String payload =
        new String(
            java.util.Base64.getUrlDecoder().decode(token.lastLine().split("\\.")[1]),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(payload)
        .contains("\"sub\":\"r-1\"")
        .contains("\"groups\":[\"applicant\",\"clerk\"]")
        .contains("\"name\":\"张三\"")
        .contains("\"iss\":\"" + cloud.stacks().parameter(STACK, "TokenIssuer") + "\"");
  }

  @Test
  void a_stack_of_one_stage_cannot_become_one_of_another() {
    workshop.dev("deploy", "--stack", "hall");
    Run run = workshop.prod("deploy", "--stack", "hall");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("The stack hall is for the stage dev and cannot become one for prod.");
  }

  @Test
  void misuse_ends_with_two() {
    assertThat(workshop.plain(List.of("deploy")).status()).isEqualTo(2);
    assertThat(workshop.plain(List.of("deploy", "--stage", "test")).status()).isEqualTo(2);
    assertThat(workshop.plain(List.of("deploy", "--stage", "dev", "--stack", "Hall")).status())
        .isEqualTo(2);
    assertThat(workshop.plain(List.of("deploy", "--stage", "dev", "--region", "cn")).status())
        .isEqualTo(2);
    assertThat(workshop.plain(List.of("deploy", "--stage", "dev", "--endpoint-url", "x")).status())
        .isEqualTo(2);
    assertThat(workshop.plain(List.of("deploy", "--stage", "dev", "--forced")).status())
        .isEqualTo(2);
    assertThat(workshop.plain(List.of("deploy", "--stage", "dev", "more")).status()).isEqualTo(2);
    assertThat(workshop.plain(List.of("token", "--stage", "prod", "--sub", "x")).status())
        .isEqualTo(2);
    assertThat(workshop.plain(List.of("keys")).status()).isEqualTo(2);
    assertThat(workshop.plain(List.of("rule")).status()).isEqualTo(2);
    assertThat(workshop.plain(List.of("deploy", "--help")).status()).isZero();
    assertThat(cloud.takeRequests()).isEmpty();
  }
}
