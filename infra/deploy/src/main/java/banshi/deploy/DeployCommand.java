package banshi.deploy;

import banshi.deploy.cloud.ChangeSet;
import banshi.deploy.cloud.Cloud;
import banshi.deploy.cloud.PackageBucket;
import banshi.deploy.cloud.Proposal;
import banshi.deploy.cloud.Stack;
import banshi.deploy.cloud.StackView;
import banshi.deploy.console.Console;
import banshi.deploy.console.Stopped;
import banshi.deploy.parameter.KeyPrints;
import banshi.deploy.parameter.Setting;
import banshi.deploy.parameter.Settings;
import banshi.deploy.parameter.StageKeys;
import banshi.deploy.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ./dev deploy}: makes a stack what the template and the packages say. */
final class DeployCommand {
  static final String USAGE =
      """
      用法 Usage: ./dev deploy --stage dev|prod [options]

        --region R             区域，默认按 AWS 的配置            region, else as AWS is configured
        --profile P            身份，默认按 AWS 的配置            profile, else as AWS is configured
        --endpoint-url URL     改用 LocalStack 等替身             a stand-in for AWS, such as LocalStack
        --stack NAME           部署名，默认 banshi-<stage>        the stack, banshi-<stage> unless given
        --parameter NAME=VALUE 模板参数，可重复                   a parameter of the template; may be repeated
        --parameters FILE      参数文件（JSON 对象）              a file of parameters, one JSON object
        --yes                  不再确认会替换数据的变更           do not ask before data would be replaced
        --replace-keys         允许换掉密钥：已存数据将无法读取   let keys be replaced: stored data becomes unreadable
        --help                 本说明                             this text

      最后一行输出是接口地址。可随时中断，重来即可继续。
      The last line printed is the API's address. Cut off at any time, the same command goes on.
      """;

  private static final Set<String> VALUED = Set.of("--parameter", "--parameters");
  private static final Set<String> FLAGS = Set.of("--yes", "--replace-keys");

  private final Rooms rooms;
  private final Console console;
  private final Cloud.Patience patience;
  private final Arguments arguments;
  private final Target target;
  private final GivenParameters given;
  private final StageKeys keys;

  DeployCommand(Rooms rooms, Console console, Cloud.Patience patience, List<String> typed) {
    this.rooms = rooms;
    this.console = console;
    this.patience = patience;
    Set<String> valued = new HashSet<>(VALUED);
    valued.addAll(Target.OPTIONS);
    this.arguments = Arguments.of(typed, valued, Set.of("--parameter"), FLAGS).withoutOthers();
    this.target = Target.of(arguments);
    this.given = new GivenParameters(rooms, console, arguments);
    this.keys = new StageKeys(rooms.root(), target.stack());
  }

  void run() throws IOException {
    Template template = Template.read(rooms.template());
    Settings asked =
        Settings.asked(
            template.parameters(), target.stage(), given.onCommandLine(), given.inFile());
    Map<String, Path> packages = template.packages();
    console.say("部署", "Deploying " + target.stack());
    try (Cloud cloud = Cloud.open(target.access(), patience)) {
      console.say("账户", "Account %s, %s".formatted(cloud.account(), cloud.region().id()));
      Stack stack = new Stack(target.stack(), cloud, console, patience.poll());
      Optional<StackView> now = stack.settled();
      now.ifPresent(view -> check(stack, view));
      Map<String, Setting> settings = asked.decide(previous(now), this::ofStage);
      Map<String, String> tags = tags(settings, now);
      console.line(deploy(template, packages, settings, tags, cloud, stack, now));
    }
  }

  private void check(Stack stack, StackView view) {
    stack.checkChangeable(view, target.with("destroy"));
    String stage = view.parameters().getOrDefault("Stage", target.stage());
    if (view.made() && !stage.equals(target.stage())) {
      throw new Stopped(
          "部署 " + target.stack() + " 是 " + stage + " 阶段的，不能改作 " + target.stage(),
          "The stack %s is for the stage %s and cannot become one for %s."
              .formatted(target.stack(), stage, target.stage()));
    }
  }

  private static Set<String> previous(Optional<StackView> now) {
    return now.filter(StackView::made).map(view -> view.parameters().keySet()).orElse(Set.of());
  }

  /** Only a stage for testing brings anything along. */
  private Map<String, String> ofStage() {
    return target.stage().equals("dev") ? keys.settings() : Map.of();
  }

  /** Every tag of the stack with its fingerprints of keys brought up to date. */
  private Map<String, String> tags(Map<String, Setting> settings, Optional<StackView> now) {
    Map<String, String> prints = KeyPrints.tags(settings);
    Map<String, String> present = now.filter(StackView::made).map(StackView::tags).orElse(Map.of());
    if (now.filter(StackView::made).isPresent() && !arguments.has("--replace-keys")) {
      KeyPrints.check(prints, present);
    }
    if (prints.isEmpty()) {
      return Map.of();
    }
    Map<String, String> tags = new LinkedHashMap<>(present);
    tags.putAll(prints);
    return tags;
  }

  private String deploy(
      Template template,
      Map<String, Path> packages,
      Map<String, Setting> settings,
      Map<String, String> tags,
      Cloud cloud,
      Stack stack,
      Optional<StackView> now)
      throws IOException {
    PackageBucket bucket = new PackageBucket(cloud, target.stack(), console);
    bucket.prepare();
    Map<String, String> addresses = new LinkedHashMap<>();
    for (Map.Entry<String, Path> each : packages.entrySet()) {
      addresses.put(each.getKey(), bucket.keep(each.getKey(), each.getValue()));
    }
    String written = template.withPackages(addresses).tree().toString();
    String address = bucket.keepTemplate(written.getBytes(StandardCharsets.UTF_8));
    ChangeSet changes =
        stack.propose(
            new Proposal(target.stack(), address, settings, tags, template.namesIdentities()), now);
    if (changes.nothingToDo()) {
      StackView unchanged = now.orElseThrow();
      console.say("没有变更，无需部署", "Nothing has changed; there is nothing to do.");
      return told(unchanged);
    }
    changes.show(console);
    agree(stack, changes);
    return told(stack.carryOut(changes, worthless(settings, now)));
  }

  private void agree(Stack stack, ChangeSet changes) {
    if (changes.dangers().isEmpty() || arguments.has("--yes")) {
      return;
    }
    console.say("以下变更会替换或移除存有数据的资源", "These hold data and would be replaced or removed:");
    changes.dangers().forEach(danger -> console.line("  " + danger));
    String typed =
        console.ask("确要继续，请输入部署名：", "To go on, type the stack's name (" + target.stack() + "):");
    if (!typed.equals(target.stack())) {
      stack.drop(changes);
      throw new Stopped(
          "未确认，未作任何变更；无人值守时用 --yes",
          "Not agreed to: nothing was changed. Where nobody can be asked, say --yes.");
    }
  }

  /** Whether the stack's data is worth nothing: only then may a failure clear away what it made. */
  private static boolean worthless(Map<String, Setting> settings, Optional<StackView> now) {
    return switch (settings.get("DeletionProtection")) {
      case Setting.Given(String value) -> value.equals("false");
      case Setting.Kept() ->
          now.map(view -> view.parameters().get("DeletionProtection"))
              .filter("false"::equals)
              .isPresent();
      case null -> false;
    };
  }

  /** Says what there is now; gives the API's address. */
  private String told(StackView stack) {
    stack.outputs().forEach((name, value) -> console.line("  " + name + "  " + value));
    if (target.stage().equals("dev")) {
      tellOfTokens(stack);
    }
    return Optional.ofNullable(stack.outputs().get("ApiAddress"))
        .map(target::apiAddress)
        .orElseThrow(
            () -> new Stopped("模板没有输出 ApiAddress", "The template has no output ApiAddress."));
  }

  private void tellOfTokens(StackView stack) {
    if (!keys.present()) {
      console.warn(
          "本机没有该部署的签名密钥，不能签发测试令牌",
          "this machine lacks the key that signs tokens for the stack: ./dev token will not work.");
    } else if (!keys.tokens().keySet().equals(stack.parameters().get("TokenKeys"))) {
      console.warn(
          "该部署不接受本机签发的测试令牌", "the stack does not accept tokens signed with this machine's keys.");
    }
  }
}
