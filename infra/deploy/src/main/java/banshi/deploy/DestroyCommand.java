package banshi.deploy;

import banshi.deploy.cloud.ChangeSet;
import banshi.deploy.cloud.Cloud;
import banshi.deploy.cloud.PackageBucket;
import banshi.deploy.cloud.Proposal;
import banshi.deploy.cloud.Stack;
import banshi.deploy.cloud.StackView;
import banshi.deploy.console.Console;
import banshi.deploy.console.Stopped;
import banshi.deploy.parameter.Setting;
import banshi.deploy.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** {@code ./dev destroy}: deletes a stack, after asking. */
final class DestroyCommand {
  static final String USAGE =
      """
      用法 Usage: ./dev destroy --stage dev|prod [options]

        --region R             区域，默认按 AWS 的配置            region, else as AWS is configured
        --profile P            身份，默认按 AWS 的配置            profile, else as AWS is configured
        --endpoint-url URL     改用 LocalStack 等替身             a stand-in for AWS, such as LocalStack
        --stack NAME           部署名，默认 banshi-<stage>        the stack, banshi-<stage> unless given
        --delete-data          数据表、日志、密钥也一并删除       delete its table, logs and key as well
        --yes TEXT             代替键入确认文字                   what would have to be typed to agree
        --help                 本说明                             this text
      """;

  private static final Set<String> VALUED = Set.of("--yes");

  private final Console console;
  private final Cloud.Patience patience;
  private final Arguments arguments;
  private final Target target;

  DestroyCommand(Console console, Cloud.Patience patience, List<String> given) {
    this.console = console;
    this.patience = patience;
    Set<String> valued = new HashSet<>(VALUED);
    valued.addAll(Target.OPTIONS);
    this.arguments = Arguments.of(given, valued, Set.of(), Set.of("--delete-data")).withoutOthers();
    this.target = Target.of(arguments);
  }

  void run() {
    try (Cloud cloud = Cloud.open(target.access(), patience)) {
      console.say("账户", "Account %s, %s".formatted(cloud.account(), cloud.region().id()));
      Stack stack = new Stack(target.stack(), cloud, console, patience.poll());
      PackageBucket bucket = new PackageBucket(cloud, target.stack(), console);
      Optional<StackView> now = stack.settledHoweverItEnds();
      if (now.isEmpty()) {
        console.say("没有这个部署", "There is no stack " + target.stack());
      } else {
        destroy(stack, now.get(), bucket);
      }
      bucket.delete();
      console.say("完成", "Done.");
    }
  }

  private void destroy(Stack stack, StackView view, PackageBucket bucket) {
    Optional<Template> template =
        view.made() ? Optional.of(stack.template(view)) : Optional.empty();
    boolean withData = arguments.has("--delete-data") && template.isPresent();
    tell(stack.resources(view), template, withData, bucket);
    agree(withData);
    if (withData) {
      release(stack, view, template.get(), bucket);
    }
    stack.delete(view);
  }

  private void tell(
      List<StackResourceSummary> resources,
      Optional<Template> template,
      boolean withData,
      PackageBucket bucket) {
    Map<String, String> retained =
        template
            .map(it -> withData ? it.releasingData().retained() : it.retained())
            .orElseGet(LinkedHashMap::new);
    console.say(
        "将删除", "To be deleted: %s, %d resources".formatted(target.stack(), resources.size()));
    resources.stream()
        .filter(each -> !retained.containsKey(each.logicalResourceId()))
        .forEach(each -> tell("  - 删除 delete  ", each));
    resources.stream()
        .filter(each -> retained.containsKey(each.logicalResourceId()))
        .forEach(each -> tell("    保留 stays  ", each));
    console.line("  - 删除 delete  " + bucket.name() + " (软件包 packages)");
  }

  private void tell(String what, StackResourceSummary resource) {
    console.line(
        "%s%s  %s  %s"
            .formatted(
                what,
                resource.logicalResourceId(),
                resource.resourceType(),
                Optional.ofNullable(resource.physicalResourceId()).orElse("")));
  }

  private void agree(boolean withData) {
    String phrase = withData ? target.stack() + " and all its data" : target.stack();
    Optional<String> said = arguments.value("--yes");
    if (said.isEmpty() && !console.hasPerson()) {
      throw new Stopped(
          "无人可问；确要删除，请加 --yes \"" + phrase + "\"",
          "There is nobody to ask. To delete it all the same, say --yes \"" + phrase + "\".");
    }
    String typed =
        said.orElseGet(
            () -> console.ask("确要删除，请输入 " + phrase + "：", "To delete it, type that text:"));
    if (!typed.equals(phrase)) {
      throw new Stopped(
          "未确认，未作任何变更", "Not agreed to: nothing was changed. The text is \"" + phrase + "\".");
    }
  }

  /** What is kept by the template is let go of first, so that it goes with the stack. */
  private void release(Stack stack, StackView view, Template template, PackageBucket bucket) {
    stack.checkChangeable(view, target.with("destroy"));
    bucket.prepare();
    byte[] released = template.releasingData().tree().toString().getBytes(StandardCharsets.UTF_8);
    Map<String, Setting> settings = new LinkedHashMap<>();
    view.parameters().keySet().forEach(name -> settings.put(name, new Setting.Kept()));
    settings.put("DeletionProtection", new Setting.Given("false"));
    ChangeSet changes =
        stack.propose(
            new Proposal(
                target.stack(),
                bucket.keepTemplate(released),
                settings,
                Map.of(),
                template.namesIdentities()),
            Optional.of(view));
    if (!changes.nothingToDo()) {
      stack.carryOut(changes, false);
    }
  }
}
