package banshi.deploy;

import banshi.deploy.console.Console;
import banshi.deploy.parameter.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./dev keys}: makes and renews the keys of a deployment. */
final class KeysCommand {
  static final String USAGE =
      """
      用法 Usage: ./dev keys FILE [--add | --promote]

        FILE        参数文件；写入新的 FieldKeys 与 IndexKey，仅本人可读
                    a parameters file: fresh FieldKeys and IndexKey are put into it, for its owner only
        --add       增加一把新密钥，先部署让各函数都能解开
                    adds a key that is not used yet; deploy, so that every function can open it
        --promote   启用最新的密钥，再部署一次；旧密钥须留着
                    has the newest key used; deploy again. Old keys have to stay
        --help      本说明 · this text
      """;

  private final Console console;
  private final Arguments arguments;
  private final Path file;

  KeysCommand(Rooms rooms, Console console, List<String> given) {
    this.console = console;
    this.arguments = Arguments.of(given, Set.of(), Set.of(), Set.of("--add", "--promote"));
    if (arguments.others().size() != 1) {
      throw new Misused("请给出一个文件 Name one file");
    }
    if (arguments.has("--add") && arguments.has("--promote")) {
      throw new Misused("--add, --promote: 一次一步，中间要部署 one at a time, with a deployment between");
    }
    this.file = rooms.from(arguments.others().getFirst());
  }

  void run() throws IOException {
    KeyFile keys = new KeyFile(file);
    if (arguments.has("--add")) {
      keys.add();
      console.say("已增加新密钥；请部署，再 --promote", "A key was added; deploy, then --promote.");
    } else if (arguments.has("--promote")) {
      keys.promote();
      console.say("已启用新密钥；请部署", "The newest key will be used; deploy.");
    } else {
      keys.make();
      console.say("已生成密钥", "Keys made: " + file);
    }
    console.warn(
        "务必备份该文件：失去密钥就无法读取数据",
        "keep a copy of that file: without its keys the data cannot be read.");
  }
}
