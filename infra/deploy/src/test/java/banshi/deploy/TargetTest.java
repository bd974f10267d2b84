package banshi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetTest {
  private static Target target(String... arguments) {
    return Target.of(Arguments.of(List.of(arguments), Target.OPTIONS, Set.of(), Set.of()));
  }

  @Test
  void the_stack_is_named_after_the_stage_unless_said_otherwise() {
    assertThat(target("--stage", "dev").stack()).isEqualTo("banshi-dev");
    assertThat(target("--stage", "dev", "--stack", "hall-2").stack()).isEqualTo("hall-2");
  }

  @Test
  void in_the_cloud_the_address_is_the_templates() {
    String output = "https://a1b2.execute-api.cn-northwest-1.amazonaws.com.cn/prod";
    assertThat(target("--stage", "prod").apiAddress(output)).isEqualTo(output);
  }

  @Test
  void at_a_stand_in_the_api_is_found_under_the_stand_ins_own_path() {
    String there = "http://127.0.0.1:4566/_aws/execute-api/a1b2/dev";
    Target target = target("--stage", "dev", "--endpoint-url", "http://127.0.0.1:4566/");
    assertThat(target.apiAddress("https://a1b2.execute-api.us-east-1.amazonaws.com/dev"))
        .isEqualTo(there);
    assertThat(target.apiAddress("https://a1b2.execute-api.localhost.localstack.cloud:4566/dev"))
        .isEqualTo(there);
  }

  @Test
  void the_same_target_can_be_named_to_another_command() {
    assertThat(
            target("--stage", "dev", "--stack", "hall", "--region", "cn-north-1", "--profile", "p")
                .with("destroy"))
        .isEqualTo("./dev destroy --stage dev --stack hall --region cn-north-1 --profile p");
  }
}
