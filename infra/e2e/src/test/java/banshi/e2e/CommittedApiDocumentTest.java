package banshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import banshi.local.dev.ApiDocumentCommand;
import banshi.local.dev.ApiDocuments;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The API document that is committed is that of the functions as they are built. */
class CommittedApiDocumentTest {

  @Test
  void theCommittedDocumentIsCurrent() throws IOException {
    String built =
        new String(
            ApiDocuments.text(ApiDocuments.built(TheHall.root()).joined()), StandardCharsets.UTF_8);

    assertThat(Files.readString(TheHall.root().resolve(ApiDocumentCommand.COMMITTED)).lines())
        .as("docs/api/openapi.json is out of date: run ./dev docs · 请运行 ./dev docs")
        .containsExactlyElementsOf(built.lines().toList());
  }

  @Test
  void nothingBreaksFrontEndsMadeForTheReleasedDocument() throws IOException {
    JsonNode released =
        Hall.JSON.readTree(TheHall.root().resolve(ApiDocumentCommand.RELEASED).toFile());

    assertThat(BreakingChanges.between(released, ApiDocuments.built(TheHall.root()).joined()))
        .as(
            "these break front ends made for version %s; where that is meant, docs/api/README.md"
                + " says how it is released",
            released.at("/info/version").asText())
        .isEmpty();
  }
}
