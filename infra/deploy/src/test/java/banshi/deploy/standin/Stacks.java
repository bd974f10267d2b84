package banshi.deploy.standin;

import banshi.deploy.standin.StackModel.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** CloudFormation: stacks and change sets. */
public final class Stacks {
  private static final int PAGE = 5;

  private record Proposed(
      String id, String name, String token, StackModel stack, Content content, int[] looks) {}

  private final Objects objects;
  private final List<StackModel> stacks = new ArrayList<>();
  private final Map<String, Proposed> changeSets = new LinkedHashMap<>();
  private final Map<String, String> faults = new ConcurrentHashMap<>();
  private int executed;
  private int stride = 1;

  Stacks(Objects objects) {
    this.objects = objects;
  }

  /** Makes a resource fail from now on; an empty reason lets it succeed again. */
  public void fail(String logicalId, String reason) {
    if (reason.isEmpty()) {
      faults.remove(logicalId);
    } else {
      faults.put(logicalId, reason);
    }
  }

  /** Lets each look at a stack bring it so many steps on, instead of one. */
  public void stride(int steps) {
    stride = steps;
  }

  /** How often a change set was carried out. */
  public int executed() {
    return executed;
  }

  /** Change sets that wait, of all stacks. */
  public int waiting() {
    return changeSets.size();
  }

  /** How many stacks there have ever been. */
  public int ever() {
    return stacks.size();
  }

  /** Status, or nothing when there is no such stack. */
  public Optional<String> status(String name) {
    return live(name).map(stack -> stack.status);
  }

  /** A parameter of a stack as it really is. */
  public String parameter(String stack, String name) {
    return live(stack).orElseThrow().content.parameters().getOrDefault(name, "");
  }

  /** A stack's tags. */
  public Map<String, String> tags(String stack) {
    return live(stack).orElseThrow().content.tags();
  }

  /** Puts a stack into a status, as if it had come to it by itself. */
  public void force(String stack, String status) {
    live(stack).orElseThrow().status = status;
  }

  String answer(Form form) {
    String action = form.get("Action");
    String result =
        switch (action) {
          case "DescribeStacks" -> describe(form.get("StackName"));
          case "CreateChangeSet" -> create(form);
          case "DescribeChangeSet" -> describeChangeSet(form);
          case "ListChangeSets" -> list(form.get("StackName"));
          case "DeleteChangeSet" -> delete(form.get("ChangeSetName"));
          case "ExecuteChangeSet" -> execute(form);
          case "DescribeStackEvents" -> events(form);
          case "ListStackResources" -> resources(form.get("StackName"));
          case "GetTemplate" ->
              Xml.text("TemplateBody", found(form.get("StackName")).content.template());
          case "DeleteStack" -> deleteStack(form.get("StackName"));
          default -> throw new Refusal(400, "InvalidAction", action);
        };
    return Xml.answer(action, result);
  }

  private Optional<StackModel> live(String name) {
    return stacks.stream().filter(s -> s.name.equals(name) && !s.isGone()).findFirst();
  }

  private StackModel found(String nameOrId) {
    return live(nameOrId)
        .or(() -> stacks.stream().filter(stack -> stack.id.equals(nameOrId)).findFirst())
        .orElseThrow(() -> Refusal.invalid("Stack with id " + nameOrId + " does not exist"));
  }

  private String describe(String nameOrId) {
    StackModel stack = found(nameOrId);
    for (int step = 0; step < stride; step++) {
      stack.advance();
    }
    // A stack that the step deleted has no name any more.
    found(nameOrId);
    return Xml.members("Stacks", List.of(stack), this::shown);
  }

  private String shown(StackModel stack) {
    JsonNode tree = stack.content.tree();
    return Xml.text("StackName", stack.name)
        + Xml.text("StackId", stack.id)
        + Xml.text("StackStatus", stack.status)
        + Xml.members(
            "Parameters",
            List.copyOf(stack.content.parameters().entrySet()),
            each ->
                Xml.text("ParameterKey", each.getKey())
                    + Xml.text(
                        "ParameterValue",
                        tree.at("/Parameters/" + each.getKey() + "/NoEcho").asBoolean()
                            ? "****"
                            : each.getValue()))
        + Xml.members(
            "Tags",
            List.copyOf(stack.content.tags().entrySet()),
            each -> Xml.text("Key", each.getKey()) + Xml.text("Value", each.getValue()))
        + Xml.members(
            "Outputs",
            stack.content.resources().isEmpty() ? List.<String>of() : List.of("ApiAddress"),
            each ->
                Xml.text("OutputKey", each)
                    + Xml.text(
                        "OutputValue", "https://api123.execute-api.us-east-1.amazonaws.com/dev"));
  }

  private String create(Form form) {
    String name = form.get("StackName");
    for (Proposed each : changeSets.values()) {
      if (each.name().equals(form.get("ChangeSetName")) && each.stack().name.equals(name)) {
        if (each.token().equals(form.get("ClientToken"))) {
          return Xml.text("Id", each.id());
        }
        throw new Refusal(400, "AlreadyExistsException", "ChangeSet exists");
      }
    }
    boolean create = form.get("ChangeSetType").equals("CREATE");
    if (create && live(name).isEmpty()) {
      stacks.add(new StackModel(name, stacks.size()));
    }
    StackModel stack = found(name);
    if (create == stack.isMade() || stack.isBusy()) {
      throw Refusal.invalid(
          "Stack:" + name + " is in " + stack.status + " state and can not be updated.");
    }
    String id =
        "arn:aws:cloudformation:us-east-1:000000000000:changeSet/"
            + form.get("ChangeSetName")
            + "/1";
    changeSets.put(
        id,
        new Proposed(
            id,
            form.get("ChangeSetName"),
            form.get("ClientToken"),
            stack,
            content(form, stack),
            new int[1]));
    return Xml.text("Id", id) + Xml.text("StackId", stack.id);
  }

  private Content content(Form form, StackModel stack) {
    URI address = URI.create(form.get("TemplateURL"));
    String bucket = address.getHost().split("\\.")[0];
    String template =
        new String(objects.read(bucket, address.getPath().substring(1)), StandardCharsets.UTF_8);
    Map<String, String> parameters = new LinkedHashMap<>();
    new Content(template, Map.of(), Map.of())
        .tree()
        .path("Parameters")
        .properties()
        .forEach(
            each ->
                Optional.ofNullable(each.getValue().get("Default"))
                    .ifPresent(d -> parameters.put(each.getKey(), d.asText())));
    form.pairs("Parameters", "ParameterKey", "ParameterValue")
        .forEach(
            (key, value) ->
                parameters.put(key, value.orElseGet(() -> stack.content.parameters().get(key))));
    Map<String, String> tags = new LinkedHashMap<>();
    form.pairs("Tags", "Key", "Value").forEach((key, value) -> tags.put(key, value.orElse("")));
    Content content =
        new Content(template, parameters, tags.isEmpty() ? stack.content.tags() : tags);
    content
        .tree()
        .path("Parameters")
        .properties()
        .forEach(
            each -> {
              if (!parameters.containsKey(each.getKey())) {
                throw Refusal.invalid("Parameters: [" + each.getKey() + "] must have values");
              }
            });
    content.resources().values().forEach(resource -> checkCode(resource));
    return content;
  }

  private void checkCode(JsonNode resource) {
    JsonNode code = resource.path("Properties").path("CodeUri");
    if (!code.isMissingNode()) {
      URI uri = URI.create(code.asText());
      objects.read(uri.getHost(), uri.getPath().substring(1));
    }
  }

  /** Resources of a proposal that differ from what there is: each added, modified or removed. */
  private static List<String> changed(Proposed proposed) {
    Map<String, JsonNode> now = proposed.stack().content.resources();
    Map<String, JsonNode> next = proposed.content().resources();
    boolean settings =
        !proposed.content().parameters().equals(proposed.stack().content.parameters());
    List<String> changed = new ArrayList<>();
    next.forEach(
        (id, resource) -> {
          boolean function = resource.path("Type").asText().endsWith("Function");
          if (!resource.equals(now.get(id)) || (settings && function)) {
            changed.add(id);
          }
        });
    now.keySet().stream().filter(id -> !next.containsKey(id)).forEach(changed::add);
    return changed;
  }

  private String describeChangeSet(Form form) {
    Proposed proposed = proposed(form.get("ChangeSetName"));
    int look = proposed.looks()[0]++;
    String status =
        look == 0 ? "CREATE_PENDING" : look == 1 ? "CREATE_IN_PROGRESS" : outcome(proposed);
    List<String> changed = changed(proposed);
    int from = form.find("NextToken").map(Integer::parseInt).orElse(0);
    List<String> page = changed.subList(from, Math.min(from + PAGE, changed.size()));
    String next = from + PAGE < changed.size() ? Xml.text("NextToken", "" + (from + PAGE)) : "";
    return Xml.text("ChangeSetId", proposed.id())
        + Xml.text("StackId", proposed.stack().id)
        + Xml.text("Status", status)
        + Xml.text(
            "StatusReason",
            status.equals("FAILED")
                ? "The submitted information didn't contain changes. Submit different information to create a change set."
                : "")
        + Xml.members("Changes", page, each -> change(proposed, each))
        + next;
  }

  private static String outcome(Proposed proposed) {
    return proposed.content().equals(proposed.stack().content) ? "FAILED" : "CREATE_COMPLETE";
  }

  private static String change(Proposed proposed, String id) {
    JsonNode now = proposed.stack().content.resources().get(id);
    JsonNode next = proposed.content().resources().get(id);
    String action = now == null ? "Add" : next == null ? "Remove" : "Modify";
    boolean replaced =
        action.equals("Modify") && !now.at("/Properties/Name").equals(next.at("/Properties/Name"));
    return Xml.element(
        "ResourceChange",
        Xml.text("Action", action)
            + Xml.text("LogicalResourceId", id)
            + Xml.text("ResourceType", (next == null ? now : next).path("Type").asText())
            + (action.equals("Modify")
                ? Xml.text("Replacement", replaced ? "True" : "False")
                : ""));
  }

  private Proposed proposed(String id) {
    return Optional.ofNullable(changeSets.get(id))
        .orElseThrow(() -> new Refusal(404, "ChangeSetNotFound", "ChangeSet does not exist"));
  }

  private String list(String stack) {
    return Xml.members(
        "Summaries",
        changeSets.values().stream().filter(each -> each.stack().name.equals(stack)).toList(),
        each ->
            Xml.text("ChangeSetId", each.id())
                + Xml.text("ChangeSetName", each.name())
                + Xml.text("ExecutionStatus", "AVAILABLE"));
  }

  private String delete(String id) {
    changeSets.remove(id);
    return "";
  }

  private String execute(Form form) {
    Proposed proposed = proposed(form.get("ChangeSetName"));
    if (proposed.looks()[0] < 3 || proposed.stack().isBusy()) {
      throw new Refusal(400, "InvalidChangeSetStatus", "not ready");
    }
    executed++;
    changeSets.values().removeIf(each -> each.stack() == proposed.stack());
    proposed.stack().become(proposed.content(), changed(proposed), faults);
    return "";
  }

  private String events(Form form) {
    StackModel stack = found(form.get("StackName"));
    int from = form.find("NextToken").map(Integer::parseInt).orElse(0);
    int to = Math.min(from + PAGE, stack.events.size());
    return Xml.members(
            "StackEvents", List.copyOf(stack.events.subList(from, to)), e -> event(stack, e))
        + (to < stack.events.size() ? Xml.text("NextToken", "" + to) : "");
  }

  private static String event(StackModel stack, StackModel.Event event) {
    return Xml.text("StackId", stack.id)
        + Xml.text("EventId", event.id())
        + Xml.text("StackName", stack.name)
        + Xml.text("LogicalResourceId", event.logicalId())
        + Xml.text("PhysicalResourceId", event.physicalId())
        + Xml.text("ResourceType", event.type())
        + Xml.text("Timestamp", "2026-11-02T01:00:00Z")
        + Xml.text("ResourceStatus", event.status())
        + (event.reason().isEmpty() ? "" : Xml.text("ResourceStatusReason", event.reason()));
  }

  private String resources(String stack) {
    StackModel model = found(stack);
    return Xml.members(
        "StackResourceSummaries",
        List.copyOf(model.content.resources().entrySet()),
        each ->
            Xml.text("LogicalResourceId", each.getKey())
                + Xml.text("PhysicalResourceId", model.name + "-" + each.getKey())
                + Xml.text("ResourceType", each.getValue().path("Type").asText())
                + Xml.text("ResourceStatus", "CREATE_COMPLETE"));
  }

  private String deleteStack(String nameOrId) {
    found(nameOrId).vanish(faults);
    return "";
  }
}
