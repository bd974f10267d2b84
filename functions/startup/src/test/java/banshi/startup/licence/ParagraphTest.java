package banshi.startup.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  private static List<String> lines(String text, int width) {
    return Paragraph.lines(text, width, character -> 1);
  }

  @Test
  void chineseBreaksBetweenAnyTwoCharacters() {
    assertThat(lines("软件开发和销售", 3)).containsExactly("软件开", "发和销", "售");
  }

  @Test
  void noLineBeginsWithClosingOrEndsWithOpeningPunctuation() {
    assertThat(lines("软件开；发（和）销售", 3)).containsExactly("软件", "开；发", "（和）", "销售");
  }

  @Test
  void wordsAndNumbersStayWholeUntilTheyAreLongerThanALine() {
    assertThat(lines("路1234号 Banshi", 6)).containsExactly("路1234号", "Banshi");
    assertThat(lines("Banshi", 4)).containsExactly("Bans", "hi");
  }

  @Test
  void anEmptyTextHasNoLines() {
    assertThat(lines("", 3)).isEmpty();
  }

  @Property
  void nothingIsLostAndNoLineIsTooWide(
      @ForAll @Chars({'软', '；', '（', '）', 'a', '1', '、'}) @StringLength(max = 80) String text,
      @ForAll @IntRange(min = 1, max = 20) int width) {
    List<String> lines = lines(text, width);
    assertThat(String.join("", lines)).isEqualTo(text);
    assertThat(lines).allMatch(line -> line.length() <= width);
  }
}
