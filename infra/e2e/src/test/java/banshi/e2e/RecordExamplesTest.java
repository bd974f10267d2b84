package banshi.e2e;

import banshi.e2e.ExampleCase.Words;
import banshi.local.LocalCloud;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Writes the examples of the API document: one scenario, played once in each language against a
 * hall of its own. It is no test and no part of the build; {@code ./dev docs examples} runs it.
 */
@EnabledIfEnvironmentVariable(named = "BANSHI_RECORD", matches = "1")
class RecordExamplesTest {

  @Test
  void everyOperationIsRecordedInBothLanguages() throws Exception {
    Map<String, ObjectNode> chinese = played("zh-CN");
    Map<String, ObjectNode> english = played("en");
    Path folder = Files.createDirectories(TheHall.root().resolve("docs/api/examples"));
    for (Map.Entry<String, ObjectNode> recorded : chinese.entrySet()) {
      ObjectNode example = Hall.JSON.createObjectNode();
      example.set("zh", recorded.getValue());
      example.set("en", english.get(recorded.getKey()));
      write(folder.resolve(recorded.getKey() + ".json"), example);
    }
  }

  private static void write(Path file, ObjectNode example) throws IOException {
    Files.writeString(
        file,
        Hall.JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(example) + "\n");
  }

  private static Map<String, ObjectNode> played(String language) throws Exception {
    try (LocalCloud cloud =
        LocalCloud.builder(TheHall.root())
            .inMemory()
            .port(0)
            .withoutSchedules()
            .parameter("PublicAddress", Targets.PUBLIC_ADDRESS)
            .start()) {
      ExampleRecorder recorder = new ExampleRecorder();
      Hall hall = new Hall(Target.localCloud(cloud.endpoint()), language, recorder::saw);
      hall.setTime(TheHall.NOW);
      Words words = new Words(language.equals("en"));
      new ExampleStartups(hall, words).play();
      new ExampleOpinions(hall, words).play();
      new ExampleScenario(hall, words).play();
      return recorder.examples(hall);
    }
  }
}
