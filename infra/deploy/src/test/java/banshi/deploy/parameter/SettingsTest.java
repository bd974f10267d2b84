package banshi.deploy.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.deploy.console.Stopped;
import banshi.deploy.template.Declaration;
import banshi.deploy.template.Template;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final SequencedMap<String, Declaration> DECLARED =
      Template.deployed(
              "t",
              """
              Parameters:
                Stage: {Type: String, AllowedValues: [dev, prod]}
                A: {Type: String, Default: usual, Description: the first}
                B: {Type: String, Description: the second}
              """)
          .parameters();

  private static Map<String, Setting> decided(
      Map<String, String> line,
      Map<String, String> file,
      Set<String> previous,
      Map<String, String> own) {
    return Settings.asked(DECLARED, "dev", line, file).decide(previous, () -> own);
  }

  @Test
  void the_command_line_comes_before_the_file_before_the_stack_before_the_stage() {
    Map<String, String> line = Map.of("B", "line");
    Map<String, String> file = Map.of("B", "file");
    Map<String, String> own = Map.of("B", "own");
    Set<String> previous = Set.of("B");

    assertThat(decided(line, file, previous, own)).containsEntry("B", new Setting.Given("line"));
    assertThat(decided(Map.of(), file, previous, own))
        .containsEntry("B", new Setting.Given("file"));
    assertThat(decided(Map.of(), Map.of(), previous, own)).containsEntry("B", new Setting.Kept());
    assertThat(decided(Map.of(), Map.of(), Set.of(), own))
        .containsEntry("B", new Setting.Given("own"));
  }

  @Test
  void the_stage_comes_before_the_default_and_the_default_is_not_sent() {
    assertThat(decided(Map.of(), Map.of(), Set.of(), Map.of("A", "own", "B", "b")))
        .containsEntry("A", new Setting.Given("own"));
    assertThat(decided(Map.of(), Map.of(), Set.of(), Map.of("B", "b"))).doesNotContainKey("A");
  }

  @Test
  void what_the_stack_has_and_the_template_no_longer_knows_is_left_out() {
    assertThat(decided(Map.of(), Map.of(), Set.of("B", "Gone"), Map.of()))
        .doesNotContainKey("Gone");
  }

  @Test
  void the_stage_brings_nothing_along_when_nothing_is_missing() {
    Settings asked = Settings.asked(DECLARED, "dev", Map.of(), Map.of());
    assertThat(
            asked.decide(
                Set.of("A", "B"),
                () -> {
                  throw new AssertionError("keys are made up only when they are needed");
                }))
        .containsEntry("A", new Setting.Kept());
  }

  @Test
  void every_missing_parameter_is_named_with_what_it_is() {
    assertThatThrownBy(() -> decided(Map.of(), Map.of(), Set.of(), Map.of()))
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("B  the second");
  }

  @Test
  void every_fault_is_named_at_once() {
    assertThatThrownBy(
            () ->
                Settings.asked(
                    DECLARED, "dev", Map.of("C", "1", "Stage", "prod"), Map.of("D", "2")))
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("no parameter C")
        .hasMessageContaining("no parameter D")
        .hasMessageContaining("--stage");
  }

  @Test
  void a_value_never_shows_in_a_setting() {
    assertThat(new Setting.Given("secret").toString()).doesNotContain("secret");
  }
}
