package banshi.deploy.parameter;

import banshi.deploy.console.Stopped;
import banshi.deploy.template.Declaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides what each parameter is to be. The first of these that has a value counts: the command
 * line, the parameters file, what the stack has now, what the stage brings along, the template's
 * default.
 */
public final class Settings {
  private static final String STAGE = "Stage";

  private final SequencedMap<String, Declaration> declarations;
  private final Map<String, String> given;

  private Settings(SequencedMap<String, Declaration> declarations, Map<String, String> given) {
    this.declarations = declarations;
    this.given = given;
  }

  /**
   * What somebody asks for, held against the template before anything is sent.
   *
   * @throws Stopped naming every parameter that the template does not have and every value that it
   *     does not allow
   */
  public static Settings asked(
      SequencedMap<String, Declaration> declarations,
      String stage,
      Map<String, String> commandLine,
      Map<String, String> file) {
    Map<String, String> given = new LinkedHashMap<>(file);
    given.putAll(commandLine);
    List<String> faults = new ArrayList<>();
    if (given.containsKey(STAGE) && !given.get(STAGE).equals(stage)) {
      faults.add("Stage 由 --stage 决定 Stage is what --stage says.");
    }
    given.put(STAGE, stage);
    given.forEach(
        (name, value) ->
            Optional.ofNullable(declarations.get(name))
                .map(declaration -> declaration.refusal(value))
                .orElseGet(() -> Optional.of(unknown(name, declarations.sequencedKeySet())))
                .ifPresent(faults::add));
    if (!faults.isEmpty()) {
      throw new Stopped(String.join("\n", faults));
    }
    return new Settings(declarations, given);
  }

  private static String unknown(String name, Set<String> known) {
    return "模板没有参数 %1$s The template has no parameter %1$s. 有 It has: %2$s"
        .formatted(name, String.join(", ", known));
  }

  /** The value that somebody asked for on the command line or in the file. */
  public Optional<String> asked(String name) {
    return Optional.ofNullable(given.get(name));
  }

  /**
   * What each parameter is to be, in the template's order. What the template's default gives is not
   * in it.
   *
   * @param previous names of the parameters that the stack has now
   * @param stage what the stage brings along; asked for only when something is missing otherwise
   * @throws Stopped naming every parameter that nothing gives a value, and how to make one
   */
  public SequencedMap<String, Setting> decide(
      Set<String> previous, Supplier<Map<String, String>> stage) {
    SequencedMap<String, Setting> settings = new LinkedHashMap<>();
    Optional<Map<String, String>> brought = Optional.empty();
    List<Declaration> missing = new ArrayList<>();
    for (Declaration declaration : declarations.values()) {
      String name = declaration.name();
      if (given.containsKey(name)) {
        settings.put(name, new Setting.Given(given.get(name)));
      } else if (previous.contains(name)) {
        settings.put(name, new Setting.Kept());
      } else {
        Map<String, String> own = brought.isPresent() ? brought.get() : stage.get();
        brought = Optional.of(own);
        if (own.containsKey(name)) {
          settings.put(name, new Setting.Given(own.get(name)));
        } else if (declaration.usual().isEmpty()) {
          missing.add(declaration);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new Stopped(explained(missing));
    }
    return settings;
  }

  private static String explained(List<Declaration> missing) {
    StringBuilder text = new StringBuilder("缺少参数 Parameters are missing:");
    for (Declaration declaration : missing) {
      text.append("\n  ").append(declaration.name()).append("  ").append(declaration.description());
      text.append("\n    ").append(howToMake(declaration.name()));
    }
    return text.append(
            "\n用 --parameter 名称=值 或 --parameters 文件 给出"
                + " Give them with --parameter Name=value or --parameters FILE.json.")
        .toString();
  }

  private static String howToMake(String name) {
    return switch (name) {
      case "FieldKeys", "IndexKey" ->
          "./dev keys FILE.json 生成，务必备份 makes it; keep a copy, nothing else opens the data.";
      case "TokenIssuer" ->
          "身份提供方 /.well-known/openid-configuration 中的 issuer"
              + " \"issuer\" in the identity provider's /.well-known/openid-configuration.";
      case "TokenKeys" -> "同一文件中 jwks_uri 指向的内容 What \"jwks_uri\" in that same document leads to.";
      default -> "见 docs/deploy.md See docs/deploy.md.";
    };
  }
}
