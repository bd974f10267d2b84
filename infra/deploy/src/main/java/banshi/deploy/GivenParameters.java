package banshi.deploy;

import banshi.deploy.console.Console;
import banshi.deploy.parameter.ParameterFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters that somebody gives, one by one or in a file. */
final class GivenParameters {
  private final Rooms rooms;
  private final Console console;
  private final Arguments arguments;

  GivenParameters(Rooms rooms, Console console, Arguments arguments) {
    this.rooms = rooms;
    this.console = console;
    this.arguments = arguments;
  }

  /** Those of {@code --parameter}. */
  Map<String, String> onCommandLine() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String given : arguments.values("--parameter")) {
      String[] parts = given.split("=", 2);
      if (parts.length != 2 || parts[0].isEmpty()) {
        throw new Misused("--parameter: 应为 名称=值 should be Name=value");
      }
      if (values.putIfAbsent(parts[0], parts[1]) != null) {
        throw new Misused("--parameter " + parts[0] + ": 只能给一次 may stand only once");
      }
    }
    return values;
  }

  /** Those of the file that {@code --parameters} names; none without it. */
  Map<String, String> inFile() {
    Optional<ParameterFile> file =
        arguments.value("--parameters").map(rooms::from).map(ParameterFile::read);
    if (file.filter(ParameterFile::openToOthers).isPresent()) {
      console.warn("参数文件可被他人读取，建议 chmod 600", "others may read the parameters file: chmod 600 it.");
    }
    return file.map(ParameterFile::values).orElse(Map.of());
  }
}
