package banshi.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import banshi.deploy.console.Stopped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTreeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Ref Stage | {'Ref':'Stage'}",
        "!Condition Big | {'Condition':'Big'}",
        "!Sub '${Table.Arn}/index/*' | {'Fn::Sub':'${Table.Arn}/index/*'}",
        "!Sub ['${a}', {a: !Ref B}] | {'Fn::Sub':['${a}',{'a':{'Ref':'B'}}]}",
        "!GetAtt Table.Arn | {'Fn::GetAtt':['Table','Arn']}",
        "!GetAtt Nested.Outputs.Name | {'Fn::GetAtt':['Nested','Outputs.Name']}",
        "!GetAtt [Table, Arn] | {'Fn::GetAtt':['Table','Arn']}",
        "!If [Big, [!Ref A], !Ref AWS::NoValue] | {'Fn::If':['Big',[{'Ref':'A'}],{'Ref':'AWS::NoValue'}]}",
        "!Not [!Equals [!Ref A, '']] | {'Fn::Not':[{'Fn::Equals':[{'Ref':'A'},'']}]}",
        "!Join [',', [a, b]] | {'Fn::Join':[',',['a','b']]}",
        "!FindInMap [Stages, !Ref Stage, Burst] | {'Fn::FindInMap':['Stages',{'Ref':'Stage'},'Burst']}",
        "!ImportValue 7 | {'Fn::ImportValue':'7'}",
        "{'Fn::Sub': '${A}'} | {'Fn::Sub':'${A}'}",
      })
  void the_short_form_of_a_function_becomes_its_long_form(String yaml, String json)
      throws JsonProcessingException {
    assertThat(value(yaml)).isEqualTo(JSON.readTree(json.strip().replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text | 'text'",
        "\"2012-10-17\" | '2012-10-17'",
        "2012-10-17 | '2012-10-17'",
        "\"true\" | 'true'",
        "true | true",
        "29 | 29",
        "-1 | -1",
        "0.5 | 0.5",
        "\"08\" | '08'",
        "~ | null",
        "[] | []",
        "{} | {}",
      })
  void values_keep_their_kinds(String yaml, String json) throws JsonProcessingException {
    assertThat(value(yaml)).isEqualTo(value(json.strip()));
    assertThat(value(yaml).toString()).isEqualTo(json.strip().replace('\'', '"'));
  }

  private static com.fasterxml.jackson.databind.JsonNode value(String yaml) {
    return TemplateTree.parse("t.yaml", "Here: " + yaml).get("Here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yes", "0x1F", "010", "1_000", ".inf", "12:30:00", "!GetAtt Table", "!Ref [a]"})
  void what_json_would_say_differently_is_refused_with_its_line(String yaml) {
    assertThatThrownBy(() -> TemplateTree.parse("t.yaml", "First: 1\nHere: " + yaml))
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("t.yaml, line 2");
  }

  @Test
  void a_name_that_stands_twice_is_refused_with_its_line() {
    assertThatThrownBy(() -> TemplateTree.parse("t.yaml", "A: 1\nB: 2\nA: 3"))
        .isInstanceOf(Stopped.class)
        .hasMessageContaining("t.yaml, line 3: A stands here a second time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a", "text", "a: [", "<<: {a: 1}"})
  void what_is_no_template_is_refused(String yaml) {
    assertThatThrownBy(() -> TemplateTree.parse("t.yaml", yaml)).isInstanceOf(Stopped.class);
  }
}
