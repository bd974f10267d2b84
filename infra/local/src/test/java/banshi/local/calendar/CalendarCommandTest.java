package banshi.local.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("banshi.root"));
  private static final String SHELF = "shared/kernel/src/main/resources/calendar";
  private static final Path MADE_UP = ROOT.resolve("shared/kernel/src/test/resources/made-up");

  @TempDir private Path root;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void copyTheList() throws IOException {
    Files.createDirectories(root.resolve(SHELF));
    Files.copy(ROOT.resolve(SHELF).resolve("index.txt"), index());
  }

  private Path index() {
    return root.resolve(SHELF).resolve("index.txt");
  }

  /** Port 9 discards: no local cloud is ever there. */
  private int run(String command, Path file) {
    return run(command, file.toString(), "--url", "http://127.0.0.1:9");
  }

  private int run(String... arguments) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new CalendarCommand(root, out, out).run(List.of(arguments));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private Path madeUp(UnaryOperator<String> edit) throws IOException {
    return Files.writeString(
        root.resolve("file.json"), edit.apply(Files.readString(MADE_UP.resolve("2027.json"))));
  }

  @Test
  void everyProblemIsToldWithItsPlaceInBothLanguages() throws IOException {
    Path file =
        madeUp(text -> text.replace("\"2027-01-09\"", "\"2027-01-08\"").replace("https:", "http:"));

    assertThat(run("check", file)).isEqualTo(1);

    assertThat(said().lines())
        .anyMatch(
            line ->
                line.contains("/holidays/0/work/0")
                    && line.contains("调休上班日不是周六或周日")
                    && line.contains("FRIDAY")
                    && line.contains("[make-up-on-weekday]"))
        .anyMatch(line -> line.contains("/citations/0/source") && line.contains("https 地址"));
    assertThat(run("apply", file)).isEqualTo(1);
    assertThat(root.resolve(SHELF).resolve("2027.json")).doesNotExist();
  }

  @Test
  void aFileInOrderIsToldByWhatItChangesAndThatNoCloudWasThere() throws IOException {
    assertThat(run("check", madeUp(text -> text))).isEqualTo(0);

    assertThat(said())
        .contains("28 天 days", "6 天", "17，第一个 the first: 2027-01-04")
        .contains("2027-01-09 周六  周末 → 元旦调休上班")
        .contains("No local cloud answers at http://127.0.0.1:9");
    assertThat(root.resolve(SHELF).resolve("2027.json")).doesNotExist();
  }

  @Test
  void applyingTwiceIsApplyingOnce() throws IOException {
    Path file = madeUp(text -> text);

    assertThat(run("apply", file)).isEqualTo(0);
    assertThat(root.resolve(SHELF).resolve("2027.json")).hasSameTextualContentAs(file);
    List<String> names = Files.readAllLines(index());
    assertThat(names).endsWith("2026.json", "2027.json");

    // Other spacing is the same file.
    assertThat(run("apply", madeUp(text -> text.replace("\n", " ")))).isEqualTo(0);
    assertThat(said()).contains("It is applied already");
    assertThat(run("check", file)).isEqualTo(0);
    assertThat(said()).contains("It is applied already");
    assertThat(Files.readAllLines(index())).isEqualTo(names);
  }

  @Test
  void anApplicationCutOffBetweenFileAndListIsMended() throws IOException {
    Path file = madeUp(text -> text);
    Files.copy(file, root.resolve(SHELF).resolve("2027.json"));

    assertThat(run("apply", file)).isEqualTo(0);

    assertThat(Files.readAllLines(index())).endsWith("2027.json").doesNotHaveDuplicates();
  }

  @Test
  void aRevisionOfAYearThatIsNotThereIsRefused() {
    assertThat(run("check", MADE_UP.resolve("2027-1.json"))).isEqualTo(1);

    assertThat(said()).contains("/revision", "revision-not-next");
  }

  @Test
  void aFileThatIsNotThereOrIsNoTextIsToldSo() throws IOException {
    assertThat(run("check", root.resolve("nowhere.json"))).isEqualTo(1);
    assertThat(said()).contains("nowhere.json");
    Path bytes = Files.write(root.resolve("bytes.json"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(run("check", bytes)).isEqualTo(1);
    assertThat(said()).contains("UTF-8");
  }

  @Test
  void withoutACloudTheRecountIsLeftToTheDeployedReminder() {
    assertThat(run("recount", Path.of("2027.json"))).isEqualTo(0);

    assertThat(said()).contains("the reminder recounts by itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "check",
        "show 2027.json",
        "check a b",
        "check a --url nowhere",
        "check a --u x"
      })
  void misuseIsToldHowToDoItRight(String words) {
    assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);

    assertThat(said()).contains("http://");
  }

  @Test
  void helpIsNoMisuse() {
    assertThat(run("check", "--help")).isEqualTo(0);

    assertThat(said()).contains("./dev calendar apply");
  }
}
