package banshi.deploy;

import banshi.deploy.console.Console;
import banshi.deploy.console.Stopped;
import banshi.deploy.parameter.StageKeys;
import banshi.local.dev.Tokens;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code ./dev token}: signs a token for a stage for testing. */
final class TokenCommand {
  static final String USAGE =
      """
      用法 Usage: ./dev token --stage dev --sub SUB [options]

        --sub SUB           令牌属于谁                     whose token it is
        --groups A,B        身份组，例如 applicant         groups, such as applicant
        --claim NAME=VALUE  其他声明，可重复               another claim; may be repeated
        --life PT8H         有效期，默认八小时             how long it is valid, eight hours unless given
        --stack NAME        部署名，默认 banshi-<stage>    the stack, banshi-<stage> unless given
        --help              本说明                         this text

      例 Example:
        ./dev token --stage dev --sub resident-1 --groups applicant --claim name=张三 \\
          --claim idType=ID_CARD --claim idNumber=500106190001010019 --claim phone=13800000000
      """;

  private static final Set<String> VALUED =
      Set.of("--stage", "--stack", "--sub", "--groups", "--claim", "--life");

  private final Console console;
  private final StageKeys keys;
  private final ObjectNode claims = JsonNodeFactory.instance.objectNode();
  private final Duration life;

  TokenCommand(Rooms rooms, Console console, List<String> given) {
    this.console = console;
    Arguments arguments =
        Arguments.of(given, new HashSet<>(VALUED), Set.of("--claim"), Set.of()).withoutOthers();
    String stage = Target.stage(arguments);
    if (!stage.equals("dev")) {
      throw new Misused("--stage " + stage + ": 只有 dev 有测试令牌 only dev has tokens for testing");
    }
    this.keys = new StageKeys(rooms.root(), Target.stack(arguments, stage));
    claims.put(
        "sub", arguments.value("--sub").orElseThrow(() -> new Misused("--sub: 缺少 is missing")));
    arguments
        .value("--groups")
        .ifPresent(groups -> List.of(groups.split(",")).forEach(claims.withArray("/groups")::add));
    arguments.values("--claim").forEach(this::claim);
    this.life = arguments.value("--life").map(TokenCommand::duration).orElse(Tokens.USUAL_LIFE);
  }

  private void claim(String given) {
    String[] parts = given.split("=", 2);
    if (parts.length != 2 || parts[0].isEmpty() || claims.has(parts[0])) {
      throw new Misused("--claim " + given + ": 应为 名称=值，各一次 should be name=value, each once");
    }
    claims.put(parts[0], parts[1]);
  }

  private static Duration duration(String text) {
    try {
      Duration life = Duration.parse(text);
      if (life.isPositive() && life.compareTo(Duration.ofDays(30)) <= 0) {
        return life;
      }
    } catch (DateTimeParseException e) {
      throw new Misused("--life " + text + ": 例如 for example PT8H");
    }
    throw new Misused("--life " + text + ": 不超过三十天 thirty days at most");
  }

  void run() {
    if (!keys.present()) {
      throw new Stopped(
          "本机没有该部署的签名密钥：在首次部署它的机器上才有 " + keys.folder(),
          "This machine has no key that signs tokens for the stack; it is on the one that deployed it"
              + " first, in "
              + keys.folder());
    }
    console.line(keys.tokens().token(claims, life));
  }
}
