package banshi.local.calendar;

import banshi.clock.CalendarFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The folder that holds every year's file, with the list of their names. */
record Shelf(Path folder) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Of the project in this folder. */
  static Shelf of(Path root) {
    return new Shelf(root.resolve("shared/kernel/src/main/resources/calendar"));
  }

  /** The name a file has here: 2027.json, and 2027-1.json for its first revision. */
  static String name(CalendarFile file) {
    return file.year() + (file.revision() == 0 ? "" : "-" + file.revision()) + ".json";
  }

  /** Whether the file is here already and is named in the list. */
  boolean holds(CalendarFile file, String text) throws IOException {
    Path place = folder.resolve(name(file));
    return names().contains(name(file)) && Files.exists(place) && same(place, text);
  }

  private static boolean same(Path place, String text) throws IOException {
    try {
      return JSON.readTree(Files.readString(place)).equals(JSON.readTree(text));
    } catch (JsonProcessingException unreadable) {
      return false;
    }
  }

  /** Puts a file here, and then its name into the list: cut off between, the next try mends it. */
  void put(CalendarFile file, String text) throws IOException {
    replace(folder.resolve(name(file)), text);
    List<String> names = new ArrayList<>(names());
    if (!names.contains(name(file))) {
      names.add(name(file));
      replace(folder.resolve("index.txt"), String.join("\n", names) + "\n");
    }
  }

  private List<String> names() throws IOException {
    return Files.readAllLines(folder.resolve("index.txt"));
  }

  private static void replace(Path place, String text) throws IOException {
    Path fresh = place.resolveSibling(place.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
