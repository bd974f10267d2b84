package banshi.local;

import banshi.dynamodb.DynamoDbLocal;
import banshi.local.access.AccessGate;
import banshi.local.access.Roles;
import banshi.local.dev.DevEndpoints;
import banshi.local.dev.LocalKeys;
import banshi.local.dev.SentMessages;
import banshi.local.dev.Tokens;
import banshi.local.functions.Folders;
import banshi.local.functions.FunctionHost;
import banshi.local.functions.FunctionLimits;
import banshi.local.functions.FunctionView;
import banshi.local.gateway.Answer;
import banshi.local.gateway.Front;
import banshi.local.gateway.Gateway;
import banshi.local.gateway.Request;
import banshi.local.schedule.Schedules;
import banshi.local.table.Tables;
import banshi.local.template.Template;
import banshi.local.template.TemplateReader;
import banshi.sms.ApprovedTemplates;
import banshi.sms.SmsStandIn;
import banshi.wechat.WeChatStandIn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The whole cloud side on this machine, as the template says: the table in DynamoDB Local, the
 * functions' real packages in processes of their own, the API on one address of the loopback
 * interface. Closing it, or the end of this JVM, ends every process it started.
 */
public final class LocalCloud implements AutoCloseable {
  /** The texts that a provider is asked to approve. */
  private static final String TEXT_MESSAGES =
      "functions/reminder/src/main/resources/text-messages.json";

  private final Template template;
  private final DynamoDbLocal engine;
  private final Tables tables;
  private final AccessGate gate;
  private final FunctionHost functions;
  private final Schedules schedules;
  private final VirtualClock clock;
  private final Tokens tokens;
  private final WeChatStandIn weChat;
  private final SmsStandIn sms;
  private final Gateway gateway;
  private final DevEndpoints dev;
  private final Front front;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Thread closeAtExit = new Thread(this::closeAll, "banshi-stop");

  private LocalCloud(Builder options) throws IOException {
    boolean complete = false;
    try {
      Path state = options.inMemory ? temporary() : options.root.resolve(".banshi");
      Path data = state.resolve("data");
      if (options.fresh) {
        Folders.delete(data);
        Files.deleteIfExists(state.resolve("clock"));
      }
      Files.createDirectories(state);
      LocalKeys keys =
          options.inMemory ? LocalKeys.generate() : LocalKeys.keptIn(state.resolve("keys"));
      this.clock =
          options.inMemory
              ? VirtualClock.forgetful()
              : VirtualClock.remembering(state.resolve("clock"));
      this.tokens = new Tokens(keys.tokens(), clock);
      ApprovedTemplates texts =
          ApprovedTemplates.read(Files.readAllBytes(options.root.resolve(TEXT_MESSAGES)));
      this.template =
          TemplateReader.read(
              options.template.orElse(options.root.resolve("infra/template.yaml")),
              parameters(options, keys, texts));
      this.engine =
          options.inMemory
              ? DynamoDbLocal.inMemory(options.root)
              : DynamoDbLocal.onDisk(options.root, data);
      opened.push(engine);
      this.tables = new Tables(engine.endpoint(), template.tables());
      opened.push(tables);
      tables.makeMissing();
      this.gate = AccessGate.before(engine.endpoint(), template.tables(), new Roles(template));
      opened.push(gate);
      this.weChat = new WeChatStandIn();
      opened.push(weChat);
      this.sms = new SmsStandIn(texts, clock);
      opened.push(sms);
      this.functions =
          FunctionHost.prepare(
              template,
              options.root.resolve("infra/local/target/runtime"),
              state,
              environment(options),
              options.limits);
      opened.push(functions);
      this.schedules = new Schedules(template, functions, clock, options.schedules);
      opened.push(schedules);
      this.gateway = new Gateway(template, functions, clock);
      this.dev =
          new DevEndpoints(
              tokens,
              clock,
              functions,
              schedules,
              tables,
              weChat,
              sms,
              new SentMessages(tables.client(), tables.name("Table"), keys.fields()),
              packages(),
              options.root);
      this.front = new Front(options.port, this::answer);
      opened.push(front);
      Runtime.getRuntime().addShutdownHook(closeAtExit);
      complete = true;
    } finally {
      if (!complete) {
        closeAll();
      }
    }
  }

  /**
   * A local cloud that is yet to be started: on port 8080, with data kept on disk.
   *
   * @param root the folder that holds the project's top pom, where the build left its results
   */
  public static Builder builder(Path root) {
    return new Builder(root);
  }

  /** Where the API answers. */
  public URI endpoint() {
    return front.endpoint();
  }

  /** Where the engine answers, to whom no role sets bounds. */
  public URI dynamoEndpoint() {
    return engine.endpoint();
  }

  /** The physical name of the table with a logical id. */
  public String tableName(String logicalId) {
    return tables.name(logicalId);
  }

  /** The time that events carry. */
  public VirtualClock clock() {
    return clock;
  }

  /** What the functions take for WeChat. */
  public WeChatStandIn weChat() {
    return weChat;
  }

  /** What the functions take for a provider of text messages. */
  public SmsStandIn sms() {
    return sms;
  }

  /** The template's schedules. */
  public Schedules schedules() {
    return schedules;
  }

  /** The functions and their environments as they are now, with the numbers of their processes. */
  public List<FunctionView> functions() {
    return functions.views();
  }

  /** Where the functions' output goes. */
  public Path logs() {
    return functions.logs();
  }

  /** A bearer token with these claims, valid for the usual time. */
  public String token(ObjectNode claims) {
    return tokens.token(claims, Tokens.USUAL_LIFE);
  }

  /** Deletes all data and makes the tables anew. */
  public void forgetData() {
    tables.makeAnew();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(closeAtExit);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook closes everything then.
    }
    closeAll();
  }

  private Answer answer(Request request) throws InterruptedException, IOException {
    return DevEndpoints.owns(request.rawPath()) ? dev.answer(request) : gateway.answer(request);
  }

  private Path temporary() throws IOException {
    Path folder = Files.createTempDirectory("banshi-");
    opened.push(() -> Folders.delete(folder));
    return folder;
  }

  private Map<String, String> parameters(Builder options, LocalKeys keys, ApprovedTemplates texts)
      throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Stage", "dev");
    parameters.put("DeletionProtection", "false");
    parameters.put("TokenIssuer", Tokens.ISSUER);
    parameters.put("TokenAudience", Tokens.AUDIENCE);
    parameters.put("TokenKeys", tokens.keySet());
    parameters.put("FieldKeys", keys.fields());
    parameters.put("IndexKey", keys.index());
    if (options.port != 0) {
      parameters.put("PublicAddress", "http://localhost:" + options.port);
    }
    parameters.put("WeChatAppId", "wx-local");
    parameters.put("WeChatAppSecret", "nobody-asks-for-it");
    parameters.put("WeChatTemplates", WeChatStandIn.templates());
    parameters.put("TextMessages", "TENCENT");
    parameters.put("TencentSecretId", SmsStandIn.SECRET_ID);
    parameters.put("TencentSecretKey", SmsStandIn.SECRET_KEY);
    parameters.put("TencentSmsAppId", SmsStandIn.APP_ID);
    parameters.put("TencentSmsSignName", SmsStandIn.SIGN_NAME);
    parameters.put("TencentSmsTemplates", texts.ids());
    parameters.putAll(options.parameters);
    return parameters;
  }

  private Map<String, String> environment(Builder options) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put(
        "AWS_ENDPOINT_URL_DYNAMODB", options.dynamoForFunctions.apply(gate.endpoint()).toString());
    environment.put("BANSHI_WECHAT_URL", weChat.address().toString());
    environment.put("BANSHI_TENCENT_URL", sms.address().toString());
    environment.putAll(options.environment);
    return environment;
  }

  private List<Path> packages() {
    return template.functions().stream().map(Template.Function::code).toList();
  }

  /** Last opened, first closed; one that fails does not keep the others open. */
  private synchronized void closeAll() {
    List<String> failures = new ArrayList<>();
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        failures.add(e.toString());
      }
    }
    failures.forEach(failure -> System.err.println("banshi: while stopping: " + failure));
  }

  /** What may be chosen before the start. */
  public static final class Builder {
    private final Path root;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Optional<Path> template = Optional.empty();
    private UnaryOperator<URI> dynamoForFunctions = UnaryOperator.identity();
    private FunctionLimits limits = FunctionLimits.usual();
    private int port = 8080;
    private boolean inMemory;
    private boolean fresh;
    private boolean schedules = true;

    private Builder(Path root) {
      this.root = root.toAbsolutePath().normalize();
    }

    /** The port of the API; 0 for any free one. */
    public Builder port(int chosen) {
      port = chosen;
      return this;
    }

    /** Keeps nothing on disk: data, keys and the clock's shift go when it closes. */
    public Builder inMemory() {
      inMemory = true;
      return this;
    }

    /** Forgets data that was kept from before; the keys stay. */
    public Builder fresh() {
      fresh = true;
      return this;
    }

    /** A template other than the project's. */
    public Builder template(Path file) {
      template = Optional.of(file);
      return this;
    }

    /** A value for a parameter of the template. */
    public Builder parameter(String name, String value) {
      parameters.put(name, value);
      return this;
    }

    /** A variable for every function, over the template's. */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Where the functions are told the engine is, given where it is: a test may stand between. */
    public Builder dynamoForFunctions(UnaryOperator<URI> address) {
      dynamoForFunctions = address;
      return this;
    }

    /** How far each function may spread. */
    public Builder limits(FunctionLimits chosen) {
      limits = chosen;
      return this;
    }

    /** Lets no schedule fire by itself; each can still be run. */
    public Builder withoutSchedules() {
      schedules = false;
      return this;
    }

    /**
     * Starts it.
     *
     * @throws banshi.local.template.TemplateFault when the template is not understood
     * @throws IOException when something is not built, or the port is taken
     */
    public LocalCloud start() throws IOException {
      return new LocalCloud(this);
    }
  }
}
