package banshi.local.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What docs/access.md says that roles may do. */
record ExpectedAccess(List<String> functions, List<Row> items, List<Row> entries) {
  private static final String NOTHING = "–";

  /**
   * @param under what keys begin with
   * @param index the index that the keys are of; empty for the table's own
   * @param letters the actions that each function may do, in the order of {@link #functions}
   */
  record Row(String under, String index, List<Set<Character>> letters) {}

  static ExpectedAccess read(Path file) throws IOException {
    List<String> functions = List.of();
    List<Row> items = new ArrayList<>();
    List<Row> entries = new ArrayList<>();
    boolean ofIndexes = false;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("## ")) {
        ofIndexes = line.equals("## Indexes");
      }
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      if (line.startsWith("| Items under")) {
        functions = cells.subList(2, cells.size() - 1);
      } else if (line.startsWith("| `")) {
        String[] key = cells.get(1).replace("`", "").split(" ");
        (ofIndexes ? entries : items)
            .add(
                new Row(
                    key[key.length - 1],
                    ofIndexes ? key[0] : "",
                    cells.subList(2, 2 + functions.size()).stream()
                        .map(ExpectedAccess::letters)
                        .toList()));
      }
    }
    return new ExpectedAccess(functions, items, entries);
  }

  /** All rows, of items and of indexes. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>(items);
    rows.addAll(entries);
    return rows;
  }

  private static Set<Character> letters(String cell) {
    return cell.replace(NOTHING, "")
        .chars()
        .mapToObj(letter -> (char) letter)
        .collect(Collectors.toSet());
  }
}
